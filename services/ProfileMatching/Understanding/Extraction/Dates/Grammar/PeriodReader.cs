namespace CareerRecs.ProfileMatching.Understanding.Extraction.Dates.Grammar;

/// <summary>
/// Reads the periods of a line: two dates with a dash, an arrow, a word or the end of a cell between them, a date and a word for
/// the present, "since" and "until" with a date, and spans of a year. Dates alone are returned with a defect.
/// </summary>
internal sealed class PeriodReader
{
    private readonly List<DateLexeme> _pieces;
    private readonly PointReader _points;
    private readonly SeparatorReader _separators;
    private readonly DateConventions _conventions;

    private PeriodReader(List<DateLexeme> pieces, DateConventions conventions)
    {
        (_pieces, _conventions) = (pieces, conventions);
        (_points, _separators) = (new PointReader(pieces, conventions), new SeparatorReader(pieces));
    }

    /// <summary>The periods between two positions of a text, in order.</summary>
    public static List<Period> Find(string text, int start, int end, DateConventions conventions) =>
        [.. new PeriodReader(DateLexer.Split(text, start, end), conventions).ReadAll()];

    /// <summary>The first period with a date between two positions of a text; null if there is none.</summary>
    public static Period? FindFirst(string text, int start, int end)
    {
        if (!text.AsSpan(start, end - start).ContainsAnyInRange('0', '9'))
        {
            return null;
        }

        foreach (var period in new PeriodReader(DateLexer.Split(text, start, end), DateConventions.None).ReadAll())
        {
            return period;
        }

        return null;
    }

    private IEnumerable<Period> ReadAll()
    {
        for (var i = 0; i < _pieces.Count; )
        {
            if (MayBegin(_pieces[i]) && Read(i) is { } period)
            {
                yield return period.Period;
                i = period.Next;
            }
            else
            {
                i++;
            }
        }
    }

    private static bool MayBegin(DateLexeme piece) => piece.Kind != LexemeKind.Word || DateWords.Begin(piece.Key);

    private (Period Period, int Next)? Read(int at)
    {
        if (Prefixed(DateWord.Since, at) is { } since && _points.Read(since) is { } sinceWhen && IsSure(sinceWhen))
        {
            return Ranged(at, sinceWhen)
                ?? Finish(at, sinceWhen.Next, new Period(0, 0, sinceWhen.First, null, IsOngoing: true, Inexact(sinceWhen)));
        }

        foreach (var label in (ReadOnlySpan<DateWord>)[DateWord.StartLabel, DateWord.From])
        {
            if (Prefixed(label, at) is not { } from || _points.Read(from) is not { } start)
            {
                continue;
            }

            if (Ranged(at, start, isBetween: label == DateWord.From) is { } ranged)
            {
                return ranged;
            }
        }

        if (Labelled(at) is { } labelled)
        {
            return labelled;
        }

        if (
            Prefixed(DateWord.Until, at) is { } until
            && _points.Read(until) is { } untilWhen
            && IsSure(untilWhen)
            && !Continues(untilWhen.Next)
        )
        {
            return Finish(at, untilWhen.Next, new Period(0, 0, null, untilWhen.Last, IsOngoing: false, Inexact(untilWhen)));
        }

        if (_points.Read(at) is { } point)
        {
            return Ranged(at, point) ?? Alone(at, point);
        }

        // "Present - March 2021", the latest first
        return
            _separators.Present(at) is { } present
            && _separators.Read(present, isBetween: false) is { IsDash: true } separator
            && _points.Read(separator.Next) is { Form: PointForm.Full } latest
            ? Finish(at, latest.Next, Open(latest))
            : null;
    }

    /// <summary>"Start date: June 2019" or "End date: May 2021" on a line of its own.</summary>
    private (Period, int)? Labelled(int at)
    {
        foreach (var label in (ReadOnlySpan<DateWord>)[DateWord.StartLabel, DateWord.EndLabel])
        {
            if (Prefixed(label, at, needsColon: true) is not { } behind)
            {
                continue;
            }

            var isStart = label == DateWord.StartLabel;
            var present = DateWords.Find(DateWord.Present, _pieces, behind);
            if (present.Success && !isStart)
            {
                return Finish(at, behind + present.Length, new Period(0, 0, null, null, IsOngoing: true));
            }

            if (_points.Read(behind) is not { } point || !IsSure(point))
            {
                continue;
            }

            return Finish(
                at,
                point.Next,
                new Period(0, 0, isStart ? point.First : null, isStart ? null : point.Last, IsOngoing: false, Inexact(point))
            );
        }

        return null;
    }

