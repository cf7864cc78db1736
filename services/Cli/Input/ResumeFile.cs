using CareerRecs.Cli.Shell;
using CareerRecs.Matching.V1;
using Google.Protobuf;

namespace CareerRecs.Cli.Input;

/// <summary>
/// Reads a resume from a file or from standard input. What it is the service tells by its bytes; only Markdown goes by its name.
/// </summary>
public static class ResumeFile
{
    private const int MostBytes = 10 << 20;

    /// <summary>The document; refuses what is empty or too long in words that help.</summary>
    public static async Task<Document> ReadAsync(string path, Func<Stream> openInput, CancellationToken cancellationToken)
    {
        await using var stream = path == "-" ? openInput() : Open(path);
        var buffer = new MemoryStream();
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await stream.ReadAsync(chunk, cancellationToken)) > 0)
        {
            buffer.Write(chunk, 0, read);
            if (buffer.Length > MostBytes)
            {
                throw new CommandException($"{Name(path)} is longer than 10 MiB; a resume of a few pages is enough");
            }
        }
        var bytes = buffer.ToArray();
        if (bytes.Length == 0)
        {
            throw new CommandException($"{Name(path)} is empty");
        }

        var format = Path.GetExtension(path) is ".md" or ".markdown" ? DocumentFormat.Markdown : DocumentFormat.Unspecified;
        return new Document { Content = UnsafeByteOperations.UnsafeWrap(bytes), Format = format };
    }

    private static string Name(string path) => path == "-" ? "standard input" : path;

    private static FileStream Open(string path)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CommandException($"there is no file {path}");
        }
    }
}
