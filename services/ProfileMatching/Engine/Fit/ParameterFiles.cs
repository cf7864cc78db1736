using System.Security.Cryptography;
using System.Text;

namespace CareerRecs.ProfileMatching.Engine.Fit;

/// <summary>The files of numbers that ship inside the assembly; an answer depends on each of them.</summary>
internal static class ParameterFiles
{
    /// <summary>First 12 digits of the SHA-256 over the names and bytes of all files; part of the engine's version.</summary>
    public static string Digest { get; } = DigestOf(typeof(ParameterFiles).Assembly.GetManifestResourceNames());

    /// <summary>A file.</summary>
    public static byte[] Bytes(string name)
    {
        using var stream =
            typeof(ParameterFiles).Assembly.GetManifestResourceStream(name)
            ?? throw new FileNotFoundException($"{name} is not in the assembly.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>A file as text.</summary>
    public static string Text(string name) => Encoding.UTF8.GetString(Bytes(name));

    private static string DigestOf(IEnumerable<string> names)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in names.Where(n => Path.GetExtension(n) is ".json" or ".csv").Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name));
            hash.AppendData(Bytes(name));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }
}
