using System.Collections.Frozen;

namespace CareerRecs.ProfileMatching.Understanding.Extraction.Dates.Grammar;

/// <summary>A length of time that a text states.</summary>
/// <param name="First">Index of its first piece.</param>
/// <param name="Next">Index of the piece behind it.</param>
/// <param name="Years">Years; of a range the lower end.</param>
internal readonly record struct Duration(int First, int Next, double Years);

/// <summary>
/// Reads lengths of time: "5 yrs", "five (5) years", "5-7 years", "5 years 9 months", "18 months", "over a decade".
/// </summary>
internal static class DurationReader
{
    private const double MostYears = 60;
    private const int MonthsOfYear = 12;
    private const int YearsOfDecade = 10;

    /// <summary>Pieces from the first number of a length of time to its unit: "five (5) to seven (7) years".</summary>
    private const int MostPieces = 9;

    /// <summary>First words of all units of time.</summary>
    private static readonly FrozenSet<string> Units = DateLanguages
        .Shipped.Languages.SelectMany(language =>
            (string[])[.. language.YearUnits, .. language.MonthUnits, .. language.DecadeUnits]
        )
        .SelectMany(unit => (string[])[unit.TrimEnd('.', '\''), DateLexer.Keys(unit)[0]])
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a word may be a unit of time.</summary>
    public static bool IsUnit(string word) => Units.Contains(word);

    /// <summary>The length of time whose unit stands at a piece; null if the unit belongs to none.</summary>
    public static Duration? ReadAround(List<DateLexeme> pieces, int unit)
    {
        for (var first = Math.Max(0, unit - MostPieces); first < unit; first++)
        {
            if (Read(pieces, first) is { } duration && duration.Next > unit)
            {
                return duration;
            }
        }

        return null;
    }

    /// <summary>The length that begins at a piece; null if none does.</summary>
    public static Duration? Read(List<DateLexeme> pieces, int at)
    {
        if (Half(pieces, at) is { } half)
        {
            return half;
        }

        if (Quantity(pieces, at) is not { } quantity)
        {
            return null;
        }

        var next = quantity.Next;
        if (Unit(pieces, next) is not { } unit)
        {
            return null;
        }

        var years = quantity.Value / unit.PerYear;
        next = unit.Next;
        // "5 years and 9 months"
        if (unit.PerYear == 1)
        {
            var joined =
                next < pieces.Count && pieces[next].IsMark(',')
                    ? next + 1
                    : next + DateWords.Find(DateWord.And, pieces, next).Length;
            if (
                Quantity(pieces, joined) is { } rest
                && Unit(pieces, rest.Next) is { PerYear: MonthsOfYear } months
                && rest.Value < MonthsOfYear
            )
            {
                (years, next) = (years + (rest.Value / MonthsOfYear), months.Next);
            }
        }

        return years is > 0 and <= MostYears ? new Duration(at, next, Math.Round(years, 1)) : null;
    }

    /// <summary>
    /// The piece behind a bracket that closes a period and behind a length of time: "(5 years 9 months)", "· 2 yrs".
    /// </summary>
    public static int SkipBehindPeriod(List<DateLexeme> pieces, int at)
    {
        var next = at;
        if (next < pieces.Count && pieces[next].Key is ")" or "]")
        {
            next++;
        }

        var bracket = next;
        if (bracket < pieces.Count && pieces[bracket].Key is "(" or "[" or "·" or "," or "|" or "-" or "•" or ":")
        {
            bracket++;
        }

        if (Read(pieces, bracket) is not { } duration)
        {
            return next;
        }

        return duration.Next < pieces.Count && pieces[duration.Next].Key is ")" or "]" ? duration.Next + 1 : duration.Next;
    }

    /// <summary>A number with what belongs to it: "5", "5+", "5.5", "five (5)", "5-7", "5 to 7", "a".</summary>
    public static (double Value, int Next)? Quantity(List<DateLexeme> pieces, int at)
    {
        if (Number(pieces, at) is not { } number)
        {
            return null;
        }

        var (value, next) = number;
        // "five (5)"
        if (
            next < pieces.Count
            && pieces[next].IsMark('(')
            && Number(pieces, next + 1) is { } again
            && again.Value == value
            && again.Next < pieces.Count
            && pieces[again.Next].IsMark(')')
        )
        {
            next = again.Next + 1;
        }

        next = Plus(pieces, next);
        var to = To(pieces, at, next);
        if (to > next && Number(pieces, to) is { } higher && higher.Value > value)
        {
            next = Plus(pieces, higher.Next);
        }

        // "5-year", "5+-year"
        if (next < pieces.Count && pieces[next].IsMark('-') && Unit(pieces, next + 1) is not null)
        {
            next++;
        }

        return (value, next);
    }

