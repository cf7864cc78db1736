using System.Text.Json;

namespace CareerRecs.ServiceDefaults.Auth;

/// <summary>File of API keys: <c>{"keys": [{"prefix", "sha256", "tenant", "scopes", "expires"}]}</c>.</summary>
public sealed record ApiKeyFile
{
    private const int HashBytes = 32;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The keys; no two have the same prefix.</summary>
    public required IReadOnlyList<ApiKey> Keys { get; init; }

    /// <summary>Reads the text of a file. <see cref="FormatException"/> says what is wrong with it.</summary>
    public static ApiKeyFile Parse(string text)
    {
        try
        {
            var file = JsonSerializer.Deserialize<ApiKeyFile>(text, Json) ?? throw new FormatException("it is null");
            return file.Fault() is { } fault ? throw new FormatException(fault) : file;
        }
        catch (JsonException e)
        {
            throw new FormatException(e.Message, e);
        }
    }

    /// <summary>Writes the file whole or not at all, so that no host reads half of it.</summary>
    public void Write(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(folder);
        var draft = Path.Combine(folder, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}");
        File.WriteAllBytes(draft, JsonSerializer.SerializeToUtf8Bytes(this, Json));
        File.Move(draft, path, overwrite: true);
    }

    private string? Fault()
    {
        if (Keys is null || Keys.Any(key => key is null))
        {
            return "it has no list 'keys'";
        }
        foreach (var key in Keys)
        {
            if (key.Tenant is null or "" or Owners.Shared or CallerContext.NoTenant)
            {
                return $"key {key.Prefix} names no tenant";
            }
            if (key.Sha256 is not { Length: 2 * HashBytes } || !key.Sha256.All(char.IsAsciiHexDigit))
            {
                return $"key {key.Prefix} has no SHA-256 in hex";
            }
            if (key.Scopes is null || key.Scopes.Any(scope => !Scopes.All.Contains(scope)))
            {
                return $"key {key.Prefix} names a scope that does not exist";
            }
        }
        return Keys.CountBy(key => key.Prefix).FirstOrDefault(pair => pair.Value > 1) is { Key: { } twice }
            ? $"two keys have the prefix {twice}"
            : null;
    }
}
