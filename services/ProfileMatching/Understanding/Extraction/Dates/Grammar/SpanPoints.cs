namespace CareerRecs.ProfileMatching.Understanding.Extraction.Dates.Grammar;

/// <summary>
/// Reads dates that are periods of their own: quarters, halves and seasons of a year. The months of a season are not certain.
/// </summary>
internal sealed class SpanPoints(List<DateLexeme> pieces)
{
    private const int MonthsOfQuarter = 3;
    private const int MonthsOfHalf = 6;
    private const int MostGlue = 3;

    private readonly NumericPoints _numeric = new(pieces, DateConventions.None);

    /// <summary>The span that begins at a piece; null if none does.</summary>
    public DatePoint? Read(int at)
    {
        if (Season(at) is { } season)
        {
            return season;
        }

        if (Part(at) is { } part)
        {
            if (Year(part.Next) is { } year)
            {
                return Of(year.Next, year.Year, part);
            }

            // "Q1 - Q3 2019"
            var dash =
                part.Next < pieces.Count && pieces[part.Next].IsMark('-')
                    ? part.Next + 1
                    : part.Next + DateWords.Find(DateWord.To, pieces, part.Next).Length;
            if (dash > part.Next && Part(dash) is { } last && Year(last.Next) is { } end && part.First <= last.First)
            {
                return Of(end.Next, end.Year, last with { First = part.First });
            }
        }

        if (_numeric.FullYear(at) is not { } first)
        {
            return null;
        }

        var next = at + 1;
        if (next < pieces.Count && pieces[next].Key is "-" or "/" or "," && pieces[next].Before == Gap.None)
        {
            next++;
        }

        return Part(next) is { } behind && pieces[next].Before != Gap.Tab && Year(behind.Next) is null
            ? Of(behind.Next, first, behind)
            : null;
    }

    private static DatePoint Of(int next, int year, PartOfYear part) =>
        new(next, PointForm.Span, new YearMonth(year, part.First), new YearMonth(year, part.Last));

    private DatePoint? Season(int at)
    {
        if (
            DateWords.Find(DateWord.Season, pieces, at) is not { Success: true } season
            || Year(at + season.Length) is not { } year
        )
        {
            return null;
        }

        var (next, last) = (year.Next, year.Year);
        // "winter 2019/20"
        if (
            next + 1 < pieces.Count
            && pieces[next].Key is "/" or "-"
            && pieces[next].Before == Gap.None
            && pieces[next + 1].Before == Gap.None
        )
        {
            var number = pieces[next + 1];
            if (number.Value == year.Year + 1 || (number.IsNumber(2) && DateConventions.IsNextYear(year.Year, number.Value)))
            {
                (next, last) = (next + 2, year.Year + 1);
            }
        }

        return new DatePoint(next, PointForm.Span, new YearMonth(year.Year, 0), new YearMonth(last, 0), IsInexact: true);
    }

    /// <summary>"Q3", "3Q", "3rd quarter", "third quarter", "3. Quartal", "H1".</summary>
    private PartOfYear? Part(int at)
    {
        if (at >= pieces.Count)
        {
            return null;
        }

        foreach (var (unit, months) in new[] { (DateWord.Quarter, MonthsOfQuarter), (DateWord.Half, MonthsOfHalf) })
        {
            if (
                DateWords.Find(unit, pieces, at) is { Success: true } named
                && Digit(at + named.Length, pieces[at].Length == 1, months) is { } digit
            )
            {
                return PartOfYear.Of(at + named.Length + 1, digit, months);
            }

            var count = DateWords.Find(DateWord.Count, pieces, at);
            var ordinal = count.Success ? count.Value : Digit(at, isTight: false, months) ?? 0;
            if (ordinal == 0 || ordinal > 12 / months)
            {
                continue;
            }

            var next = at + Math.Max(1, count.Length);
            if (!count.Success && next < pieces.Count && pieces[next].Before == Gap.None)
            {
                next += pieces[next].IsMark('.') ? 1 : DateWords.Find(DateWord.Ordinal, pieces, next).Length;
            }

            if (
                DateWords.Find(unit, pieces, next) is { Success: true } behind
                && (pieces[next].Length > 1 || pieces[next].Before == Gap.None)
            )
            {
                return PartOfYear.Of(next + behind.Length, ordinal, months);
            }
        }

        return null;
    }

    private int? Digit(int at, bool isTight, int months) =>
        at < pieces.Count
        && pieces[at].IsNumber(1)
        && pieces[at].Value >= 1
        && pieces[at].Value <= 12 / months
        && !(isTight && pieces[at].Before != Gap.None)
            ? pieces[at].Value
            : null;

    private (int Year, int Next)? Year(int at)
    {
        for (var i = at; i < Math.Min(pieces.Count, at + MostGlue); i++)
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

            if (pieces[i].IsNumber(2))
            {
                return (NumericPoints.Century(pieces[i].Value), i + 1);
            }

            if (pieces[i].Key is "," or "/" or "-" or ".")
            {
                continue;
            }

            var filler = DateWords.Find(DateWord.Filler, pieces, i);
            if (!filler.Success)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>Some months of any year.</summary>
    private readonly record struct PartOfYear(int Next, int First, int Last)
    {
        public static PartOfYear Of(int next, int number, int months) => new(next, ((number - 1) * months) + 1, number * months);
    }
}
