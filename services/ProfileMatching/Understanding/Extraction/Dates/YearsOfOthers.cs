using System.Collections.Frozen;
using CareerRecs.ProfileMatching.Understanding.Extraction.Dates.Grammar;

namespace CareerRecs.ProfileMatching.Understanding.Extraction.Dates;

/// <summary>
/// Tells whether a sentence says its years of somebody else: "a firm with 45 years of experience", "candidates with 3 years".
/// </summary>
/// <param name="text">The text.</param>
/// <param name="pieces">The sentence.</param>
/// <param name="titleEnds">Positions behind the titles that the text names: of a title the person speaks.</param>
internal sealed class YearsOfOthers(string text, List<DateLexeme> pieces, FrozenSet<int> titleEnds)
{
    private const int MostWordsBack = 12;
    private const int MostWordsBehind = 8;
    private const int MostModifiers = 5;
    private const int MostWordsOfSubject = 4;

    /// <summary>Whether the years are somebody else's.</summary>
    /// <param name="years">Where the sentence states them.</param>
    public bool Have(Duration years)
    {
        for (var i = years.Next; i < Math.Min(pieces.Count, years.Next + MostWordsBehind); i++)
        {
            if (WordsOfOthers.BehindYears.Contains(pieces[i].Key))
            {
                return true;
            }
        }

        for (var i = years.First - 1; i >= 0 && WordsOfOthers.Approximations.Contains(pieces[i].Key); i--)
        {
            if (WordsOfOthers.OfOthers.Contains(pieces[i].Key))
            {
                return true;
            }
        }

        var before = BeforeApproximation(pieces, years.First);
        if (before < 0)
        {
            return false;
        }

        if (WordsOfOthers.OfOthers.Contains(pieces[before].Key) || IsPossessive(before))
        {
            return true;
        }

        return IsOfNameBeforeBracket(before) || IsOfRelative(before) || IsOfSubject(before);
    }

    /// <summary>"Bricklayer, 14 years", "carpenter for 10 years": the years right behind a title are the person's.</summary>
    public bool IsOfTitle(Duration years)
    {
        var before = BeforeApproximation(pieces, years.First);
        return before > 0
            && (pieces[before].IsMark(',') || pieces[before].IsMark(':') || pieces[before].Key is "-" or "(" or "with" or "for")
            && titleEnds.Contains(pieces[before - 1].End);
    }

    /// <summary>"Kaveri Textiles (45 years of experience)": a name that is no title has the years in the brackets behind
    /// it.</summary>
    private bool IsOfNameBeforeBracket(int before) =>
        before > 0
        && pieces[before].Key == "("
        && pieces[before - 1].Kind == LexemeKind.Word
        && char.IsUpper(text[pieces[before - 1].Start])
        && !titleEnds.Contains(pieces[before - 1].End)
        && !DateWords.Find(DateWord.Experience, pieces, before - 1).Success;

    /// <summary>The piece before "over", "more than", "at least"; -1 if there is none.</summary>
    public static int BeforeApproximation(List<DateLexeme> pieces, int first)
    {
        var before = first - 1;
        while (
            before >= 0
            && (
                WordsOfOthers.Approximations.Contains(pieces[before].Key)
                || (pieces[before].IsMark('.') && before > 0 && WordsOfOthers.Approximations.Contains(pieces[before - 1].Key))
            )
        )
        {
            before--;
        }

        return before;
    }

    /// <summary>"The founder's 30 years", "engineers' 30 years".</summary>
    private bool IsPossessive(int before) =>
        before > 0
        && (
            (pieces[before].Key == "s" && pieces[before - 1].IsMark('\''))
            || (pieces[before].IsMark('\'') && pieces[before - 1].Kind == LexemeKind.Word)
        );

    /// <summary>
    /// "..., who has 20 years", "a mentor whose experience spans 30 years", "a firm that looks back on 45 years".
    /// </summary>
    private bool IsOfRelative(int before)
    {
        for (var i = before; i > 0 && before - i <= MostModifiers && pieces[i].Kind == LexemeKind.Word; i--)
        {
            if (pieces[i].Key is "which" or "whose")
            {
                return true;
            }

            if (pieces[i].Key is not ("who" or "that"))
            {
                continue;
            }

            return pieces[i - 1].IsMark(',') || !titleEnds.Contains(pieces[i - 1].End) || IsGoverned(i - 1);
        }

        return false;
    }

