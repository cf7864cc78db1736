using System.Security.Cryptography;
using CareerRecs.Cli.Shell;

namespace CareerRecs.Cli.Importing;

/// <summary>A file ready to be sent: on disk, measured, with its digest.</summary>
public sealed record SourceFile(string Path, string Name, long Size, string Sha256, bool Temporary) : IDisposable
{
    /// <summary>Measures a file of the user's.</summary>
    public static async Task<SourceFile> OfAsync(string path, long mostBytes, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            throw new CommandException($"there is no file {path}");
        }

        await using var stream = File.OpenRead(path);
        if (stream.Length == 0)
        {
            throw new CommandException($"{path} is empty");
        }

        if (stream.Length > mostBytes)
        {
            throw new CommandException($"{path} has {Size(stream.Length)}; at most {Size(mostBytes)} can be imported");
        }

        var digest = await SHA256.HashDataAsync(stream, cancellationToken);
        return new(path, System.IO.Path.GetFileName(path), stream.Length, Convert.ToHexStringLower(digest), Temporary: false);

        static string Size(long bytes) => $"{Math.Max(1, bytes >> 20)} MiB";
    }

    /// <summary>Whether a source is an address rather than a path.</summary>
    public static bool IsAddress(string source, out Uri address) =>
        Uri.TryCreate(source, UriKind.Absolute, out address!) && address.Scheme is "http" or "https";

    /// <summary>Removes what was downloaded for this command alone.</summary>
    public void Dispose()
    {
        if (Temporary)
        {
            File.Delete(Path);
        }
    }
}
