using CareerRecs.Matching.V1;
using Google.Protobuf;

namespace CareerRecs.Cli.Input;

/// <summary>Reads a resume from a file or from standard input.</summary>
public static class ResumeFile
{
    private const int MostBytes = 1 << 20;

    /// <summary>The document; refuses what is no plain text, or too long, in words that help.</summary>
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
                throw new CommandException($"{Name(path)} is longer than 1 MiB; a resume of a few pages is enough");
        }
        var bytes = buffer.ToArray();
        if (bytes.Length == 0)
            throw new CommandException($"{Name(path)} is empty");
        if (bytes.AsSpan().StartsWith("%PDF"u8) || bytes.AsSpan().StartsWith("PK"u8) || bytes.AsSpan().Contains((byte)0))
            throw new CommandException($"{Name(path)} is no plain text; save it as text first, for example: pdftotext resume.pdf resume.txt");
        return new Document { Content = UnsafeByteOperations.UnsafeWrap(bytes), Format = DocumentFormat.Text };
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
