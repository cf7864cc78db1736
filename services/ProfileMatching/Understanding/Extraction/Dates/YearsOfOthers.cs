using System.Collections.Frozen;

namespace CareerRecs.Matching.Understanding.Extraction.Dates;

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

    private static readonly FrozenSet<string> Approximations = Set(
        "over more than about nearly almost approximately approx around roughly some at least up to well a the total",
        "past last combined collective ~ > + minimum further additional plus uber mehr als mas meer dan mais on back",
        "looks looking"
    );

    private static readonly FrozenSet<string> OfOthers = Set(
        "its their whose our combined collective joint requires required requiring require minimum"
    );

    private static readonly FrozenSet<string> OfSelf = Set("i my me myself am ve");
    private static readonly FrozenSet<string> BehindYears = Set(
        "combined collective joint company team group corporate required preferred desired"
    );
    private static readonly FrozenSet<string> Prepositions = Set(
        "from in at of based across within both all each also already together"
    );
    private static readonly FrozenSet<string> Has = Set("has had have brings boasts offers");

    private static readonly FrozenSet<string> Governs = Set(
        "by under alongside beside to from of for assisting assisted supporting supported shadowing shadowed hired",
        "hiring recruited recruiting joined joining behind replacing replaced seeking seek needs need like training",
        "trained led leading managed managing coached coaching"
    );

    private static readonly FrozenSet<string> Articles = Set("a an the another one two three four five my our several some many");

    /// <summary>People who are somebody else only where the sentence says so: "by a manager", "the founder".</summary>
    private static readonly FrozenSet<string> MayBeSelf = Set(
        "manager director supervisor ceo cto founder cofounder owner mentor professor coach trainer tutor contractor",
        "partner"
    );

    /// <summary>Whether the years are somebody else's.</summary>
    /// <param name="years">Where the sentence states them.</param>
    public bool Have(Duration years)
    {
        for (var i = years.Next; i < Math.Min(pieces.Count, years.Next + MostWordsBehind); i++)
        {
            if (BehindYears.Contains(pieces[i].Key))
            {
                return true;
            }
        }

        for (var i = years.First - 1; i >= 0 && Approximations.Contains(pieces[i].Key); i--)
        {
            if (OfOthers.Contains(pieces[i].Key))
            {
                return true;
            }
        }

        var before = BeforeApproximation(pieces, years.First);
        if (before < 0)
        {
            return false;
        }

        if (OfOthers.Contains(pieces[before].Key) || IsPossessive(before))
        {
            return true;
        }

        return IsOfRelative(before) || IsOfSubject(before);
    }

    /// <summary>The piece before "over", "more than", "at least"; -1 if there is none.</summary>
    public static int BeforeApproximation(List<DateLexeme> pieces, int first)
    {
        var before = first - 1;
        while (
            before >= 0
            && (
                Approximations.Contains(pieces[before].Key)
                || (pieces[before].IsMark('.') && before > 0 && Approximations.Contains(pieces[before - 1].Key))
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
            if (OfSelf.Contains(pieces[i].Key))
            {
                return false;
            }

            hasVerb |= Has.Contains(pieces[i].Key);
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
            && !OfSelf.Contains(pieces[i].Key)
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
            if (pieces[at].IsMark(',') && Articles.Contains(pieces[at + 1].Key))
            {
                return at > 0 && char.IsUpper(text[pieces[at - 1].Start]) && !titleEnds.Contains(pieces[at - 1].End);
            }

            if (pieces[at].Kind == LexemeKind.Mark && !pieces[at].IsMark('-') && !pieces[at].IsMark('\''))
            {
                return false;
            }

            if (OfSelf.Contains(pieces[at].Key) && at < last)
            {
                return MayBeOther(at + 1, last);
            }

            // Of "business analyst" the analyst has the years: what counts is the last word of a name.
            var isHead =
                at == last
                || Prepositions.Contains(pieces[at + 1].Key)
                || DateWords.Find(DateWord.Link, [pieces[at + 1]], 0).Success
                || pieces[at + 1].Kind == LexemeKind.Mark;
            if (isHead && IsOther(at))
            {
                return !MayBeSelf.Contains(pieces[at].Key)
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
        last >= 0 && last < MostWordsOfSubject && Articles.Contains(pieces[0].Key) && IsOther(last);

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
            && Governs.Contains(pieces[at - 1].Key)
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

            if (Articles.Contains(pieces[i].Key))
            {
                return Governs.Contains(pieces[i - 1].Key);
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

    /// <summary>Words separated by blanks.</summary>
    private static FrozenSet<string> Set(params string[] words) =>
        words.SelectMany(line => line.Split(' ')).ToFrozenSet(StringComparer.Ordinal);
}
