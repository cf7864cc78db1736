namespace CareerRecs.ProfileMatching.Understanding.Extraction.Dates.Grammar;

/// <summary>
/// Settles what the two dates of a period mean together: a year that one of them lacks, digits that may be a month or a year.
/// </summary>
internal static class DateResolver
{
    private const int FirstYear = 1930;
    private const int LastYear = 2060;

    /// <summary>The period from one date to another; null if they do not go together.</summary>
    public static Period? Range(DatePoint first, DatePoint second, DateConventions conventions)
    {
        if (!MayMeet(first, second))
        {
            return null;
        }

        if (WithYears(first, second) is not { } start || WithYears(second, first) is not { } end)
        {
            return null;
        }

        (start, end) = (WithoutGuess(start, end, conventions), WithoutGuess(end, start, conventions));
        var isInexact = start.IsInexact || end.IsInexact;
        return new Period(
            0,
            0,
            start.First,
            end.Last,
            IsOngoing: false,
            isInexact ? PeriodDefect.MonthUncertain : PeriodDefect.None
        );
    }

    /// <summary>The date with the year that the other end of the period gives it; null if it has none.</summary>
    public static DatePoint? WithYears(DatePoint point, DatePoint? other)
    {
        if (point.Form is PointForm.MonthAndNumber)
        {
            // "Jun 19 - Aug 21, 2019" has days, "Jun 19 - Aug 21" years.
            if (other is { Form: PointForm.Full } full && !(full.Next < point.Next))
            {
                return Inherit(point, full);
            }

            var year = NumericPoints.Century(point.Number);
            return other is { Form: PointForm.WithoutYear }
                ? null
                : point with
                {
                    First = point.First with { Year = year },
                    Last = point.Last with { Year = year },
                };
        }

        if (point.Form is not PointForm.WithoutYear)
        {
            return point;
        }

        return other is { } end && end.First.Year > 0 ? Inherit(point, end) : null;
    }

    /// <summary>Whether its years are years of a working life and its end is not before its start.</summary>
    public static bool IsPossible(Period period)
    {
        if (period.From is { } from && from.Year is < FirstYear or > LastYear)
        {
            return false;
        }

        if (period.To is not { } to)
        {
            return true;
        }

        if (to.Year is < FirstYear or > LastYear)
        {
            return false;
        }

        return period.From is not { } start
            || start.Year < to.Year
            || (start.Year == to.Year && (start.Month == 0 || to.Month == 0 || start.Month <= to.Month));
    }

    private static bool MayMeet(DatePoint first, DatePoint second)
    {
        if (first.Form == PointForm.ShortNumeric)
        {
            return second.Form == PointForm.ShortNumeric;
        }

        if (second.Form == PointForm.ShortNumeric)
        {
            return false;
        }

        if (first.Form == PointForm.Spaced)
        {
            return second.Form == PointForm.Spaced;
        }

        return first.Form != PointForm.WithoutYear || second.Form is PointForm.Full or PointForm.MonthAndNumber;
    }

    private static DatePoint? Inherit(DatePoint point, DatePoint other)
    {
        if (other.First.Month == 0)
        {
            return null;
        }

        // "November - February 2020" began in the year before.
        var isFirst = point.Next < other.Next;
        var year = other.First.Year;
        if (isFirst && point.First.Month > other.First.Month)
        {
            year--;
        }

        if (!isFirst && point.First.Month < other.First.Month)
        {
            year++;
        }

        return point with
        {
            Form = PointForm.Full,
            First = point.First with { Year = year },
            Last = point.Last with { Year = year },
        };
    }

    /// <summary>"2010-11" is November or a year's end; without another date that decides, the year alone is certain.</summary>
    private static DatePoint WithoutGuess(DatePoint point, DatePoint other, DateConventions conventions)
    {
        var isSure =
            point.Form != PointForm.YearAndNumber
            || conventions.HasIsoMonths
            || !DateConventions.IsNextYear(point.First.Year, point.Number)
            || (other.Form == PointForm.YearAndNumber && !DateConventions.IsNextYear(other.First.Year, other.Number));
        return isSure ? point : DatePoint.Full(point.Next, point.First.Year, isInexact: true);
    }
}
