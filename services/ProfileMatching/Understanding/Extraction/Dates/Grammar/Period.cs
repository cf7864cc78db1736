namespace CareerRecs.ProfileMatching.Understanding.Extraction.Dates.Grammar;

/// <summary>What of a period could not be read.</summary>
internal enum PeriodDefect
{
    None,

    /// <summary>A month is not certain; the year is.</summary>
    MonthUncertain,

    /// <summary>One date alone: nothing says whether it is a start or an end.</summary>
    OneDate,

    /// <summary>The end is before the start, or a year is out of reach.</summary>
    Impossible,
}

/// <summary>A period that a line states.</summary>
/// <param name="Start">Position of its first character.</param>
/// <param name="End">Position behind its last character, with the length behind it: "(5 years 9 months)".</param>
/// <param name="From">First month; null if not stated.</param>
/// <param name="To">Last month; null if not stated or still going on.</param>
/// <param name="IsOngoing">Whether it goes on.</param>
/// <param name="Defect">What of it could not be read.</param>
/// <param name="IsCut">Whether the line ends behind the dash: the end may stand on the next line.</param>
internal readonly record struct Period(
    int Start,
    int End,
    YearMonth? From,
    YearMonth? To,
    bool IsOngoing,
    PeriodDefect Defect = PeriodDefect.None,
    bool IsCut = false
)
{
    /// <summary>Number of its characters.</summary>
    public int Length => End - Start;

    /// <summary>Whether it says when something began or ended.</summary>
    public bool IsUsable => Defect is PeriodDefect.None or PeriodDefect.MonthUncertain;

    /// <summary>Years from the first month to the last; null if one of them is missing.</summary>
    public double? Years(DateOnly? today)
    {
        var last = IsOngoing
            ? today is { } now
                ? new YearMonth(now.Year, From?.Month > 0 ? now.Month : 0)
                : null
            : To;
        if (From is not { } first || last is not { } end)
        {
            return null;
        }

        // A month counts whole, a year alone from its beginning.
        var months = first.Month > 0 && end.Month > 0 ? end.Month - first.Month + (IsOngoing ? 0 : 1) : 0;
        return Math.Round(end.Year - first.Year + (months / 12.0), 1);
    }
}
