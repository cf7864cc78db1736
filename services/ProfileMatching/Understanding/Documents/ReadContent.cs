using System.Globalization;
using CareerRecs.Matching.V1;

namespace CareerRecs.ProfileMatching.Understanding.Documents;

/// <summary>A document as text.</summary>
/// <param name="Text">Its lines; cells of a line stand behind tabs.</param>
/// <param name="Format">What it was read as.</param>
/// <param name="Charset">How its letters were encoded; empty for formats that say so themselves.</param>
/// <param name="Unread">What of it is not in the text, a few words each.</param>
internal sealed record ReadContent(string Text, DocumentFormat Format, string Charset, IReadOnlyList<string> Unread)
{
    public const string HiddenText = "hidden text was left out";

    /// <summary>
    /// Between the parts of what one process hands to another; no text of a format that is read in a process of its own has it.
    /// </summary>
    private const char Separator = '\u001E';

    public string ToWire() => string.Join(Separator, [Text, Format.ToString(), Charset, .. Unread]);

    public static ReadContent FromWire(string wire) =>
        wire.Split(Separator) is [var text, var format, var charset, .. var unread]
            ? new ReadContent(text, Enum.Parse<DocumentFormat>(format), charset, unread)
            : throw new FormatException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"A document of {wire.Length} characters came from its process without its format."
                )
            );
}
