using System.Buffers;
using CareerRecs.ProfileMatching.Understanding.Extraction.Dates;
using CareerRecs.ProfileMatching.Understanding.Extraction.Dates.Grammar;
using CareerRecs.ProfileMatching.Understanding.Extraction.Education;
using CareerRecs.ProfileMatching.Understanding.Extraction.Lines;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Understanding.Extraction.Jobs;

/// <summary>A line of a text that has words.</summary>
/// <param name="First">Index of its first token.</param>
/// <param name="Last">Index after its last token.</param>
/// <param name="Start">Position of its first character that is no blank.</param>
/// <param name="End">Position behind its last token.</param>
/// <param name="Periods">What it states of dates, in order.</param>
internal sealed record JobLine(int First, int Last, int Start, int End, IReadOnlyList<Period> Periods)
{
    /// <summary>Characters that may stand beside the dates on a line of dates: brackets, a comma, an abbreviation.</summary>
    private const int BesideDates = 12;

    /// <summary>Number of its tokens.</summary>
    public int Length => Last - First;

    /// <summary>Whether it is the item of a list.</summary>
    public bool IsBullet { get; init; }

    /// <summary>Whether an empty line stands before it.</summary>
    public bool IsAfterGap { get; init; }

    /// <summary>Whether it is a heading.</summary>
    public bool IsHeading { get; init; }

    /// <summary>Position of a degree that it names; null if it names none.</summary>
    public int? Degree { get; init; }

    /// <summary>Number of tokens that state how long something lasted: "(5 years 9 months)".</summary>
    public int DurationTokens { get; init; }

    /// <summary>Whether a token of it looks like a year that was not recognized: "2O19", "20XX".</summary>
    public bool HasGarbledYear { get; init; }

    /// <summary>Whether it says something of time, read or not.</summary>
    public bool HasTime => Periods.Count > 0 || DurationTokens > 0 || HasGarbledYear;

    /// <summary>Section that it is in.</summary>
    public Section Section { get; init; }

    /// <summary>The first period with a start or an end; null if there is none.</summary>
    public Period? Dates
    {
        get
        {
            foreach (var period in Periods)
            {
                if (period.IsUsable)
                {
                    return period;
                }
            }

            return null;
        }
    }

    /// <summary>Whether no more than a place stands beside its dates, behind a separator: "May 2019 - now | New York,
    /// NY".</summary>
    public bool HasPlaceBesideDates { get; init; }

    /// <summary>Whether it states hardly anything but its dates.</summary>
    public bool HasDatesAlone =>
        Dates is not null
        && (
            HasPlaceBesideDates
            || End - Start - Periods.Sum(period => Math.Min(period.End, End) - Math.Max(period.Start, Start)) <= BesideDates
        );
}

/// <summary>Cuts a text into lines with what each says of dates.</summary>
internal static class JobLines
{
    /// <summary>Running text in one long line is no list of jobs, and looking for dates in it would cost for nothing.</summary>
    public const int LongestLine = 200;

    private const int LongestPlace = 40;
    private const int MostWordsOfPlace = 4;
    private const int LongestParticle = 4;

    /// <summary>Characters of "until" and the like behind a date at the end of a line.</summary>
    private const int LongestWordForTo = 8;

    private static readonly SearchValues<char> Bullets = SearchValues.Create("-–—•*·●▪◦‣○■➢►✓");

    /// <summary>The lines of a text.</summary>
    public static List<JobLine> Read(SectionedText document, DateConventions conventions, CancellationToken cancellationToken)
    {
        var (text, tokens, sections) = document;
        var lines = new List<JobLine>();
        var previousEnd = 0;
        for (var first = 0; first < tokens.Count; )
        {
            cancellationToken.ThrowIfCancellationRequested();
            var start = StartOfLine(text, tokens[first].Start);
            var end = text.IndexOf('\n', tokens[first].Start);
            if (end < 0)
            {
                end = text.Length;
            }

            var last = first;
            while (last < tokens.Count && tokens[last].Start < end)
            {
                last++;
            }

            var words = text.AsSpan(tokens[first].Start, tokens[last - 1].End - tokens[first].Start);
            var periods = Periods(text, start, end, conventions);
            lines.Add(
                new JobLine(first, last, start, tokens[last - 1].End, periods)
                {
                    HasPlaceBesideDates =
                        periods is [var only]
                        && IsPlace(text.AsSpan(only.End, Math.Max(0, end - only.End)))
                        && text.AsSpan(start, Math.Max(0, only.Start - start)).Trim(" \t*_(").IsEmpty,
                    IsBullet = IsBullet(text, start),
                    IsAfterGap = HasEmptyLine(text.AsSpan(previousEnd, start - previousEnd)),
                    IsHeading = SectionHeadings.IsHeading(words),
                    Degree =
                        words.Length <= LongestLine && FactReader.IndexOfDegree(words) is >= 0 and var degree
                            ? tokens[first].Start + degree
                            : null,
                    DurationTokens = DurationTokens(text, tokens, first, last),
                    HasGarbledYear = HasGarbledYear(tokens, first, last),
                    Section = sections.At(start),
                }
            );
            previousEnd = end;
            first = last;
        }

        Join(text, lines, conventions);
        return lines;
    }

