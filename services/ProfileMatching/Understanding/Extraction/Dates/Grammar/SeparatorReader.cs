namespace CareerRecs.ProfileMatching.Understanding.Extraction.Dates.Grammar;

/// <summary>What stands between the two dates of a period.</summary>
/// <param name="Next">Index of the piece behind it.</param>
/// <param name="IsDash">Whether it has a dash or an arrow.</param>
/// <param name="IsSlash">Whether it is a slash alone.</param>
/// <param name="IsLast">Whether it is a dash with nothing behind it that could be an end.</param>
/// <param name="Word">Index of its word: "to" may begin "to date".</param>
internal readonly record struct Separator(int Next, bool IsDash, bool IsSlash, bool IsLast, int Word);

/// <summary>Reads what stands between the two dates of a period, and the words for the present behind it.</summary>
internal sealed class SeparatorReader(List<DateLexeme> pieces)
{
    private const int MostDashes = 4;

    /// <summary>The separator at a piece; null if what stands there separates no dates.</summary>
    /// <param name="at">Index of the piece.</param>
    /// <param name="isBetween">Whether "between" stands before the first date, so that "and" may stand here.</param>
    public Separator? Read(int at, bool isBetween)
    {
        if (at >= pieces.Count)
        {
            return null;
        }

        if (pieces[at].IsMark('/'))
        {
            return new Separator(at + 1, IsDash: false, IsSlash: true, IsLast: false, at + 1);
        }

        var isCell = pieces[at].Before >= Gap.Wide;
        var next = at;
        // "From: March 2019, to: May 2021", "March 2019 | May 2021", "(March 2019) - (May 2021)"
        if (pieces[next].Key is "," or ";" or "|" or ")" or ".")
        {
            isCell |= pieces[next].IsMark('|');
            next++;
        }

        var dashes = Dashes(next);
        next += dashes;
        var wordAt = next;
        var word = Word(next, isBetween);
        next += word;
        if (word > 0 && next < pieces.Count && pieces[next].IsMark(':'))
        {
            next++;
        }

        if (dashes == 0 && word > 0)
        {
            next += Dashes(next);
        }

        if (dashes == 0 && word == 0)
        {
            return isCell ? new Separator(next, IsDash: false, IsSlash: false, IsLast: false, wordAt) : null;
        }

        return new Separator(next, dashes > 0, IsSlash: false, dashes > 0 && word == 0 && EndsCell(next), wordAt);
    }

    /// <summary>The piece behind a word for the present at a place, with or without a bracket or comma before it.</summary>
    public int? Present(int at)
    {
        var next = at;
        if (next < pieces.Count && pieces[next].Key is "," or "(" or "[")
        {
            next++;
        }

        if (next < pieces.Count && pieces[next].Key is "+")
        {
            return Ends(next + 1) ? next + 1 : null;
        }

        var present = DateWords.Find(DateWord.Present, pieces, next);
        if (!present.Success)
        {
            return null;
        }

        next += present.Length;
        // "present)" and "present day" end here; "current projects" is something else.
        return next;
    }

    /// <summary>A year of two digits behind a dash with blanks: "2019 – 21".</summary>
    public (int Year, int Next)? ShortEnd(DatePoint first, Separator separator)
    {
        if (
            !separator.IsDash
            || first.First.Month > 0
            || separator.Next >= pieces.Count
            || !pieces[separator.Next].IsNumber(2)
            || !Ends(separator.Next + 1)
        )
        {
            return null;
        }

        var year = first.First.Year - (first.First.Year % 100) + pieces[separator.Next].Value;
        return year >= first.First.Year ? (year, separator.Next + 1) : null;
    }

    private int Dashes(int at)
    {
        var count = 0;
        while (count < MostDashes && at + count < pieces.Count && pieces[at + count].Key is "-" or ">" or "~" or "=")
        {
            count++;
        }

        return count;
    }

    private int Word(int at, bool isBetween)
    {
        var word = Math.Max(DateWords.Find(DateWord.To, pieces, at).Length, DateWords.Find(DateWord.EndLabel, pieces, at).Length);
        return word == 0 && isBetween ? DateWords.Find(DateWord.And, pieces, at).Length : word;
    }

    private bool EndsCell(int at) =>
        at >= pieces.Count || pieces[at].Before >= Gap.Wide || pieces[at].Key is ")" or "]" or "|" or "," or "·" or "•" or ";";

    private bool Ends(int at) => at >= pieces.Count || pieces[at].Kind == LexemeKind.Mark || pieces[at].Before >= Gap.Wide;
}
