using CareerRecs.Vocabulary;

namespace CareerRecs.Matching.Understanding.Extraction;

/// <summary>Finds the title of a line. The less its dates say that it names a job, the less may stand beside the title.</summary>
internal sealed class TitleLines(IReadOnlyList<Token> tokens, IReadOnlyList<JobLine> lines, TitlePhrases titles)
{
    private const int ShortLine = 7;
    private const int MostWords = JobLines.LongestLine / 5;

    /// <summary>A longer item of a list is a sentence about a job, not the job.</summary>
    private const int MostWordsOfItem = 10;

    private readonly (int Start, int End, int Words)?[] _found = new (int, int, int)?[lines.Count];
    private readonly bool[] _isRead = new bool[lines.Count];

    /// <summary>Where the title stands on a line that has dates, or whose dates stand right beside it.</summary>
    public (int Start, int End)? Dated(int line) =>
        lines[line].IsBullet && lines[line].Length > MostWordsOfItem ? null : Find(line, MostWords) is { } found ? (found.Start, found.End) : null;

    /// <summary>Where the title stands on a short line that has nothing else.</summary>
    public (int Start, int End)? Alone(int line) =>
        Find(line, ShortLine) is { } found && lines[line].Length - found.Words <= 2 ? (found.Start, found.End) : null;

    private (int Start, int End, int Words)? Find(int line, int mostWords)
    {
        if (lines[line].Length > mostWords) return null;
        if (_isRead[line]) return _found[line];
        var words = tokens.Skip(lines[line].First).Take(lines[line].Length).ToList();
        var best = titles.Find(words).OrderByDescending(m => m.TokenCount).FirstOrDefault();
        _isRead[line] = true;
        if (best.TokenCount > 0) _found[line] = (words[best.FirstToken].Start, words[best.FirstToken + best.TokenCount - 1].End, best.TokenCount);
        return _found[line];
    }
}
