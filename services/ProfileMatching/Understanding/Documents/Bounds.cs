namespace CareerRecs.Matching.Understanding.Documents;

/// <summary>How much of a document is read, whatever its format. They bound the work too: every reader is linear in what it may unpack.</summary>
internal static class Bounds
{
    /// <summary>Characters of its text.</summary>
    public const int Characters = 1 << 20;

    /// <summary>Pages.</summary>
    public const int Pages = 50;

    /// <summary>Bytes that all of its compressed parts may unpack to.</summary>
    public const long Unpacked = 32L << 20;
}

/// <summary>A document that cannot be read. The message goes on from "document.content" and says what to do.</summary>
internal sealed class UnreadableDocumentException(string message, Exception? cause = null) : Exception(message, cause)
{
    public static UnreadableDocumentException TooLong() =>
        new($"holds more than {Bounds.Characters:N0} characters of text; send the few pages that describe the person");

    public static UnreadableDocumentException TooLarge() =>
        new($"unpacks to more than {Bounds.Unpacked >> 20} MiB; send it as plain text, or save it anew without attachments");
}
