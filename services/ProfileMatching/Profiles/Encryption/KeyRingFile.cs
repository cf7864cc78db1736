using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CareerRecs.ProfileMatching.Profiles.Encryption;

/// <summary>A key of the file.</summary>
/// <param name="Id">Identifier that rows name it by: lower-case letters, digits, hyphens and dots.</param>
/// <param name="Key">32 bytes in base64.</param>
public sealed record KeyRingEntry(string Id, string Key);

/// <summary>
/// File of keys by which profiles are encrypted: <c>{"primary", "lookupKey", "keys": [{"id", "key"}]}</c>. New rows are encrypted
/// by the primary key; rows of the others stay readable until they are brought to it.
/// </summary>
/// <param name="Primary">Identifier of the primary key.</param>
/// <param name="LookupKey">
/// 32 bytes in base64, from which external ids are hashed. It opens nothing, and never changes: profiles would not be found.
/// </param>
/// <param name="Keys">The keys.</param>
public sealed partial record KeyRingFile(string Primary, string LookupKey, IReadOnlyList<KeyRingEntry> Keys)
{
    /// <summary>Bytes of a key.</summary>
    public const int KeyBytes = 32;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Parses the text of a file. FormatException says what is wrong with it, without a key.</summary>
    public static KeyRingFile Parse(string text)
    {
        try
        {
            return RequireSound(JsonSerializer.Deserialize<KeyRingFile>(text, Json) ?? throw new FormatException("it is null"));
        }
        catch (JsonException e)
        {
            // The message of the parser may repeat what it met.
            throw new FormatException($"it is no JSON of a key file, line {e.LineNumber + 1}");
        }
    }

    /// <summary>Returns a file with one new key. FormatException if the id is none.</summary>
    public static KeyRingFile Create(string id) => RequireSound(new(id, NewKey(), [new KeyRingEntry(id, NewKey())]));

    /// <summary>Returns the file with a new key as its primary one. FormatException if the id is taken or none.</summary>
    public KeyRingFile WithPrimary(string id) =>
        RequireSound(this with { Primary = id, Keys = [.. Keys, new KeyRingEntry(id, NewKey())] });

    /// <summary>Writes the file whole or not at all, readable by its owner alone.</summary>
    public void Write(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(folder);
        var draft = Path.Combine(folder, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        using (var stream = new FileStream(draft, options))
        {
            JsonSerializer.Serialize(stream, this, Json);
        }
        File.Move(draft, path, overwrite: true);
    }

    internal static byte[]? DecodeKey(string? text)
    {
        var bytes = new byte[KeyBytes];
        return text is not null && Convert.TryFromBase64String(text, bytes, out var length) && length == KeyBytes ? bytes : null;
    }

    private static KeyRingFile RequireSound(KeyRingFile file) =>
        file.FindFault() is { } fault ? throw new FormatException(fault) : file;

    private string? FindFault()
    {
        if (Keys is not { Count: > 0 } || Keys.Any(key => key is null))
        {
            return "it has no list 'keys'";
        }
        if (Keys.FirstOrDefault(key => key.Id is null || !IdPattern().IsMatch(key.Id)) is { } unnamed)
        {
            return $"'{unnamed.Id}' is no id of a key; use up to 40 lower-case letters, digits, '.' and '-'";
        }
        if (Keys.CountBy(key => key.Id).FirstOrDefault(pair => pair.Value > 1) is { Key: { } twice })
        {
            return $"two keys have the id '{twice}'";
        }
        if (Keys.FirstOrDefault(key => DecodeKey(key.Key) is null) is { } damaged)
        {
            return $"key '{damaged.Id}' is not {KeyBytes} bytes in base64";
        }
        if (DecodeKey(LookupKey) is null)
        {
            return $"'lookupKey' is not {KeyBytes} bytes in base64";
        }
        return Keys.Any(key => key.Id == Primary) ? null : $"'primary' names '{Primary}', which is none of its keys";
    }

    private static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes));

    [GeneratedRegex(@"\A[a-z0-9.-]{1,40}\z")]
    private static partial Regex IdPattern();
}
