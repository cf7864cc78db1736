namespace CareerRecs.ProfileMatching.Understanding.Extraction.Dates.Grammar;

/// <summary>A month, or a year without a month.</summary>
/// <param name="Year">Year.</param>
/// <param name="Month">Month; 0 if only the year is certain.</param>
internal readonly record struct YearMonth(int Year, int Month);

/// <summary>How a date is written, as far as its meaning depends on what stands beside it.</summary>
internal enum PointForm
{
    /// <summary>With a year that is beyond doubt.</summary>
    Full,

    /// <summary>"2019-06": a month, or a span of years.</summary>
    YearAndNumber,

    /// <summary>"06/19": month and year only beside another date like it.</summary>
    ShortNumeric,

    /// <summary>"06 2019": month and year only beside another date like it.</summary>
    Spaced,

    /// <summary>"Jun 19": the number is a day, or a year.</summary>
    MonthAndNumber,

    /// <summary>"June", "1 June": the year stands at the other end of the period.</summary>
    WithoutYear,

    /// <summary>"Q3 2019", "summer 2019", "2018/19": a period of its own.</summary>
    Span,
}

/// <summary>A date as a line has it.</summary>
/// <param name="Next">Index of the piece behind it.</param>
/// <param name="Form">How it is written.</param>
/// <param name="First">First month.</param>
/// <param name="Last">Last month; the same but for spans.</param>
/// <param name="Number">The second number of a form that is not sure, otherwise 0.</param>
/// <param name="IsInexact">Whether the text says more of the month than could be read: "summer", "early", "03/04/2019".</param>
internal readonly record struct DatePoint(
    int Next,
    PointForm Form,
    YearMonth First,
    YearMonth Last,
    int Number = 0,
    bool IsInexact = false
)
{
    /// <summary>A date with a year beyond doubt.</summary>
    public static DatePoint Full(int next, int year, int month = 0, bool isInexact = false) =>
        Of(next, PointForm.Full, year, month) with
        {
            IsInexact = isInexact,
        };

    /// <summary>A date in another form.</summary>
    public static DatePoint Of(int next, PointForm form, int year, int month, int number = 0) =>
        new(next, form, new YearMonth(year, month), new YearMonth(year, month), number);
}
