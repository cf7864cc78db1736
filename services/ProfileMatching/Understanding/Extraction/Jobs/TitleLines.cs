using CareerRecs.ProfileMatching.Understanding.Extraction.Lines;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Understanding.Extraction.Jobs;

/// <summary>Finds the title of a line. The less its dates say that it names a job, the less may stand beside the title.</summary>
internal sealed class TitleLines(IReadOnlyList<Token> tokens, IReadOnlyList<JobLine> lines, TitleParts parts)
{
    private const int ShortLine = 7;
    private const int LineWithDate = 12;
    private const int MostWords = JobLines.LongestLine / 5;

    /// <summary>A longer item of a list is a sentence about a job, not the job.</summary>
    private const int MostWordsOfItem = 10;

    private readonly TitlePart?[] _found = new TitlePart?[lines.Count];
    private readonly bool[] _isRead = new bool[lines.Count];

    /// <summary>Where the title stands on a line that has dates, or whose dates stand right beside it.</summary>
    public (int Start, int End)? Dated(int line)
    {
        if (
            (lines[line].IsBullet && lines[line].Length > MostWordsOfItem)
            || Find(line) is not { } found
            || !MayStandOn(lines[line], found)
        )
        {
            return null;
        }

        // "MSc in Statistics, 2014 - 2016, then data analyst": the dates are those of the degree.
        var isOfDegree = lines[line].Degree is { } degree && (lines[line].Section == Section.Education || degree < found.Start);
        return isOfDegree ? null : (found.Start, found.End);
    }

    /// <summary>Where the title stands on a short line that has hardly anything else, or a date that is not enough.</summary>
    public (int Start, int End)? Alone(int line)
    {
        var words = lines[line].Length - lines[line].DurationTokens;
        if (
            lines[line].Section != Section.Certifications
            && words <= ShortLine
            && Find(line) is { IsListed: true } found
            && words - found.Words <= 2
        )
        {
            return (found.Start, found.End);
        }

        var isOfTime = lines[line].Periods.Count > 0 || (lines[line].HasTime && lines[line].Section == Section.Experience);
        return isOfTime && lines[line].Length <= LineWithDate && lines[line].Section != Section.Education ? Dated(line) : null;
    }

    /// <summary>
    /// Where the title stands on a line in a list of jobs that is a title and nothing else, though the catalog does not list it.
    /// </summary>
    public (int Start, int End)? Whole(int line) =>
        lines[line] is { Section: Section.Experience, IsBullet: false }
        && Find(line) is { } found
        && found.Words >= lines[line].Length - lines[line].DurationTokens
            ? Dated(line)
            : null;

    /// <summary>A title that the catalog does not list stands under no heading over degrees, certificates or skills.</summary>
    private static bool MayStandOn(JobLine line, TitlePart part) =>
        part.IsListed || line is { Degree: null, Section: Section.Other or Section.Experience };

    private TitlePart? Find(int line)
    {
        if (lines[line].Length > MostWords)
        {
            return null;
        }

        if (!_isRead[line])
        {
            _isRead[line] = true;
            _found[line] = parts.Find(
                [.. tokens.Skip(lines[line].First).Take(lines[line].Length)],
                word => IsDate(lines[line], word)
            );
        }

        return _found[line];
    }

    private static bool IsDate(JobLine line, Token word) =>
        line.Periods.Any(period => word.Start >= period.Start && word.End <= period.End);
}
