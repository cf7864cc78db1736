using CareerRecs.ServiceDefaults.Errors;
using Grpc.Core;

namespace CareerRecs.ProfileMatching.Understanding.Documents;

/// <summary>
/// How much of a document is read, whatever its format. What of the work they do not bound, the process does in which a document
/// is read.
/// </summary>
internal static class Bounds
{
    /// <summary>Characters of its text.</summary>
    public const int Characters = 1 << 20;

    /// <summary>Pages.</summary>
    public const int Pages = 50;

    /// <summary>Bytes that all of its compressed parts may unpack to.</summary>
    public const long Unpacked = 32L << 20;

    /// <summary>Bytes of managed memory that a process which reads one document may use.</summary>
    public const long Memory = 200_000_000;
}

/// <summary>A document that cannot be read. The message goes on from "document.content" and says what to do.</summary>
internal sealed class UnreadableDocumentException(string message, Exception? cause = null) : Exception(message, cause)
{
    public static UnreadableDocumentException TooLong() =>
        new($"holds more than {Bounds.Characters:N0} characters of text; send the few pages that describe the person");

    public static UnreadableDocumentException TooLarge() =>
        new($"unpacks to more than {Bounds.Unpacked >> 20} MiB; send it as plain text, or save it anew without attachments");

    public static UnreadableDocumentException TooSlow(TimeSpan bound) =>
        new(
            $"takes more than {bound.TotalSeconds:0.#} seconds to read; save it anew without drawings and attachments, "
                + "or send it as plain text"
        );

    public static UnreadableDocumentException TooHungry() =>
        new(
            $"takes more than {Bounds.Memory / 1_000_000} MB of memory to read; save it anew without drawings and attachments, "
                + "or send it as plain text"
        );

    public static UnreadableDocumentException Broken() =>
        new("is broken, or nested deeper than can be read; save it anew with another program, or send it as plain text");

    /// <summary>The error for a caller whose request has the document at <paramref name="path"/>.</summary>
    public RpcException AsInvalidArgument(string path) => Errors.InvalidArgument($"{path}.content", Message);
}
