namespace CareerRecs.ProfileMatching.Understanding.Documents.Layout;

/// <summary>
/// The largest words at the top of a first page, which is the name in most resumes. A person reads them first, wherever they
/// stand: in the middle, beside contact details, on two lines.
/// </summary>
internal static class Headline
{
    private const double LeastGrowth = 1.3;
    private const double SameSize = 0.05;
    private const double MostLineHeight = 1.6;
    private const double Top = 0.4;
    private const int MostWords = 6;

    /// <summary>Whether words may be a name: few of them, no numbers, no heading of a section.</summary>
    public static bool IsOne(string words) =>
        words.Length > 0
        && words.Count(' ') < MostWords
        && !words.Any(c => char.IsDigit(c) || c is '@' or '\n')
        && !HeadingWords.IsHeading(words);

    /// <summary>Takes the headline out of the runs of a page; null if it has none.</summary>
    public static string? Take(List<TextRun> runs)
    {
        if (runs.Count < 2)
        {
            return null;
        }

        var size = runs.Max(run => run.Size);
        var usual = runs.Select(run => run.Size).Order().ElementAt((runs.Count - 1) / 2);
        var (top, bottom) = (runs.Max(run => run.Base), runs.Min(run => run.Base));
        var largest = runs.FindAll(run => run.Size >= (1 - SameSize) * size)
            .OrderByDescending(run => run.Base)
            .ThenBy(run => run.Left)
            .ToList();
        // Of more lines the first two that stand together.
        var together = largest.TakeWhile((run, i) => i == 0 || largest[0].Base - run.Base <= MostLineHeight * size).ToList();
        var words = string.Join(' ', together.Select(run => run.Text));
        if (
            size < LeastGrowth * usual
            || largest[0].Base < top - (Top * (top - bottom))
            || words.Count(' ') >= MostWords
            || words.Any(c => char.IsDigit(c) || c == '@')
        )
        {
            return null;
        }

        runs.RemoveAll(together.Contains);
        return words;
    }
}
