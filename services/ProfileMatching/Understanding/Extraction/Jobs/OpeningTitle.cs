using System.Buffers;
using System.Collections.Frozen;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Understanding.Extraction.Jobs;

/// <summary>
/// The title that a short text opens with, as people introduce themselves: "Carpenter, 10 years: framing walls", "I have been a
/// librarian in a city library since 2012". A whole resume begins with a name and lists its jobs.
/// </summary>
internal static class OpeningTitle
{
    /// <summary>Words up to which a text introduces somebody.</summary>
    public const int MostWords = 120;

    private const int MostWordsBefore = 6;

    private static readonly SearchValues<char> Marks = SearchValues.Create(",:;.(–-\n");

    private static readonly FrozenSet<string> Before = FrozenSet.Create(
        StringComparer.Ordinal,
        "i",
        "i'm",
        "i’m",
        "im",
        "am",
        "m",
        "a",
        "an",
        "the",
        "as",
        "have",
        "i've",
        "i’ve",
        "been",
        "working",
        "work",
        "worked",
        "trained",
        "qualified",
        "experienced",
        "certified",
        "licensed",
        "freelance",
        "independent",
        "hello",
        "hi",
        "self-employed",
        "senior",
        "junior",
        "lead",
        "chief",
        "head",
        "trainee",
        "retired",
        "former",
        "currently"
    );

    private static readonly FrozenSet<string> Behind = FrozenSet.Create(
        StringComparer.Ordinal,
        "with",
        "i",
        "in",
        "at",
        "since",
        "for",
        "from",
        "who",
        "and",
        "on",
        "of",
        "by",
        "here",
        "looking"
    );

    /// <summary>Where the title stands; null if the text opens with none that the catalog lists.</summary>
    public static (int Start, int End)? Find(string text, IReadOnlyList<Token> tokens, TitlePhrases titles)
    {
        if (tokens.Count > MostWords)
        {
            return null;
        }

        var first = 0;
        while (first < Math.Min(tokens.Count, MostWordsBefore) && Before.Contains(tokens[first].Text))
        {
            first++;
        }

        // The level is a part of the title: "Senior carpenter".
        var mention = titles
            .Find([.. tokens.Take(first + MostWordsBefore)])
            .FirstOrDefault(m => m.FirstToken <= first && m.FirstToken + m.TokenCount > first);
        if (mention.TokenCount == 0 || !IsWholeClause(text, tokens, mention.FirstToken + mention.TokenCount))
        {
            return null;
        }

        return (tokens[Math.Min(first, mention.FirstToken)].Start, tokens[mention.FirstToken + mention.TokenCount - 1].End);
    }

    /// <summary>"Data analyst, ..." is a title; "data analyst team reports" opens a sentence on something else.</summary>
    private static bool IsWholeClause(string text, IReadOnlyList<Token> tokens, int next) =>
        next >= tokens.Count
        || Behind.Contains(tokens[next].Text)
        || char.IsAsciiDigit(tokens[next].Text[0])
        || text.AsSpan(tokens[next - 1].End, tokens[next].Start - tokens[next - 1].End).ContainsAny(Marks);
}
