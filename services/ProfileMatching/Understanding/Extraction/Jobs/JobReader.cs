using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Understanding.Extraction.Dates.Grammar;
using CareerRecs.ProfileMatching.Understanding.Extraction.Lines;
using CareerRecs.Vocabulary;
using Google.Type;

namespace CareerRecs.ProfileMatching.Understanding.Extraction.Jobs;

/// <summary>A job read from a text: the title where it stands, with dates where the text gives them.</summary>
/// <param name="Job">The job.</param>
/// <param name="Start">Where its title starts.</param>
/// <param name="End">Where its title ends, exclusive.</param>
/// <param name="LinesStart">Where the lines about it start.</param>
/// <param name="HeadEnd">Where those of title, dates, employer and place end.</param>
/// <param name="LinesEnd">Where they end: at the next job or heading.</param>
internal readonly record struct ReadJob(HeldJob Job, int Start, int End, int LinesStart, int HeadEnd, int LinesEnd)
{
    /// <summary>How lately it was held as a sentence says: jobs of a higher number are later ones.</summary>
    public int Recency { get; init; }

    /// <summary>Whether a sentence tells of it, rather than a line that lists it.</summary>
    public bool IsSpoken { get; init; }
}

/// <summary>
/// Reads the jobs a text lists. A title counts where resumes put them: on a line with dates, near a line of dates that has no
/// title of its own, or on a short line of its own; in running sentences ("reported to the Chief Engineer") it does not.
/// </summary>
internal static class JobReader
{
    private const int MostJobs = 30;
    private const int LongestEmployer = 6;

    public static List<ReadJob> Read(
        SectionedText document,
        IReadOnlyList<JobLine> lines,
        CatalogSnapshot snapshot,
        CancellationToken cancellationToken
    )
    {
        var (text, tokens, sections) = document;
        var jobs = new List<ReadJob>();
        var parts = new TitleParts(text, snapshot);
        var titled = new TitleLines(tokens, lines, parts);
        var dates = JobDates.Assign(lines, titled, cancellationToken);
        for (var i = 0; i < lines.Count && jobs.Count < MostJobs; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var dated = dates.GetValueOrDefault(i, i);
            var period = lines[dated].Dates;
            if ((period is not null ? titled.Dated(i) : titled.Alone(i)) is not { } title)
            {
                continue;
            }

            var linesStart = tokens[lines[Math.Min(i, dated)].First].Start;
            // "Photographer since 2015: studio lighting": behind the colon stands the work, no employer.
            var headEnd = ColonBehind(text, Math.Max(title.End, period?.End ?? 0)) ?? HeadEnd(text, lines, Math.Max(i, dated));
            jobs.Add(
                new ReadJob(Job(text[title.Start..title.End], period), title.Start, title.End, linesStart, headEnd, LinesEnd: 0)
            );
        }

        var titles = new SpokenTitles(text, tokens, snapshot);
        var spoken = SpokenJobs.Find(text, tokens, titles);
        AddSpoken(jobs, spoken, text);
        if (
            jobs.Count == spoken.Count
            && (OpeningTitle.Find(text, tokens, parts) ?? titles.FindOpening()) is { } opening
            && !IsVerb(text, opening.Start)
        )
        {
            var job = Job(text[opening.Start..opening.End], period: null);
            if (!jobs.Exists(other => other.Start < opening.End && other.End > opening.Start))
            {
                jobs.Insert(
                    0,
                    new ReadJob(job, opening.Start, opening.End, opening.Start, HeadEnd: opening.End, LinesEnd: 0)
                    {
                        Recency = SpokenJobs.Untold,
                        IsSpoken = true,
                    }
                );
            }
        }

        for (var i = 0; i < jobs.Count; i++)
        {
            var end = sections.EndAt(jobs[i].Start, text.Length);
            jobs[i] = jobs[i] with { LinesEnd = i + 1 < jobs.Count ? Math.Min(end, jobs[i + 1].LinesStart) : end };
        }

        return jobs;
    }

    /// <summary>
    /// Adds the jobs that sentences tell of, in the order of the text. On the line of such a sentence no job is
    /// listed.
    /// </summary>
    private static void AddSpoken(List<ReadJob> jobs, List<ReadJob> spoken, string text)
    {
        if (spoken.Count == 0)
        {
            return;
        }

        var kept = jobs.FindAll(job => !spoken.Exists(other => IsOnLine(text, job.Start, other.Start)));
        jobs.Clear();
        jobs.AddRange(kept.Concat(spoken).OrderBy(job => job.Start));
    }

    /// <summary>"I cook" names no cook.</summary>
    private static bool IsVerb(string text, int start)
    {
        var before = text.AsSpan(0, start).TrimEnd();
        return before.EndsWith("i", StringComparison.OrdinalIgnoreCase)
            && (before.Length == 1 || !char.IsLetterOrDigit(before[^2]));
    }

    private static bool IsOnLine(string text, int a, int b) => !text.AsSpan(Math.Min(a, b), Math.Abs(a - b)).Contains('\n');

    /// <summary>
    /// Behind the title and its dates a short line, with items of a list or nothing below it, may name the employer.
    /// </summary>
    private static int HeadEnd(string text, IReadOnlyList<JobLine> lines, int last) =>
        last + 1 < lines.Count
        && IsShort(lines[last + 1])
        && (last + 2 >= lines.Count || lines[last + 2] is { IsBullet: true } or { IsAfterGap: true })
        && (lines[last + 1].End >= text.Length || text[lines[last + 1].End] != '.')
            ? lines[last + 1].End
            : lines[last].End;

    private static int? ColonBehind(string text, int position)
    {
        var end = text.AsSpan(position).IndexOfAny(':', '\n');
        return end >= 0 && text[position + end] == ':' ? position + end : null;
    }

    private static bool IsShort(JobLine line) =>
        line is { IsBullet: false, IsHeading: false, IsAfterGap: false, Length: <= LongestEmployer };

    private static HeldJob Job(string title, Period? period) =>
        period is not { } dates
            ? new HeldJob { Title = title }
            : new HeldJob
            {
                Title = title,
                Start = ToDate(dates.From),
                End = ToDate(dates.To),
                Current = dates.IsOngoing,
            };

    private static Date? ToDate(YearMonth? month) =>
        month is { } known ? new Date { Year = known.Year, Month = known.Month } : null;
}
