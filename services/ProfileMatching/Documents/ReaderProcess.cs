using System.Globalization;
using System.Text;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Understanding.Documents;

namespace CareerRecs.ProfileMatching.Documents;

/// <summary>How the reading of a document ended, as the first byte of a reader process's answer.</summary>
internal enum ReadingOutcome : byte
{
    /// <summary>No answer: the process ended without one.</summary>
    None,

    /// <summary>The document as text follows (<see cref="ReadContent"/>), in UTF-8.</summary>
    Text,

    /// <summary>The document cannot be read; the reason follows, in UTF-8.</summary>
    Unreadable,

    /// <summary>The document needs more memory than the process may use.</summary>
    OutOfMemory,
}

/// <summary>
/// This executable as a reader: limits itself, warms up, writes <see cref="Ready"/>, takes one document from standard input (a
/// byte for its
/// <see cref="DocumentFormat"/>, then its bytes to the end), writes a <see cref="ReadingOutcome"/> and the text to standard
/// output, and ends. It opens no file, no socket, no configuration and no catalog.
/// </summary>
public static class ReaderProcess
{
    /// <summary>First argument of a process that reads a document; the second is the CPU time it may take, in seconds.</summary>
    internal const string Mode = "read-document";

    /// <summary>Written once the process is limited and waits for its document.</summary>
    internal const byte Ready = (byte)'R';

    private const int Done = 0;
    private const int NotLimited = 2;

    /// <summary>Whether a process with these arguments is a reader.</summary>
    public static bool IsMeant(string[] args) => args is [Mode, _];

    /// <summary>Reads one document; the result is the process's exit code.</summary>
    public static int Run(string[] args)
    {
        if (!ProcessLimits.TrySet(uint.Parse(args[1], CultureInfo.InvariantCulture)))
        {
            return NotLimited;
        }

        ReaderWarmth.WarmUp();
        using var output = Console.OpenStandardOutput();
        output.WriteByte(Ready);
        output.Flush();
        if (ReceiveDocument() is not [var format, ..] document)
        {
            return Done;
        }

        var (outcome, text) = Read(document.AsMemory(1), (DocumentFormat)format);
        output.Write([(byte)outcome, .. Encoding.UTF8.GetBytes(text)]);
        return Done;
    }

    private static byte[] ReceiveDocument()
    {
        using var input = Console.OpenStandardInput();
        using var received = new MemoryStream();
        input.CopyTo(received);
        return received.ToArray();
    }

    private static (ReadingOutcome Outcome, string Text) Read(ReadOnlyMemory<byte> content, DocumentFormat format)
    {
        try
        {
            return (ReadingOutcome.Text, DocumentContent.Read(content, format, CancellationToken.None).ToWire());
        }
        catch (UnreadableDocumentException unreadable)
        {
            return (ReadingOutcome.Unreadable, unreadable.Message);
        }
        catch (OutOfMemoryException)
        {
            return (ReadingOutcome.OutOfMemory, "");
        }
    }
}