    private static List<Period> Periods(string text, int start, int end, DateConventions conventions) =>
        end - start <= LongestLine && text.AsSpan(start, end - start).ContainsAnyInRange('0', '9')
            ? PeriodReader.Find(text, start, end, conventions)
            : [];

    /// <summary>A few capitalized words behind a separator, and nothing else.</summary>
    private static bool IsPlace(ReadOnlySpan<char> behind)
    {
        behind = behind.TrimEnd(" \t\r*_)");
        var place = behind.TrimStart(" \t|·•,;(–—*_");
        if (place.Length == behind.Length || place.Length is 0 or > LongestPlace)
        {
            return false;
        }

        var words = 0;
        foreach (var range in place.SplitAny(' ', ','))
        {
            if (place[range].IsEmpty)
            {
                continue;
            }

            // "upon" and "de" stand within a name.
            var isName = char.IsUpper(place[range][0]) || (words > 0 && place[range].Length <= LongestParticle);
            if (!isName || ++words > MostWordsOfPlace)
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasGarbledYear(IReadOnlyList<Token> tokens, int first, int last)
    {
        for (var i = first; i < last && last - first <= LongestLine; i++)
        {
            if (GarbledYears.Contain(tokens[i].Text))
            {
                return true;
            }
        }

        return false;
    }

    private static int DurationTokens(string text, IReadOnlyList<Token> tokens, int first, int last)
    {
        if (tokens[last - 1].End - tokens[first].Start > LongestLine)
        {
            return 0;
        }

        var count = 0;
        for (var i = first; i < last; i++)
        {
            if (!DurationReader.IsUnit(tokens[i].Text))
            {
                continue;
            }

            var pieces = DateLexer.Split(text, tokens[first].Start, tokens[i].End);
            if (DurationReader.ReadAround(pieces, pieces.Count - 1) is { } duration)
            {
                count += duration.Next - duration.First;
            }
        }

        return count;
    }

    /// <summary>
    /// Gives the first of two lines the period that is broken between them: "March 2019 -" over "May 2021", and labelled ends.
    /// </summary>
    private static void Join(string text, List<JobLine> lines, DateConventions conventions)
    {
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            var (line, next) = (lines[i], lines[i + 1]);
            if (line.Periods.Count == 0 || next.End - line.Start > LongestLine || next.IsHeading)
            {
                continue;
            }

            var open = line.Periods[^1];
            if (
                open is { From: not null, To: null, IsOngoing: false, Defect: PeriodDefect.None }
                && next.Periods is [{ From: null } end]
            )
            {
                var closed = open with { To = end.To, IsOngoing = end.IsOngoing };
                Set(i, DateResolver.IsPossible(closed) ? closed : closed with { Defect = PeriodDefect.Impossible });
            }
            else if (Continued(text, open, line, next, conventions) is { } joined)
            {
                Set(i, joined);
            }
        }

        void Set(int i, Period period)
        {
            lines[i] = lines[i] with { Periods = [.. lines[i].Periods.SkipLast(1), period] };
            lines[i + 1] = lines[i + 1] with { Periods = [] };
        }
    }

    /// <summary>The period that a line begins and the next line ends; null if they do not belong together.</summary>
    private static Period? Continued(string text, Period open, JobLine line, JobLine next, DateConventions conventions)
    {
        var isOpen = open.IsCut || (open.Defect == PeriodDefect.OneDate && line.End - open.End <= LongestWordForTo);
        if (
            !isOpen
            || PeriodReader.Find(text, open.Start, next.End, conventions) is not [{ IsUsable: true } joined, ..]
            || joined.End <= next.Start
        )
        {
            return null;
        }

        // Behind a dash a place may follow the end. Without one, "current" may be a word of the next sentence.
        return open.IsCut || joined.End >= next.End ? joined : null;
    }

    private static int StartOfLine(string text, int token)
    {
        var start = token;
        while (start > 0 && text[start - 1] != '\n')
        {
            start--;
        }

        while (start < token && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        return start;
    }

    private static bool IsBullet(string text, int start) => Bullets.Contains(text[start]);

    private static bool HasEmptyLine(ReadOnlySpan<char> between) => between.Count('\n') > 1;
}
