using System.Globalization;
using System.Text.RegularExpressions;
using CareerRecs.Matching.V1;
using CareerRecs.Vocabulary;
using Google.Type;

namespace CareerRecs.Matching.Understanding.Extraction;

/// <summary>A job read from a text: the title where it stands, with dates where the line gives them.</summary>
/// <param name="Job">The job.</param>
/// <param name="Start">Where its title starts.</param>
/// <param name="End">Where its title ends, exclusive.</param>
/// <param name="LinesStart">Where the lines about it start.</param>
/// <param name="LinesEnd">Where they end: at the next job or heading.</param>
internal readonly record struct ReadJob(HeldJob Job, int Start, int End, int LinesStart, int LinesEnd);

/// <summary>A line of a text that has words.</summary>
/// <param name="First">Index of its first token.</param>
/// <param name="Last">Index after its last token.</param>
/// <param name="Dates">The period it states.</param>
/// <param name="DatesAlone">Whether it states hardly anything else.</param>
internal readonly record struct JobLine(int First, int Last, Match Dates, bool DatesAlone);

/// <summary>
/// Reads the jobs a text lists. A title counts where resumes put them: on a line with dates, on the line before or after one of
/// dates alone, or on a short line of its own; in running sentences ("reported to the Chief Engineer") it does not.
/// </summary>
internal static partial class JobReader
{
    private const int ShortLine = 7;
    private const int MostJobs = 30;

    /// <summary>Running text in one long line is no list of jobs, and looking for dates in it would cost for nothing.</summary>
    private const int LongestLine = 200;

    /// <summary>What may stand beside the dates on a line of dates: a place, brackets.</summary>
    private const int BesideDates = 12;

    public static List<ReadJob> Read(string text, IReadOnlyList<Token> tokens, List<JobLine> lines, TitlePhrases titles, Sections sections, CancellationToken cancellationToken)
    {
        var jobs = new List<ReadJob>();
        for (var i = 0; i < lines.Count && jobs.Count < MostJobs; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var dates = lines[i].Dates;
            var from = i;
            if (!dates.Success && i + 1 < lines.Count && lines[i + 1].DatesAlone) dates = lines[i + 1].Dates;
            else if (!dates.Success && i > 0 && lines[i - 1].DatesAlone) dates = lines[from = i - 1].Dates;
            if (Title(tokens, lines[i], dates.Success, titles) is not { } title) continue;
            var (since, until, current) = Period(dates);
            jobs.Add(new ReadJob(
                new HeldJob { Title = text[title.Start..title.End], Start = since, End = until, Current = current }, title.Start, title.End, tokens[lines[from].First].Start, 0));
        }

        for (var i = 0; i < jobs.Count; i++)
        {
            var end = sections.EndAt(jobs[i].Start, text.Length);
            jobs[i] = jobs[i] with { LinesEnd = i + 1 < jobs.Count ? Math.Min(end, jobs[i + 1].LinesStart) : end };
        }

        return jobs;
    }

    /// <summary>The lines of a text, each with the period it states.</summary>
    public static List<JobLine> Lines(string text, IReadOnlyList<Token> tokens, CancellationToken cancellationToken)
    {
        var lines = new List<JobLine>();
        for (var first = 0; first < tokens.Count;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var start = tokens[first].Start;
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            var last = first;
            while (last < tokens.Count && tokens[last].Start < end) last++;
            var dates = end - start <= LongestLine ? Dates().Match(text, start, end - start) : Match.Empty;
            lines.Add(new JobLine(first, last, dates, dates.Success && tokens[last - 1].End - start - dates.Length <= BesideDates));
            first = last;
        }

        return lines;
    }

    /// <summary>Where the title of a line stands. Without dates the line must be short and nothing but the title.</summary>
    private static (int Start, int End)? Title(IReadOnlyList<Token> tokens, JobLine line, bool dated, TitlePhrases titles)
    {
        var length = line.Last - line.First;
        if (length > (dated ? LongestLine / 5 : ShortLine)) return null;
        var words = tokens.Skip(line.First).Take(length).ToList();
        var best = titles.Find(words).OrderByDescending(m => m.TokenCount).FirstOrDefault();
        if (best.TokenCount == 0 || (!dated && length - best.TokenCount > 2)) return null;
        return (words[best.FirstToken].Start, words[best.FirstToken + best.TokenCount - 1].End);
    }

    private static (Date? Since, Date? Until, bool Current) Period(Match dates)
    {
        if (!dates.Success) return (null, null, false);
        var current = dates.Groups["now"].Success;
        return (ToDate(dates.Groups["m1"].Value, dates.Groups["y1"].Value), current ? null : ToDate(dates.Groups["m2"].Value, dates.Groups["y2"].Value), current);
    }

    private static Date? ToDate(string month, string year)
    {
        if (!int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y)) return null;
        if (int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out var m) && m is >= 1 and <= 12) return new Date { Year = y, Month = m };
        var at = month.Length < 3 ? -1 : "janfebmaraprmayjunjulaugsepoctnovdec".IndexOf(month[..3].ToLowerInvariant(), StringComparison.Ordinal);
        return new Date { Year = y, Month = at < 0 ? 0 : (at / 3) + 1 };
    }

    [GeneratedRegex(
        @"((?<m1>[A-Za-z]{3,9}|[0-9]{1,2})[ ./-]{1,3})?(?<y1>(19|20)[0-9]{2})\s{0,3}(to|until|–|—|-)\s{0,3}(?<until>(?<now>present|current|now|today)|((?<m2>[A-Za-z]{3,9}|[0-9]{1,2})[ ./-]{1,3})?(?<y2>(19|20)[0-9]{2}))",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Dates();
}
