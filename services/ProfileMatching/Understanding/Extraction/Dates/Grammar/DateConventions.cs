using System.Globalization;
using System.Text.RegularExpressions;

namespace CareerRecs.ProfileMatching.Understanding.Extraction.Dates.Grammar;

/// <summary>Which of two numbers before a year is the day.</summary>
internal enum DayOrder
{
    Unknown,
    DayFirst,
    MonthFirst,
}

/// <summary>
/// How one document writes its dates. "03/04/2019" is March or April; a date of the same document with a day over 12 decides,
/// otherwise its language does: only English writes the month first.
/// </summary>
/// <param name="Slashed">Order in dates with slashes or dashes.</param>
/// <param name="Dotted">Order in dates with full stops.</param>
/// <param name="HasIsoMonths">Whether "2019-06" is a month in this document beyond doubt.</param>
internal sealed partial record DateConventions(DayOrder Slashed, DayOrder Dotted, bool HasIsoMonths)
{
    private const int MostDates = 200;
    private const int Months = 12;

    /// <summary>Conventions of a text without numeric dates.</summary>
    public static DateConventions None { get; } = new(DayOrder.Unknown, DayOrder.DayFirst, HasIsoMonths: false);

    /// <summary>Conventions by the dates of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isEnglish">Whether the text is in English, as far as is known.</param>
    public static DateConventions FromText(string text, bool isEnglish)
    {
        var (slashed, dotted) = (default(Votes), default(Votes));
        foreach (Match date in FullDate().Matches(text).Take(MostDates))
        {
            var isDotted = date.Groups["mark"].ValueSpan is ".";
            ref var votes = ref isDotted ? ref dotted : ref slashed;
            if (Number(date.Groups["a"]) > Months)
            {
                votes.DayFirst++;
            }

            if (Number(date.Groups["b"]) > Months)
            {
                votes.MonthFirst++;
            }
        }

        var hasIsoMonths = IsoMonth()
            .Matches(text)
            .Take(MostDates)
            .Any(month => !IsNextYear(Number(month.Groups["y"]), Number(month.Groups["m"])));
        return new DateConventions(
            slashed.Order(isEnglish ? DayOrder.Unknown : DayOrder.DayFirst),
            dotted.Order(DayOrder.DayFirst),
            hasIsoMonths
        );
    }

    /// <summary>Whether the two digits behind a year may be the year after it: "2010-11".</summary>
    public static bool IsNextYear(int year, int number) => (year + 1) % 100 == number;

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private record struct Votes(int DayFirst, int MonthFirst)
    {
        /// <summary>The order that the dates show; unknown if they contradict each other.</summary>
        public readonly DayOrder Order(DayOrder usual) =>
            (DayFirst, MonthFirst) switch
            {
                (0, 0) => usual,
                (_, 0) => DayOrder.DayFirst,
                (0, _) => DayOrder.MonthFirst,
                _ => DayOrder.Unknown,
            };
    }

    [GeneratedRegex(
        """
            (?<![0-9./-])
            (?<a>[0-9]{1,2}) (?<mark>[./-]) (?<b>[0-9]{1,2}) \k<mark>    # 31.12.
            ((19|20)[0-9]{2} | [0-9]{2}) (?![0-9])
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex FullDate();

    [GeneratedRegex(
        @"(?<![0-9./-])(?<y>(19|20)[0-9]{2})-(?<m>0[1-9]|1[0-2])(?![0-9])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex IsoMonth();
}
