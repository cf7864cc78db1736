using CareerRecs.Vocabulary;

namespace CareerRecs.Matching.Understanding.Extraction;

/// <summary>Finds the title of a line. The less its dates say that it names a job, the less may stand beside the title.</summary>
internal sealed class TitleLines(IReadOnlyList<Token> tokens, IReadOnlyList<JobLine> lines, TitlePhrases titles)
{
    private const int ShortLine = 7;
    private const int LineWithDate = 12;
    private const int MostWords = JobLines.LongestLine / 5;

    /// <summary>A longer item of a list is a sentence about a job, not the job.</summary>
    private const int MostWordsOfItem = 10;

    private readonly (int Start, int End, int Words)?[] _found = new (int, int, int)?[lines.Count];
    private readonly bool[] _isRead = new bool[lines.Count];

    /// <summary>Where the title stands on a line that has dates, or whose dates stand right beside it.</summary>
    public (int Start, int End)? Dated(int line)
    {
        if ((lines[line].IsBullet && lines[line].Length > MostWordsOfItem) || Find(line, MostWords) is not { } found)
        {
            return null;
        }

        // "MSc in Statistics, 2014 - 2016, then data analyst": the dates are those of the degree.
        return lines[line].Degree is { } degree && (lines[line].Section == Section.Education || degree < found.Start)
            ? null
            : (found.Start, found.End);
    }

    /// <summary>Where the title stands on a short line that has hardly anything else, or a date that is not enough.</summary>
    public (int Start, int End)? Alone(int line)
    {
        var isShort = lines[line].Length - lines[line].DurationTokens <= ShortLine;
        if (isShort && Find(line, MostWords) is { } found && lines[line].Length - lines[line].DurationTokens - found.Words <= 2)
        {
            return (found.Start, found.End);
        }

        var isOfTime = lines[line].Periods.Count > 0 || (lines[line].HasTime && lines[line].Section == Section.Experience);
        return isOfTime && lines[line].Length <= LineWithDate && lines[line].Section != Section.Education ? Dated(line) : null;
    }

    private (int Start, int End, int Words)? Find(int line, int mostWords)
    {
        if (lines[line].Length > mostWords)
        {
            return null;
        }

        if (_isRead[line])
        {
            return _found[line];
        }

        var words = tokens.Skip(lines[line].First).Take(lines[line].Length).ToList();
        var best = titles.Find(words).OrderByDescending(m => m.TokenCount).FirstOrDefault();
        _isRead[line] = true;
        if (best.TokenCount > 0)
        {
            _found[line] = (words[best.FirstToken].Start, words[best.FirstToken + best.TokenCount - 1].End, best.TokenCount);
        }

        return _found[line];
    }
}
