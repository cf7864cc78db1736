namespace CareerRecs.ProfileMatching.Understanding.Extraction.Dates.Grammar;

/// <summary>Reads dates in digits: "2019-06", "06/2019", "01.06.2019", "2019-06-01", "'19", "201906".</summary>
internal sealed class NumericPoints(List<DateLexeme> pieces, DateConventions conventions)
{
    private const int FirstYear = 1900;
    private const int LastYear = 2099;
    private const int Months = 12;
    private const int LastDay = 31;

    /// <summary>Two digits below it are of this century.</summary>
    private const int Turn = 50;

    /// <summary>The date that begins at a piece; null if none does.</summary>
    public DatePoint? Read(int at)
    {
        if (ApostropheYear(at) is { } apostrophe)
        {
            return DatePoint.Full(at + 2, apostrophe);
        }

        if (at >= pieces.Count || pieces[at].Kind != LexemeKind.Number || IsPartOfNumber(at))
        {
            return null;
        }

        // A year behind a number that is no month, "13/2019", is all that is certain.
        if (FullYear(at) is { } year)
        {
            return IsBehindNumber(at) ? DatePoint.Full(at + 1, year, isInexact: true) : YearFirst(at, year);
        }

        if (pieces[at].Length is 6 or 8)
        {
            return Packed(at);
        }

        return pieces[at].Length <= 2 ? DayOrMonthFirst(at) : null;
    }

    /// <summary>The year of four digits at a piece.</summary>
    public int? FullYear(int at)
    {
        if (at >= pieces.Count || !pieces[at].IsNumber(4) || pieces[at].Value is < FirstYear or > LastYear || IsPartOfNumber(at))
        {
            return null;
        }

        // "the 1990s"
        return at + 1 < pieces.Count && pieces[at + 1].Key == "s" && pieces[at + 1].Before == Gap.None ? null : pieces[at].Value;
    }

    /// <summary>The year of an apostrophe and two digits.</summary>
    public int? ApostropheYear(int at) =>
        at + 1 < pieces.Count && pieces[at].IsMark('\'') && pieces[at + 1].IsNumber(2) && pieces[at + 1].Before == Gap.None
            ? Century(pieces[at + 1].Value)
            : null;

    /// <summary>The year that two digits mean.</summary>
    public static int Century(int digits) => digits < Turn ? 2000 + digits : 1900 + digits;

    private DatePoint YearFirst(int at, int year)
    {
        if (Tight(at + 1, at + 2) is not { } mark || mark is not ("-" or "/" or ".") || pieces[at + 2].Length > 2)
        {
            return DatePoint.Full(at + 1, year);
        }

        var second = pieces[at + 2];
        if (
            Tight(at + 3, at + 4) == mark
            && pieces[at + 4].Length <= 2
            && second.Value is >= 1 and <= Months
            && pieces[at + 4].Value is >= 1 and <= LastDay
        )
        {
            return DatePoint.Full(BehindTime(at + 5), year, second.Value);
        }

        // A number that is no month may be a later year: "2018-19", "2018/19".
        if (second.Length == 2 && second.Value > Months && mark != "." && second.Value > year % 100)
        {
            return new DatePoint(
                at + 3,
                PointForm.Span,
                new YearMonth(year, 0),
                new YearMonth(year - (year % 100) + second.Value, 0)
            );
        }

        if (second.Value is < 1 or > Months)
        {
            return DatePoint.Full(at + 1, year);
        }

        return DatePoint.Of(
            at + 3,
            second.Length == 2 && mark != "." ? PointForm.YearAndNumber : PointForm.Full,
            year,
            second.Value,
            second.Value
        );
    }

    /// <summary>Index behind the time of "2019-06-01T00:00:00Z".</summary>
    private int BehindTime(int at)
    {
        if (
            at + 1 >= pieces.Count
            || pieces[at].Key != "t"
            || pieces[at].Before != Gap.None
            || pieces[at + 1].Kind != LexemeKind.Number
        )
        {
            return at;
        }

        while (at < pieces.Count && pieces[at].Before == Gap.None)
        {
            at++;
        }

        return at;
    }

