using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Understanding.Extraction.Dates.Grammar;
using CareerRecs.ProfileMatching.Understanding.Extraction.Lines;

namespace CareerRecs.ProfileMatching.Understanding.Extraction.Jobs;

/// <summary>
/// Finds what a document says of the dates of jobs that no job got: forms that are not read, months that are not certain, periods
/// without a known title. A job that has its dates needs no other date on its lines.
/// </summary>
internal sealed class UnreadDates
{
    private const int Most = 20;
    private const int LongestText = 100;

    /// <summary>A longer line is a sentence, in which a year is no date of a job.</summary>
    private const int MostWords = 15;

    /// <summary>A month without a year is a date only where hardly anything else stands.</summary>
    private const int MostWordsBesideMonth = 6;

    /// <summary>Lines above a title on which its dates may stand.</summary>
    private const int LinesAbove = 2;

    private readonly string _text;
    private readonly IReadOnlyList<JobLine> _lines;
    private readonly IReadOnlyList<ReadJob> _jobs;
    private readonly DateConventions _conventions;
    private readonly bool _knowsSections;
    private readonly int[] _owners;

    /// <summary>Assigns the lines of a text to its jobs.</summary>
    /// <param name="text">The text.</param>
    /// <param name="lines">Its lines.</param>
    /// <param name="jobs">The jobs that were read.</param>
    /// <param name="conventions">How it writes dates.</param>
    /// <param name="knowsSections">Whether its headings are read; if not, every date may be one of a job.</param>
    public UnreadDates(
        string text,
        IReadOnlyList<JobLine> lines,
        IReadOnlyList<ReadJob> jobs,
        DateConventions conventions,
        bool knowsSections
    )
    {
        (_text, _lines, _jobs, _conventions, _knowsSections, _owners) = (
            text,
            lines,
            jobs,
            conventions,
            knowsSections,
            new int[lines.Count]
        );
        Array.Fill(_owners, -1);
        for (var (i, job) = (0, 0); i < lines.Count; i++)
        {
            while (job + 1 < jobs.Count && jobs[job + 1].LinesStart <= lines[i].End)
            {
                job++;
            }

            if (job < jobs.Count && jobs[job].LinesStart <= lines[i].End && lines[i].Start < jobs[job].LinesEnd)
            {
                _owners[i] = job;
            }
        }
    }

    /// <summary>The unread parts of the text, in order.</summary>
    public List<UnreadText> Find(CancellationToken cancellationToken)
    {
        var found = new List<UnreadText>();
        for (var i = 0; i < _lines.Count && found.Count < Most; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (IsOfJobs(i))
            {
                found.AddRange(OnLine(i));
            }
        }

        return found.Count <= Most ? found : found[..Most];
    }

    private bool IsOfJobs(int line) =>
        !_lines[line].IsHeading
        && _lines[line].Degree is null
        && _lines[line].Length <= MostWords
        && (!_lines[line].IsBullet || _lines[line].HasDatesAlone || IsTitle(line))
        && (IsAmongJobs(line) || (_lines[line].Section == Section.Other && (_owners[line] >= 0 || UndatedBelow(line))));

    private bool IsAmongJobs(int line) =>
        _lines[line].Section == Section.Experience || (!_knowsSections && _lines[line].Section == Section.Other);

    private IEnumerable<UnreadText> OnLine(int line)
    {
        var open = _owners[line] < 0 ? IsAmongJobs(line) : !HasDates(_jobs[_owners[line]]);
        open |= UndatedBelow(line);
        var dates = new List<(int Start, int End)>();
        foreach (var period in _lines[line].Periods)
        {
            if (period.Defect == PeriodDefect.Impossible || (period.Defect == PeriodDefect.OneDate && open))
            {
                dates.Add((period.Start, period.End));
            }
            else if (period.IsUsable && !IsCovered(period) && IsAmongJobs(line))
            {
                yield return Unread(period.Start, period.End, UnreadReason.NoTitle);
            }
            else if (period.Defect == PeriodDefect.MonthUncertain && IsCovered(period))
            {
                yield return Unread(period.Start, period.End, UnreadReason.Month);
            }
        }

        if (open)
        {
            dates.AddRange(Unsure(line));
        }

        if (dates.Count == 0)
        {
            yield break;
        }

        var (start, end) = LineSegments.Around(_text, _lines[line], dates.Min(d => d.Start), dates.Max(d => d.End), LongestText);
        yield return Unread(start, end, UnreadReason.Date);
    }