    /// <summary>A period that begins with a date; null if no end follows.</summary>
    private (Period, int)? Ranged(int at, DatePoint first, bool isBetween = false)
    {
        if (_separators.Present(first.Next) is { } present)
        {
            return DateResolver.WithYears(first, null) is { } start ? Finish(at, present, Open(start)) : null;
        }

        if (_separators.Read(first.Next, isBetween) is not { } separator)
        {
            return null;
        }

        if ((_separators.Present(separator.Word) ?? _separators.Present(separator.Next)) is { } open)
        {
            return DateResolver.WithYears(first, null) is { } start ? Finish(at, open, Open(start)) : null;
        }

        if (_points.Read(separator.Next) is { } second)
        {
            // "06/2019" has been read; a slash between two dates has blanks around it or stands between years.
            if (separator.IsSlash && _pieces[first.Next].Before == Gap.None && (first.First.Month > 0 || second.First.Month > 0))
            {
                return null;
            }

            return DateResolver.Range(first, second, _conventions) is { } range ? Finish(at, second.Next, range) : null;
        }

        if (_separators.ShortEnd(first, separator) is { } year)
        {
            return Finish(at, year.Next, new Period(0, 0, first.First, new YearMonth(year.Year, 0), IsOngoing: false));
        }

        return separator.IsLast && DateResolver.WithYears(first, null) is { } last
            ? Finish(at, separator.Next, Open(last) with { IsCut = separator.Next == _pieces.Count })
            : null;
    }

    private (Period, int)? Alone(int at, DatePoint point)
    {
        if (point.Form == PointForm.Span)
        {
            return Finish(at, point.Next, new Period(0, 0, point.First, point.Last, IsOngoing: false, Inexact(point)));
        }

        return IsSure(point)
            ? Finish(at, point.Next, new Period(0, 0, point.First, null, IsOngoing: false, PeriodDefect.OneDate))
            : null;
    }

    private (Period, int) Finish(int at, int next, Period period)
    {
        next = DurationReader.SkipBehindPeriod(_pieces, next);
        if (
            period is { From.Month: 0, Defect: PeriodDefect.None }
            && at > 0
            && _pieces[at].Before == Gap.Blank
            && MonthSpelling.IsNear(_pieces[at - 1])
        )
        {
            period = period with { Defect = PeriodDefect.MonthUncertain };
            at--;
        }

        var possible = period.Defect == PeriodDefect.OneDate || DateResolver.IsPossible(period);
        return (
            period with
            {
                Start = _pieces[at].Start,
                End = _pieces[next - 1].End,
                Defect = possible ? period.Defect : PeriodDefect.Impossible,
            },
            next
        );
    }

    private int? Prefixed(DateWord prefix, int at, bool needsColon = false)
    {
        if (DateWords.Find(prefix, _pieces, at) is not { Success: true } found)
        {
            return null;
        }

        var behind = at + found.Length;
        var hasColon =
            behind < _pieces.Count
            && _pieces[behind].Key is ":" or "-"
            && (_pieces[behind].IsMark(':') || prefix is DateWord.StartLabel or DateWord.EndLabel);
        if (needsColon && !hasColon)
        {
            return null;
        }

        return hasColon ? behind + 1 : behind;
    }

    private bool Continues(int at) =>
        _separators.Read(at, isBetween: false) is { } separator && _points.Read(separator.Next) is not null;

    private static Period Open(DatePoint start) => new(0, 0, start.First, null, IsOngoing: true, Inexact(start));

    private static PeriodDefect Inexact(DatePoint point) => point.IsInexact ? PeriodDefect.MonthUncertain : PeriodDefect.None;

    private static bool IsSure(DatePoint point) => point.Form is PointForm.Full or PointForm.Span or PointForm.YearAndNumber;
}