    /// <summary>Whether the nearest noun that may have the years is somebody else.</summary>
    private bool IsOfSubject(int before)
    {
        var (i, hasVerb) = (before, false);
        for (; i >= 0 && DateWords.Find(DateWord.Link, [pieces[i]], 0).Success; i--)
        {
            if (WordsOfOthers.OfSelf.Contains(pieces[i].Key))
            {
                return false;
            }

            hasVerb |= WordsOfOthers.Has.Contains(pieces[i].Key);
        }

        if (i == before || i < 0)
        {
            return false;
        }

        if (pieces[i].IsMark(','))
        {
            return IsSubjectAlone(i - 1);
        }

        if (titleEnds.Contains(pieces[i].End))
        {
            return IsGoverned(i);
        }

        // "Kaveri has 45 years": the person's own name is blanked before.
        if (
            hasVerb
            && char.IsUpper(text[pieces[i].Start])
            && pieces[i].Kind == LexemeKind.Word
            && !WordsOfOthers.OfSelf.Contains(pieces[i].Key)
        )
        {
            return true;
        }

        return IsOtherNoun(i);
    }

    private bool IsOtherNoun(int last)
    {
        for (var (at, words) = (last, 0); at >= 0 && words < MostWordsBack; at--, words++)
        {
            // "Kaveri Systems, a market leader with 45 years"
            if (pieces[at].IsMark(',') && WordsOfOthers.Articles.Contains(pieces[at + 1].Key))
            {
                return at > 0 && char.IsUpper(text[pieces[at - 1].Start]) && !titleEnds.Contains(pieces[at - 1].End);
            }

            if (pieces[at].Kind == LexemeKind.Mark && !pieces[at].IsMark('-') && !pieces[at].IsMark('\''))
            {
                return false;
            }

            if (WordsOfOthers.OfSelf.Contains(pieces[at].Key) && at < last)
            {
                return MayBeOther(at + 1, last);
            }

            // Of "business analyst" the analyst has the years: what counts is the last word of a name.
            var isHead =
                at == last
                || WordsOfOthers.Prepositions.Contains(pieces[at + 1].Key)
                || DateWords.Find(DateWord.Link, [pieces[at + 1]], 0).Success
                || pieces[at + 1].Kind == LexemeKind.Mark;
            if (isHead && IsOther(at))
            {
                return !WordsOfOthers.MayBeSelf.Contains(pieces[at].Key)
                    || IsGoverned(at)
                    || (at > 0 && pieces[at - 1].Key is "the" or "our" or "whose");
            }
        }

        return IsGoverned(last) || IsNamedEmployer(last);
    }

    /// <summary>"Worked for Kaveri Systems with 45 years": the name behind a verb and a preposition.</summary>
    private bool IsNamedEmployer(int last)
    {
        var i = last;
        while (i > 0 && pieces[i].Kind == LexemeKind.Word && char.IsUpper(text[pieces[i].Start]))
        {
            i--;
        }

        return i < last
            && (
                pieces[i].Key is "by" or "under" or "joined" or "joining"
                || (pieces[i].Key == "for" && i > 0 && pieces[i - 1].Key is "worked" or "working" or "employed")
            );
    }

    /// <summary>"My manager has 20 years", but "I, a manager, have".</summary>
    private bool MayBeOther(int first, int last)
    {
        if (pieces[first - 1].Key != "my")
        {
            return false;
        }

        for (var i = first; i <= last; i++)
        {
            if (IsOther(i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"My manager, with 30 years of experience, ...": somebody else is all that stands before the comma.</summary>
    private bool IsSubjectAlone(int last) =>
        last >= 0 && last < MostWordsOfSubject && WordsOfOthers.Articles.Contains(pieces[0].Key) && IsOther(last);

    private bool IsOther(int at)
    {
        if (DateWords.Find(DateWord.Other, pieces, at).Success || IsSeveralPeople(pieces[at].Key))
        {
            return true;
        }

        // "supporting surgeons"
        var word = pieces[at].Key;
        var isPlural = word.Length > 4 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i' or 'c');
        return isPlural
            && at > 0
            && WordsOfOthers.Governs.Contains(pieces[at - 1].Key)
            && pieces[at - 1].Key is not ("of" or "for" or "to" or "from");
    }

    /// <summary>
    /// Whether "by", "under" or a verb with an article stands before the noun and its adjectives: "mentored by a senior
    /// engineer".
    /// </summary>
    private bool IsGoverned(int noun)
    {
        for (var i = noun - 1; i > 0 && noun - i <= MostModifiers; i--)
        {
            if (pieces[i].Kind == LexemeKind.Mark && !pieces[i].IsMark('-'))
            {
                return false;
            }

            if (WordsOfOthers.Articles.Contains(pieces[i].Key))
            {
                return WordsOfOthers.Governs.Contains(pieces[i - 1].Key);
            }
        }

        return false;
    }

    private static bool IsSeveralPeople(string word) =>
        word.Length > 5
        && (
            word.EndsWith("ers", StringComparison.Ordinal)
            || word.EndsWith("ors", StringComparison.Ordinal)
            || word.EndsWith("ists", StringComparison.Ordinal)
            || word.EndsWith("ants", StringComparison.Ordinal)
            || word.EndsWith("ians", StringComparison.Ordinal)
            || word.EndsWith("ees", StringComparison.Ordinal)
        );
}