    private DatePoint? DayOrMonthFirst(int at)
    {
        var first = pieces[at].Value;
        if (Joined(at + 1, at + 2) is { } mark)
        {
            if (FullYear(at + 2) is { } year)
            {
                return first is >= 1 and <= Months ? DatePoint.Full(at + 3, year, first) : null;
            }

            var second = pieces[at + 2];
            if (second.Length <= 2 && Joined(at + 3, at + 4) == mark)
            {
                var full = FullYear(at + 4) ?? (pieces[at + 4].IsNumber(2) ? Century(pieces[at + 4].Value) : null);
                return full is { } found ? WithDay(at + 5, found, first, second.Value, mark) : null;
            }

            // "2.14" is a number; "06/19" and "06.19" are months if another stands beside.
            return second.IsNumber(2) && first is >= 1 and <= Months && (mark == "/" || pieces[at].Length == 2)
                ? DatePoint.Of(at + 3, PointForm.ShortNumeric, Century(second.Value), first)
                : null;
        }

        var slash = at + 1 < pieces.Count && pieces[at + 1].IsMark('/') ? 1 : 0;
        if (ApostropheYear(at + 1 + slash) is { } apostrophe && first is >= 1 and <= Months)
        {
            return DatePoint.Full(at + 3 + slash, apostrophe, first);
        }

        return
            pieces[at].Length == 2
            && first is >= 1 and <= Months
            && FullYear(at + 1) is { } spaced
            && pieces[at + 1].Before is Gap.Blank
            ? DatePoint.Of(at + 2, PointForm.Spaced, spaced, first)
            : null;
    }

    private DatePoint? WithDay(int next, int year, int first, int second, string mark)
    {
        var order = mark == "." ? conventions.Dotted : conventions.Slashed;
        var (isDayFirst, isMonthFirst) = (
            first is >= 1 and <= LastDay && second is >= 1 and <= Months,
            first is >= 1 and <= Months && second is >= 1 and <= LastDay
        );
        return (isDayFirst, isMonthFirst) switch
        {
            (true, false) => DatePoint.Full(next, year, second),
            (false, true) => DatePoint.Full(next, year, first),
            (false, false) => null,
            _ when first == second || order == DayOrder.MonthFirst => DatePoint.Full(next, year, first),
            _ when order == DayOrder.DayFirst => DatePoint.Full(next, year, second),
            _ => DatePoint.Full(next, year, isInexact: true),
        };
    }

    private bool IsBehindNumber(int at) =>
        at > 1
        && pieces[at].Before == Gap.None
        && pieces[at - 1].Key is "/" or "."
        && pieces[at - 1].Before == Gap.None
        && pieces[at - 2].Kind == LexemeKind.Number
        && pieces[at - 2].Length <= 2;

    /// <summary>"201906", "20190601".</summary>
    private DatePoint? Packed(int at)
    {
        var number = pieces[at].Length == 8 ? pieces[at].Value / 100 : pieces[at].Value;
        var (year, month) = (number / 100, number % 100);
        return year is >= FirstYear and <= LastYear && month is >= 1 and <= Months
            ? DatePoint.Of(at + 1, PointForm.Spaced, year, month)
            : null;
    }

    /// <summary>The mark between two numbers without blanks around it.</summary>
    private string? Tight(int mark, int number) =>
        number < pieces.Count
        && pieces[mark].Kind == LexemeKind.Mark
        && pieces[number].Kind == LexemeKind.Number
        && pieces[mark].Before == Gap.None
        && pieces[number].Before == Gap.None
            ? pieces[mark].Key
            : null;

    /// <summary>The mark between two numbers of one date: "06/2019", "06 / 2019", "01. 06. 2019", "06-2019".</summary>
    private string? Joined(int mark, int number)
    {
        if (
            number >= pieces.Count
            || pieces[number].Kind != LexemeKind.Number
            || pieces[mark].Before > Gap.Blank
            || pieces[number].Before > Gap.Blank
        )
        {
            return null;
        }

        return pieces[mark].Key switch
        {
            "/" => "/",
            "." when pieces[mark].Before == Gap.None => ".",
            "-" when pieces[mark].Before == Gap.None && pieces[number].Before == Gap.None => "-",
            _ => null,
        };
    }

    /// <summary>Whether the digits belong to an amount or a longer number: "$2019", "1,995".</summary>
    private bool IsPartOfNumber(int at) =>
        at > 0
        && pieces[at].Before == Gap.None
        && (
            pieces[at - 1].Key is "$" or "€" or "£" or "#"
            || (pieces[at - 1].IsMark(',') && at > 1 && pieces[at - 2].Kind == LexemeKind.Number && pieces[at].Length == 3)
        );
}
