using CareerRecs.Vocabulary;

namespace CareerRecs.Matching.Understanding.Extraction;

/// <summary>Finds the title of a line. The less its dates say that it names a job, the less may stand beside the title.</summary>
internal sealed class TitleLines(IReadOnlyList<Token> tokens, IReadOnlyList<JobLine> lines, TitleParts parts)
{
    private const int ShortLine = 7;
    private const int MostWords = JobLines.LongestLine / 5;

    /// <summary>A longer item of a list is a sentence about a job, not the job.</summary>
    private const int MostWordsOfItem = 10;

    private readonly TitlePart?[] _found = new TitlePart?[lines.Count];
    private readonly bool[] _isRead = new bool[lines.Count];

    /// <summary>Where the title stands on a line that has dates, or whose dates stand right beside it.</summary>
    public (int Start, int End)? Dated(int line) =>
        lines[line].IsBullet && lines[line].Length > MostWordsOfItem ? null
        : Find(line, MostWords) is { } found && (found.IsListed || MayBeUnknown(lines[line])) ? (found.Start, found.End)
        : null;

    /// <summary>Where the title stands on a short line that has nothing else.</summary>
    public (int Start, int End)? Alone(int line) =>
        Find(line, ShortLine) is { IsListed: true } found && lines[line].Length - found.Words <= 2 ? (found.Start, found.End) : null;

    /// <summary>Whether a title that the catalog does not list may stand on the line: no degree, certificate or skill.</summary>
    private static bool MayBeUnknown(JobLine line) => line is { HasDegree: false, Section: Section.Other };

    private TitlePart? Find(int line, int mostWords)
    {
        if (lines[line].Length > mostWords)
        {
            return null;
        }

        if (!_isRead[line])
        {
            _isRead[line] = true;
            _found[line] = parts.Find(
                [.. tokens.Skip(lines[line].First).Take(lines[line].Length)],
                word => lines[line].Periods.Any(period => word.Start >= period.Start && word.End <= period.End));
        }

        return _found[line];
    }
}
