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
    private const int MostWordsOfTitle = 5;

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

    /// <summary>Words that no title has: "my sister", "report to the engineer".</summary>
    private static readonly FrozenSet<string> OfSentences = FrozenSet.Create(
        StringComparer.Ordinal,
        "my",
        "our",
        "your",
        "his",
        "her",
        "their",
        "is",
        "are",
        "was",
        "to",
        "the",
        "a",
        "an",
        "that",
        "we"
    );

    /// <summary>Finds where the opening title starts and ends; null if the text opens with none.</summary>
    public static (int Start, int End)? Find(string text, IReadOnlyList<Token> tokens, TitleParts parts)
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

        var end = first;
        while (end < tokens.Count && end - first <= MostWordsOfTitle && (end == first || !IsBoundary(text, tokens, end)))
        {
            end++;
        }

        List<Token> clause = [.. tokens.Skip(first).Take(end - first)];
        return
            clause.Count is > 0 and <= MostWordsOfTitle
            && !clause.Exists(word => OfSentences.Contains(word.Text))
            && parts.Find(clause, _ => false) is { } title
            && title.Words == clause.Count
            && (title.IsListed || IsInLowerCase(text, clause[^1]))
            ? (title.Start, title.End)
            : null;
    }

    /// <summary>"Ruby Baker" is a name; an occupation that the catalog does not list is written "hospital porter".</summary>
    private static bool IsInLowerCase(string text, Token word) => char.IsLower(text[word.Start]);

    /// <summary>"Data analyst, ..." ends a clause; "data analyst team reports" goes on.</summary>
    private static bool IsBoundary(string text, IReadOnlyList<Token> tokens, int next) =>
        Behind.Contains(tokens[next].Text)
        || char.IsAsciiDigit(tokens[next].Text[0])
        || text.AsSpan(tokens[next - 1].End, tokens[next].Start - tokens[next - 1].End).ContainsAny(Marks);
}
