using CareerRecs.Matching.Understanding.Extraction.Dates;
using CareerRecs.Vocabulary;

namespace CareerRecs.Matching.Understanding.Extraction;

/// <summary>A line of a text that has words.</summary>
/// <param name="First">Index of its first token.</param>
/// <param name="Last">Index after its last token.</param>
/// <param name="Start">Position of its first character that is no blank.</param>
/// <param name="End">Position behind its last token.</param>
/// <param name="Periods">What it states of dates, in order.</param>
internal sealed record JobLine(int First, int Last, int Start, int End, IReadOnlyList<Period> Periods)
{
    /// <summary>What may stand beside the dates on a line of dates: a place, brackets.</summary>
    private const int BesideDates = 12;

    /// <summary>Number of its tokens.</summary>
    public int Length => Last - First;

    /// <summary>Whether it is the item of a list.</summary>
    public bool IsBullet { get; init; }

    /// <summary>Whether an empty line stands before it.</summary>
    public bool IsAfterGap { get; init; }

    /// <summary>Whether it is a heading.</summary>
    public bool IsHeading { get; init; }

    /// <summary>Whether it names a degree.</summary>
    public bool HasDegree { get; init; }

    /// <summary>Section that it is in.</summary>
    public Section Section { get; init; }

    /// <summary>The first period with a start or an end; null if there is none.</summary>
    public Period? Dates
    {
        get
        {
            foreach (var period in Periods)
            {
                if (period.IsUsable) return period;
            }

            return null;
        }
    }

    /// <summary>Whether it states hardly anything but its dates.</summary>
    public bool HasDatesAlone => Dates is not null && End - Start - Periods.Sum(period => Math.Min(period.End, End) - Math.Max(period.Start, Start)) <= BesideDates;
}

/// <summary>Cuts a text into lines with what each says of dates.</summary>
internal static class JobLines
{
    /// <summary>Running text in one long line is no list of jobs, and looking for dates in it would cost for nothing.</summary>
    public const int LongestLine = 200;

    /// <summary>A line that begins with a dash for its end: "- present".</summary>
    private const int LongestContinuation = 30;

    /// <summary>The lines of a text.</summary>
    public static List<JobLine> Read(
        string text, IReadOnlyList<Token> tokens, Sections sections, DateConventions conventions, CancellationToken cancellationToken)
    {
        var lines = new List<JobLine>();
        var previousEnd = 0;
        for (var first = 0; first < tokens.Count;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var start = StartOfLine(text, tokens[first].Start);
            var end = text.IndexOf('\n', tokens[first].Start);
            if (end < 0) end = text.Length;
            var last = first;
            while (last < tokens.Count && tokens[last].Start < end) last++;
            var words = text.AsSpan(tokens[first].Start, tokens[last - 1].End - tokens[first].Start);
            lines.Add(new JobLine(first, last, start, tokens[last - 1].End, Periods(text, start, end, conventions))
            {
                IsBullet = IsBullet(text, start),
                IsAfterGap = HasEmptyLine(text.AsSpan(previousEnd, start - previousEnd)),
                IsHeading = SectionHeadings.IsHeading(words),
                HasDegree = words.Length <= LongestLine && FactReader.NamesDegree(words),
                Section = sections.At(start),
            });
            previousEnd = end;
            first = last;
        }

        Join(text, lines, conventions);
        return lines;
    }

    private static IReadOnlyList<Period> Periods(string text, int start, int end, DateConventions conventions) =>
        end - start <= LongestLine && text.AsSpan(start, end - start).ContainsAnyInRange('0', '9') ? PeriodReader.Find(text, start, end, conventions) : [];

    /// <summary>Gives the first of two lines the period that is broken between them: "March 2019 -" over "May 2021", and labelled ends.</summary>
    private static void Join(string text, List<JobLine> lines, DateConventions conventions)
    {
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            var (line, next) = (lines[i], lines[i + 1]);
            if (line.Periods.Count == 0 || next.End - line.Start > LongestLine || next.IsHeading) continue;
            var open = line.Periods[^1];
            if (open is { From: not null, To: null, IsOngoing: false, Defect: PeriodDefect.None } && next.Periods is [{ From: null } end])
            {
                var closed = open with { To = end.To, IsOngoing = end.IsOngoing };
                Set(i, [.. line.Periods.SkipLast(1), DateResolver.IsPossible(closed) ? closed : closed with { Defect = PeriodDefect.Impossible }]);
                continue;
            }

            var isCut = open.IsCut || (open.Defect == PeriodDefect.OneDate && open.End >= line.End && next.End - next.Start <= LongestContinuation && next.IsBullet);
            if (!isCut || PeriodReader.Find(text, open.Start, next.End, conventions) is not [{ IsUsable: true } joined, ..] || joined.End <= next.Start) continue;
            // The rest of the next line must not begin with other words: "2019 -" over "Data Analyst, 2021".
            Set(i, [.. line.Periods.SkipLast(1), joined]);
        }

        void Set(int i, IReadOnlyList<Period> periods)
        {
            lines[i] = lines[i] with { Periods = periods };
            lines[i + 1] = lines[i + 1] with { Periods = [] };
        }
    }

    private static int StartOfLine(string text, int token)
    {
        var start = token;
        while (start > 0 && text[start - 1] != '\n') start--;
        while (start < token && char.IsWhiteSpace(text[start])) start++;
        return start;
    }

    private static bool IsBullet(string text, int start) => text[start] is '-' or '–' or '—' or '•' or '*' or '·' or '●' or '▪' or '◦' or '‣' or '○' or '■' or '➢' or '►' or '✓';

    private static bool HasEmptyLine(ReadOnlySpan<char> between) => between.Count('\n') > 1;
}
