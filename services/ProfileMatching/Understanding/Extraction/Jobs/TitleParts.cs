using CareerRecs.ProfileMatching.Understanding.Extraction.Lines;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Understanding.Extraction.Jobs;

/// <summary>The part of a line that is the title of a job.</summary>
/// <param name="Start">Start of the title.</param>
/// <param name="End">End of the title, exclusive.</param>
/// <param name="Words">Number of its words.</param>
/// <param name="IsListed">Whether the catalog lists it but for words on level; otherwise it is only built like a title.</param>
internal readonly record struct TitlePart(int Start, int End, int Words, bool IsListed);

/// <summary>
/// Finds the title among the parts of a line: "Senior Registered Nurse, Elmbrook Care, Leeds". The title is a whole part with its
/// words on level. A title of the catalog inside a longer part is none: "Bramble &amp; Co" is no CO, and "supported the Chief
/// Engineer" no job.
/// </summary>
internal sealed class TitleParts(string text, CatalogSnapshot snapshot)
{
    private const int MostWords = 8;
    private const int LongestAcronym = 3;

    private readonly TitlePhrases _titles = snapshot.TitlePhrases;
    private readonly OccupationNouns _nouns = OccupationNouns.ForCatalog(snapshot);

    /// <summary>Finds the title of a line; null if no part is one.</summary>
    /// <param name="words">Words of the line.</param>
    /// <param name="isDate">Whether a word is part of a date.</param>
    public TitlePart? Find(IReadOnlyList<Token> words, Func<Token, bool> isDate)
    {
        TitlePart? best = null;
        for (var first = 0; first < words.Count; )
        {
            var last = first + 1;
            while (
                last < words.Count
                && !LineParts.AreApart(text, words[last - 1], words[last])
                && isDate(words[last - 1]) == isDate(words[last])
            )
            {
                last++;
            }

            if (!isDate(words[first]) && Read([.. words.Skip(first).Take(last - first)]) is { } part && IsBetter(part, best))
            {
                best = part;
            }

            first = last;
        }

        return best;
    }

    /// <summary>
    /// A listed title is surer than one that is only built like one, several words are surer than one; of equal ones the first
    /// counts.
    /// </summary>
    private static bool IsBetter(TitlePart part, TitlePart? best) =>
        best is not { } other
        || (part.IsListed, part.IsListed && part.Words > 1).CompareTo((other.IsListed, other.IsListed && other.Words > 1)) > 0;

    private TitlePart? Read(List<Token> part)
    {
        TrimArticle(part);
        if (part.Count == 0 || part.Count > MostWords || IsAcronymBehindOthers(part))
        {
            return null;
        }

        var core = SeniorityReader.Read(part.ConvertAll(word => word.Text)).CoreWords;
        var listed = _titles.Find(part).Select(mention => mention.TokenCount).DefaultIfEmpty().Max();
        var isListed = listed > 0 && listed >= core.Count;
        return isListed || (EndsLikeTitle(core, part) && !IsCompany(part))
            ? new TitlePart(part[0].Start, part[^1].End, part.Count, isListed)
            : null;
    }

    /// <summary>"As a Data Analyst" and "the Head Chef" begin with words that are no part of the title.</summary>
    private static void TrimArticle(List<Token> part)
    {
        while (part.Count > 1 && part[0].Text is "as" or "a" or "an" or "the" or "role" or "position" or "title")
        {
            part.RemoveAt(0);
        }
    }

    /// <summary>"CA" behind a comma is a state, though some catalog has it for a chartered accountant.</summary>
    private bool IsAcronymBehindOthers(List<Token> part)
    {
        var (start, end) = (part[0].Start, part[^1].End);
        if (end - start > LongestAcronym || text.AsSpan(start, end - start).IndexOfAnyExceptInRange('A', 'Z') >= 0)
        {
            return false;
        }

        var lineStart = text.LastIndexOf('\n', start) + 1;
        return !text.AsSpan(lineStart, start - lineStart).IsWhiteSpace();
    }

    /// <summary>The last word, or the one before "of", is a noun for people who do a job: "Head of Data".</summary>
    private bool EndsLikeTitle(IReadOnlyList<string> core, List<Token> part)
    {
        var of = part.FindIndex(word => word.Text is "of" or "for");
        if (of > 0 && _nouns.Contains(part[of - 1].Text))
        {
            return !IsSentence(part);
        }

        return (of < 0 && (_nouns.Contains(core[^1]) || _nouns.Contains(part[^1].Text)) && !IsSentence(part))
            || ForeignOccupations.EndTitle(part[^1].Text)
            || ForeignOccupations.BeginTitle(core[0]);
    }

    /// <summary>"Hired an electrician" is a sentence; "Head of the Kitchen" and "Assistant to the Director" are none.</summary>
    private static bool IsSentence(List<Token> part)
    {
        for (var i = 1; i < part.Count; i++)
        {
            if (part[i].Text is "a" or "an" or "the" && part[i - 1].Text is not ("of" or "to" or "for"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Turner &amp; Baker" are a firm.</summary>
    private bool IsCompany(List<Token> part) =>
        part.Count <= 3 && text.AsSpan(part[0].Start, part[^1].End - part[0].Start).Contains('&');
}
