using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Understanding.Extraction.Lines;

/// <summary>A text cut into tokens and sections.</summary>
/// <param name="Text">The text.</param>
/// <param name="Tokens">Its tokens, in order.</param>
/// <param name="Sections">Its sections by its headings.</param>
internal sealed record SectionedText(string Text, IReadOnlyList<Token> Tokens, Sections Sections)
{
    /// <summary>Cuts a text into tokens and sections.</summary>
    public static SectionedText FromText(string text) => new(text, TextAnalysis.Tokenize(text), new Sections(text));
}