    /// <summary>The piece behind the word or dash before the upper end of a range; the same piece if there is none.</summary>
    private static int To(List<DateLexeme> pieces, int at, int next)
    {
        if (next < pieces.Count && pieces[next].Key is "-" or "/" or "~" or "or" or "oder" or "ou" or "o")
        {
            return next + 1;
        }

        var isBetween = at > 0 && DateWords.Find(DateWord.From, pieces, at - 1).Success;
        return next
            + Math.Max(
                DateWords.Find(DateWord.To, pieces, next).Length,
                isBetween ? DateWords.Find(DateWord.And, pieces, next).Length : 0
            );
    }

    private static Duration? Half(List<DateLexeme> pieces, int at)
    {
        if (at + 1 >= pieces.Count || pieces[at].Key != "half")
        {
            return null;
        }

        var next = at + 1 + DateWords.Find(DateWord.One, pieces, at + 1).Length;
        return Unit(pieces, next) is { } unit ? new Duration(at, unit.Next, 0.5 / unit.PerYear) : null;
    }

    private static (double Value, int Next)? Number(List<DateLexeme> pieces, int at)
    {
        if (at >= pieces.Count)
        {
            return null;
        }

        if (pieces[at].Kind == LexemeKind.Number)
        {
            if (pieces[at].Length > 2)
            {
                return null;
            }

            var isDecimal =
                at + 2 < pieces.Count
                && pieces[at + 1].Key is "." or ","
                && pieces[at + 2].IsNumber(1)
                && pieces[at + 1].Before == Gap.None
                && pieces[at + 2].Before == Gap.None;
            if (isDecimal)
            {
                return (pieces[at].Value + (pieces[at + 2].Value / 10.0), at + 3);
            }

            return at + 1 < pieces.Count && pieces[at + 1].IsMark('½')
                ? (pieces[at].Value + 0.5, at + 2)
                : (pieces[at].Value, at + 1);
        }

        if (DateWords.Find(DateWord.Number, pieces, at) is { Success: true } word)
        {
            var behind = at + word.Length;
            // "twenty-five"
            var unit = behind < pieces.Count && pieces[behind].IsMark('-') ? behind + 1 : behind;
            return
                word.Value % 10 == 0
                && word.Value >= 20
                && DateWords.Find(DateWord.Number, pieces, unit) is { Value: > 0 and < 10 } ones
                ? (word.Value + ones.Value, unit + ones.Length)
                : (word.Value, behind);
        }

        return DateWords.Find(DateWord.One, pieces, at) is { Success: true } one ? (one.Value, at + one.Length) : null;
    }

    private static int Plus(List<DateLexeme> pieces, int at) =>
        at < pieces.Count && pieces[at].Key is "+" or "plus" ? at + 1 : at;

    private static (double PerYear, int Next)? Unit(List<DateLexeme> pieces, int at)
    {
        if (DateWords.Find(DateWord.YearUnit, pieces, at) is { Success: true } years)
        {
            return (1, End(pieces, at + years.Length));
        }

        if (DateWords.Find(DateWord.MonthUnit, pieces, at) is { Success: true } months)
        {
            return (MonthsOfYear, End(pieces, at + months.Length));
        }

        return DateWords.Find(DateWord.DecadeUnit, pieces, at) is { Success: true } decades
            ? (1.0 / YearsOfDecade, End(pieces, at + decades.Length))
            : null;
    }

    /// <summary>Behind the apostrophe of "5 years' experience" or the full stop of "5 yrs.".</summary>
    private static int End(List<DateLexeme> pieces, int at)
    {
        if (at >= pieces.Count || pieces[at].Before != Gap.None)
        {
            return at;
        }

        if (pieces[at].IsMark('\''))
        {
            return at + 1 < pieces.Count && pieces[at + 1].Key == "s" ? at + 2 : at + 1;
        }

        return at;
    }
}
