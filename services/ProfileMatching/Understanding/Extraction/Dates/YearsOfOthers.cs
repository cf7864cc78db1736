using System.Collections.Frozen;

namespace CareerRecs.Matching.Understanding.Extraction.Dates;

/// <summary>Tells whether a sentence says its years of somebody else: "a firm with 45 years of experience", "candidates with 3 years".</summary>
internal static class YearsOfOthers
{
    private const int MostWordsBack = 12;
    private const int MostWordsBehind = 8;
    private const int MostModifiers = 5;

    private static readonly FrozenSet<string> Approximations = Set(
        "over", "more", "than", "about", "nearly", "almost", "approximately", "approx", "around", "roughly", "some", "at", "least", "up", "to", "well", "a", "the", "total",
        "past", "last", "combined", "collective", "~", ">", "+", "minimum", "further", "additional", "nearly", "plus", "uber", "mehr", "als", "plus", "mas", "meer", "dan", "mais");

    private static readonly FrozenSet<string> OfOthers = Set("its", "their", "whose", "our", "combined", "collective", "joint", "requires", "required", "requiring", "require", "minimum");
    private static readonly FrozenSet<string> OfSelf = Set("i", "my", "me", "myself", "am", "ve");
    private static readonly FrozenSet<string> BehindYears = Set("combined", "collective", "joint", "company", "team", "group", "corporate", "required", "preferred", "desired");
    private static readonly FrozenSet<string> Prepositions = Set("from", "in", "at", "of", "based", "across", "within", "both", "all", "each", "also", "already", "together");

    private static readonly FrozenSet<string> Governs = Set(
        "by", "under", "alongside", "beside", "to", "from", "of", "for", "assisting", "assisted", "supporting", "supported", "shadowing", "shadowed", "hired", "hiring",
        "recruited", "recruiting", "joined", "joining", "behind", "replacing", "replaced", "seeking", "seek", "needs", "need", "like");

    private static readonly FrozenSet<string> Articles = Set("a", "an", "the", "another", "one", "two", "three", "four", "five", "my", "several", "some", "many");

    /// <summary>Whether the years are somebody else's.</summary>
    /// <param name="pieces">The sentence.</param>
    /// <param name="years">Where it states the years.</param>
    public static bool Are(List<DateLexeme> pieces, Duration years)
    {
        for (var i = years.Next; i < Math.Min(pieces.Count, years.Next + MostWordsBehind); i++)
        {
            if (BehindYears.Contains(pieces[i].Key)) return true;
        }

        for (var i = years.First - 1; i >= 0 && Approximations.Contains(pieces[i].Key); i--)
        {
            if (OfOthers.Contains(pieces[i].Key)) return true;
        }

        var before = BeforeApproximation(pieces, years.First);
        if (before < 0) return false;
        if (OfOthers.Contains(pieces[before].Key)) return true;
        // "the founder's 30 years"
        if (pieces[before].Key == "s" && before > 0 && pieces[before - 1].IsMark('\'')) return true;
        if (pieces[before].IsMark('\'') && before > 0 && pieces[before - 1].Kind == LexemeKind.Word) return true;
        return IsOther(pieces, before);
    }

    /// <summary>The piece before "over", "more than", "at least"; -1 if there is none.</summary>
    public static int BeforeApproximation(List<DateLexeme> pieces, int first)
    {
        var before = first - 1;
        while (before >= 0 && (Approximations.Contains(pieces[before].Key) || (pieces[before].IsMark('.') && before > 0 && Approximations.Contains(pieces[before - 1].Key)))) before--;
        return before;
    }

    /// <summary>Whether the nearest noun that may have the years is somebody else.</summary>
    private static bool IsOther(List<DateLexeme> pieces, int before)
    {
        var isLinked = false;
        var i = before;
        for (; i >= 0 && IsLink(pieces[i]); i--)
        {
            if (OfSelf.Contains(pieces[i].Key)) return false;
            isLinked = true;
        }

        if (!isLinked || i < 0) return false;
        for (var (at, words) = (i, 0); at >= 0 && words < MostWordsBack; at--, words++)
        {
            if (pieces[at].Kind == LexemeKind.Mark && !pieces[at].IsMark('-') && !pieces[at].IsMark('\'')) return false;
            if (OfSelf.Contains(pieces[at].Key)) return false;
            // Of "business analyst" the analyst has the years: what counts is the last word of a name.
            var isHead = at == i || Prepositions.Contains(pieces[at + 1].Key) || IsLink(pieces[at + 1]) || pieces[at + 1].Kind == LexemeKind.Mark;
            if (isHead && (DateWords.Find(DateWord.Other, pieces, at).Success || IsSeveralPeople(pieces[at].Key))) return !IsTitle(pieces, at);
        }

        return IsGoverned(pieces, i);
    }

    /// <summary>"Manager with 20 years" says it of the person where nothing stands before it; "by a manager" does not.</summary>
    private static bool IsTitle(List<DateLexeme> pieces, int noun)
    {
        if (pieces[noun].Key is not ("manager" or "director" or "supervisor" or "ceo" or "cto" or "founder" or "cofounder" or "owner" or "mentor" or "professor" or "coach"
            or "trainer" or "tutor" or "contractor" or "partner")) return false;
        return !IsGoverned(pieces, noun) && !(noun > 0 && pieces[noun - 1].Key is "the" or "my" or "our" or "whose");
    }

    /// <summary>Whether "by", "under" or a verb with an article stands before the noun and its adjectives: "mentored by a senior engineer".</summary>
    private static bool IsGoverned(List<DateLexeme> pieces, int noun)
    {
        for (var i = noun - 1; i > 0 && noun - i <= MostModifiers; i--)
        {
            if (pieces[i].Kind == LexemeKind.Mark && !pieces[i].IsMark('-')) return false;
            if (Articles.Contains(pieces[i].Key)) return Governs.Contains(pieces[i - 1].Key);
        }

        return false;
    }

    private static bool IsLink(DateLexeme piece) => DateWords.Find(DateWord.Link, [piece], 0).Success;

    private static bool IsSeveralPeople(string word) =>
        word.Length > 5 && (word.EndsWith("ers", StringComparison.Ordinal) || word.EndsWith("ors", StringComparison.Ordinal) || word.EndsWith("ists", StringComparison.Ordinal)
            || word.EndsWith("ants", StringComparison.Ordinal) || word.EndsWith("ians", StringComparison.Ordinal) || word.EndsWith("ees", StringComparison.Ordinal)
            || word.EndsWith("yers", StringComparison.Ordinal));

    private static FrozenSet<string> Set(params string[] words) => words.ToFrozenSet(StringComparer.Ordinal);
}