    /// <summary>
    /// What means nothing without another date: "05/21", "Jun - Aug", "(3 years)"; and years that were not recognized.
    /// </summary>
    private IEnumerable<(int Start, int End)> Unsure(int line)
    {
        var words = _lines[line];
        var pieces = DateLexer.Split(_text, words.Start, words.End);
        if (words.HasGarbledYear)
        {
            yield return (pieces[0].Start, pieces[^1].End);
        }

        for (var i = 0; i < pieces.Count && words.DurationTokens > 0 && words.Section == Section.Experience; i++)
        {
            if (DurationReader.Read(pieces, i) is not { } duration)
            {
                continue;
            }

            yield return (pieces[i].Start, pieces[duration.Next - 1].End);
            i = duration.Next - 1;
        }

        if (words.Length > MostWordsBesideMonth)
        {
            yield break;
        }

        var reader = new PointReader(pieces, _conventions);
        for (var i = 0; i < pieces.Count; i++)
        {
            if (words.Periods.Any(period => pieces[i].Start >= period.Start && pieces[i].Start < period.End))
            {
                continue;
            }

            if (
                reader.Read(i)
                is not {
                    Form: PointForm.ShortNumeric or PointForm.MonthAndNumber or PointForm.WithoutYear or PointForm.Spaced
                } point
            )
            {
                continue;
            }

            if (point.Form != PointForm.WithoutYear || IsBesideDash(pieces, i, point.Next))
            {
                yield return (pieces[i].Start, pieces[point.Next - 1].End);
            }

            i = point.Next - 1;
        }
    }

    private static bool IsBesideDash(List<DateLexeme> pieces, int first, int next) =>
        (first > 0 && pieces[first - 1].IsMark('-')) || (next < pieces.Count && pieces[next].IsMark('-'));

    /// <summary>Whether the line stands right above a title without dates.</summary>
    private bool UndatedBelow(int line)
    {
        for (var i = line + 1; i <= line + LinesAbove && i < _lines.Count && !_lines[i].IsHeading && !_lines[i].IsBullet; i++)
        {
            if (IsTitle(i))
            {
                return !HasDates(_jobs[_owners[i]]);
            }
        }

        return false;
    }

    private bool IsTitle(int line) =>
        _owners[line] >= 0 && _jobs[_owners[line]].Start is var start && start >= _lines[line].Start && start < _lines[line].End;

    private static bool HasDates(ReadJob job) => job.Job.Start is not null || job.Job.End is not null;

    /// <summary>Whether a job counts for the whole period.</summary>
    private bool IsCovered(Period period)
    {
        foreach (var job in _jobs)
        {
            if (!HasDates(job))
            {
                continue;
            }

            var starts =
                job.Job.Start is not { } start
                || (period.From is { } from && Month(start.Year, start.Month, 0) <= Month(from.Year, from.Month, 12));
            var ends =
                job.Job.Current
                || (
                    !period.IsOngoing
                    && job.Job.End is { } end
                    && period.To is { } to
                    && Month(end.Year, end.Month, 12) >= Month(to.Year, to.Month, 0)
                );
            if (starts && ends)
            {
                return true;
            }

            if (
                period.From is null
                && period.To is { } until
                && job.Job.End is { } last
                && (until.Year, until.Month) == (last.Year, last.Month)
            )
            {
                return true;
            }
        }

        return false;
    }

    private static int Month(int year, int month, int unknown) => (year * 12) + (month == 0 ? unknown : month);

    private UnreadText Unread(int start, int end, UnreadReason reason) =>
        new()
        {
            Text = _text[start..Math.Min(end, start + LongestText)].ReplaceLineEndings(" "),
            Reason = reason,
            Start = start,
            End = end,
        };
}
