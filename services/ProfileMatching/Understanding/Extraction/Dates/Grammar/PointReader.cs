namespace CareerRecs.ProfileMatching.Understanding.Extraction.Dates.Grammar;

/// <summary>Reads single dates, worded or numeric, out of the pieces of a line.</summary>
internal sealed class PointReader(List<DateLexeme> pieces, DateConventions conventions)
{
    private const int MostGlue = 3;
    private const int LastDay = 31;

    private readonly NumericPoints _numeric = new(pieces, conventions);
    private readonly SpanPoints _spans = new(pieces);

    /// <summary>The date that begins at a piece; null if none does.</summary>
    public DatePoint? Read(int at)
    {
        if (at >= pieces.Count)
        {
            return null;
        }

        if (Vague(at) is { } start)
        {
            return Certain(start) is { } point ? point with { IsInexact = point.IsInexact || point.First.Month == 0 } : null;
        }

        return Certain(at);
    }

    private DatePoint? Certain(int at) =>
        at >= pieces.Count ? null : _spans.Read(at) ?? Worded(at) ?? DayThenMonth(at) ?? YearThenMonth(at) ?? _numeric.Read(at);

    /// <summary>Where the date behind "early", "mid-" or "~" begins.</summary>
    private int? Vague(int at)
    {
        if (pieces[at].IsMark('~'))
        {
            return at + 1;
        }

        if (DateWords.Find(DateWord.Vague, pieces, at) is not { Success: true } vague)
        {
            return null;
        }

        var next = at + vague.Length;
        while (next < pieces.Count && next - at < vague.Length + 2 && (pieces[next].IsMark('-') || pieces[next].IsMark('.')))
        {
            next++;
        }

        return next + DateWords.Find(DateWord.Filler, pieces, next).Length;
    }

    /// <summary>"June 2019", "Jun '19", "June 1st, 2019", "Jun-19", and a month without a year.</summary>
    private DatePoint? Worded(int at)
    {
        if (DateWords.Find(DateWord.Month, pieces, at) is not { Success: true } month)
        {
            return null;
        }

        var behind = at + month.Length;
        if (behind < pieces.Count && pieces[behind].IsMark('.'))
        {
            behind++;
        }

        if (IsSameCell(behind) && Day(behind) is { } afterDay && Year(afterDay) is { } dated)
        {
            return DatePoint.Full(dated.Next, dated.Year, month.Value);
        }

        if (Year(behind) is { } year)
        {
            return DatePoint.Full(year.Next, year.Year, month.Value);
        }

        if (ShortYear(behind) is { } shortYear)
        {
            return DatePoint.Full(shortYear.Next, shortYear.Year, month.Value);
        }

        return IsSameCell(behind) && pieces[behind].IsNumber(2)
            ? DatePoint.Of(behind + 1, PointForm.MonthAndNumber, 0, month.Value, pieces[behind].Value)
            : DatePoint.Of(
                IsSameCell(behind) && Day(behind) is { } day && Ends(day) ? day : behind,
                PointForm.WithoutYear,
                0,
                month.Value
            );
    }

    /// <summary>"1 June 2019", "1. Juni 2019", "1er juin 2019", "1 de junio de 2019", "15-Jun-2019".</summary>
    private DatePoint? DayThenMonth(int at)
    {
        if (Day(at) is not { } behind)
        {
            return null;
        }

        var month = DateWords.Find(DateWord.Month, pieces, behind);
        if (!month.Success)
        {
            return null;
        }

        behind += month.Length;
        if (behind < pieces.Count && pieces[behind].IsMark('.'))
        {
            behind++;
        }

        var year = Year(behind) ?? ShortYear(behind);
        return year is { } found
            ? DatePoint.Full(found.Next, found.Year, month.Value)
            : DatePoint.Of(behind, PointForm.WithoutYear, 0, month.Value);
    }

    /// <summary>"2019 June", "2019-Jun", "2019, June".</summary>
    private DatePoint? YearThenMonth(int at)
    {
        if (_numeric.FullYear(at) is not { } year)
        {
            return null;
        }

        var behind = at + 1;
        var isSplit =
            behind < pieces.Count
            && (pieces[behind].IsMark(',') || (pieces[behind].Before == Gap.None && pieces[behind].Key is "-" or "/" or "."));
        if (isSplit)
        {
            behind++;
        }

        if (behind >= pieces.Count || pieces[behind].Before is Gap.Tab or Gap.Wide)
        {
            return null;
        }

        var month = DateWords.Find(DateWord.Month, pieces, behind);
        if (!month.Success)
        {
            return null;
        }

        behind += month.Length;
        if (behind < pieces.Count && pieces[behind].IsMark('.'))
        {
            behind++;
        }

        // In "2019 June 2021" the month belongs to the year behind it.
        return !IsSameCell(behind) || _numeric.FullYear(behind) is null ? DatePoint.Full(behind, year, month.Value) : null;
    }

    /// <summary>The piece behind a day with its ending, full stop, dash or "of".</summary>
    private int? Day(int at)
    {
        if (at >= pieces.Count || pieces[at].Value is < 1 or > LastDay || pieces[at].Length > 2)
        {
            return null;
        }

        var next = at + 1;
        if (next < pieces.Count && pieces[next].Before == Gap.None)
        {
            next += DateWords.Find(DateWord.Ordinal, pieces, next).Length;
        }

        if (next < pieces.Count && pieces[next].Key is "." or "," or "-" or "/" && pieces[next].Before == Gap.None)
        {
            next++;
        }

        return next + DateWords.Find(DateWord.Filler, pieces, next).Length;
    }

    /// <summary>A year of four digits, or of two behind an apostrophe, on this cell of the line.</summary>
    private (int Year, int Next)? Year(int at)
    {
        var last = Math.Min(pieces.Count, at + MostGlue);
        for (var i = at; i < last; i++)
        {
            if (pieces[i].Before == Gap.Tab)
            {
                return null;
            }

            if (_numeric.FullYear(i) is { } year)
            {
                return (year, i + 1);
            }

            if (_numeric.ApostropheYear(i) is { } apostrophe)
            {
                return (apostrophe, i + 2);
            }

            if (pieces[i].Key is not ("." or "," or "/" or "-") || (pieces[i].IsMark('-') && pieces[i].Before != Gap.None))
            {
                break;
            }
        }

        for (var i = at; i < last; i++)
        {
            var filler = DateWords.Find(DateWord.Filler, pieces, i);
            if (filler.Success && _numeric.FullYear(i + filler.Length) is { } year)
            {
                return (year, i + filler.Length + 1);
            }

            if (i >= pieces.Count || pieces[i].Key is not ("." or ","))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>A year of two digits right behind a month: "Jun-19", "Jun/19", "JUN19".</summary>
    private (int Year, int Next)? ShortYear(int at)
    {
        var next = at < pieces.Count && pieces[at].Before == Gap.None && pieces[at].Key is "-" or "/" or "." ? at + 1 : at;
        return next < pieces.Count && pieces[next].IsNumber(2) && pieces[next].Before == Gap.None
            ? (NumericPoints.Century(pieces[next].Value), next + 1)
            : null;
    }

    private bool IsSameCell(int at) => at < pieces.Count && pieces[at].Before <= Gap.Blank;

    private bool Ends(int at) =>
        at >= pieces.Count || pieces[at].Kind == LexemeKind.Mark || DateWords.Find(DateWord.To, pieces, at).Success;
}
