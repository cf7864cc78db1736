using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Understanding.Extraction.Jobs;

/// <summary>Finds the title that stands at a place of a sentence.</summary>
/// <param name="text">The text.</param>
/// <param name="tokens">Its words.</param>
/// <param name="snapshot">The catalog version that knows titles.</param>
internal sealed partial class SpokenTitles(string text, IReadOnlyList<Token> tokens, CatalogSnapshot snapshot)
{
    private const int MostWords = 6;

    private static readonly SearchValues<char> Marks = SearchValues.Create(",.;:!?()\n–—");

    private static readonly FrozenSet<string> Joining = Set("and of the in for to at as");

    /// <summary>Words that may follow a title in its sentence; others make it a part of something else.</summary>
    private static readonly FrozenSet<string> Behind = Set(
        "with i in at since for from who and on of by here looking all most then until till but before after when while now",
        "doing mostly mainly my our where because so part full or as this last years year currently previously working though"
    );

    private static readonly FrozenSet<string> NoTitle = Set(
        "my our your his her their is are was that we i good hard very better best bad great reliable other"
    );

    private readonly TitleParts _parts = new(text, snapshot);
    private readonly TitleNouns _nouns = TitleNouns.ForCatalog(snapshot);

    /// <summary>The title that a short text opens with; null if there is none.</summary>
    public (int Start, int End)? FindOpening() =>
        tokens.Count is > 1 and <= OpeningTitle.MostWords ? FindAt(tokens[0].Start, isCued: false) : null;

    /// <summary>The longest title that begins at a position; null if none does.</summary>
    public (int Start, int End)? FindAt(int position, bool isCued)
    {
        var first = 0;
        while (first < tokens.Count && tokens[first].Start < position)
        {
            first++;
        }

        if (first >= tokens.Count || !text.AsSpan(position, tokens[first].Start - position).IsWhiteSpace())
        {
            return null;
        }

        var rank = MilitaryRank().Match(text, tokens[first].Start);
        if (rank.Success && rank.Index == tokens[first].Start)
        {
            return (rank.Index, rank.Index + rank.Length);
        }

        var end = first + 1;
        while (end < tokens.Count && end - first < MostWords && !AreApart(end))
        {
            end++;
        }

        for (var next = end; next > first; next--)
        {
            if (IsBoundary(next) && IsTitle([.. tokens.Skip(first).Take(next - first)], isCued))
            {
                return (tokens[first].Start, tokens[next - 1].End);
            }
        }

        return null;
    }

    private bool AreApart(int next) =>
        text.AsSpan(tokens[next - 1].End, tokens[next].Start - tokens[next - 1].End).ContainsAny(Marks);

    private bool IsBoundary(int next) =>
        next >= tokens.Count || AreApart(next) || Behind.Contains(tokens[next].Text) || char.IsAsciiDigit(tokens[next].Text[0]);

    private bool IsTitle(List<Token> words, bool isCued)
    {
        var last = words[^1].Text;
        if (words.Exists(word => NoTitle.Contains(word.Text)) || Joining.Contains(words[0].Text) || Joining.Contains(last))
        {
            return false;
        }

        var said = text[words[0].Start..words[^1].End];
        if (TitleLexicon.IsEveryday(said))
        {
            return true;
        }

        var isPlural = last.Length > 3 && last[^1] == 's' && TextAnalysis.Singular(last) != last && _nouns.EndTitle(last);
        if (isPlural || !_nouns.EndTitle(said))
        {
            return false;
        }

        var isListed = snapshot.TitlePhrases.Find(words) is [var mention] && mention.TokenCount == words.Count;
        return isListed
            || (
                !words.Exists(word => Joining.Contains(word.Text) && word.Text != "of")
                && (isCued || char.IsLower(text[words[^1].Start]))
                && _parts.Find(words, _ => false) is { } part
                && part.Words >= words.Count
            )
            || (isCued && words.Count <= 3 && !words.Exists(word => Joining.Contains(word.Text)));
    }

    /// <summary>A rank with its service: a sergeant of the army is none of the police.</summary>
    [GeneratedRegex(
        """
            \G( ( lance\s+corporal | staff\s+sergeant | warrant\s+officer | petty\s+officer | sergeant | sgt
              | corporal | captain
                  | lieutenant | major | private | gunner | sapper | soldier | officer )
                ,?\s+ (in|of|with)\s+ (the\s+)? ( (?-i:\p{Lu}[\p{L}-]*)\s* ){0,3}
                ( army|navy|raf|corps|regiment|marines|infantry|battalion|air\s+force|engineers|artillery|fusiliers
                  |guards|military ) )
            """,
        RegexOptions.IgnorePatternWhitespace
            | RegexOptions.IgnoreCase
            | RegexOptions.CultureInvariant
            | RegexOptions.ExplicitCapture
    )]
    private static partial Regex MilitaryRank();

    private static FrozenSet<string> Set(params string[] words) =>
        words.SelectMany(line => line.Split(' ')).ToFrozenSet(StringComparer.Ordinal);
}
