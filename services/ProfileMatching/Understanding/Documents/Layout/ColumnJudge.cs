using System.Text.RegularExpressions;

namespace CareerRecs.ProfileMatching.Understanding.Documents.Layout;

/// <summary>
/// Judges whether the words on both sides of a gutter are columns, read one behind the other, or cells of the same lines: titles
/// and their dates at the margin, labels, rows of a table.
/// </summary>
internal static partial class ColumnJudge
{
    /// <summary>
    /// Share of lines on the shorter side that stand on a line of the other side, from which that is no chance.
    /// </summary>
    private const double Aligned = 0.75;

    private const double MostlyDates = 0.5;
    private const double MostlyFlush = 0.8;
    private const double SameMargin = 2;
    private const double LeastBrokenSentences = 0.3;

    /// <summary>Share of a column's width by which a full line may be short of it.</summary>
    private const double MostRagged = 0.25;

    public static bool AreColumns(List<RunLine> lines, Gutter gutter)
    {
        var left = Side(lines, gutter, isLeft: true);
        var right = Side(lines, gutter, isLeft: false);
        var (shorter, longer) = left.Count < right.Count ? (left, right) : (right, left);
        if (
            shorter.Count < 2
            || NamesSections(left)
            || lines.Take(gutter.First..(gutter.Last + 1)).Any(line => IsTableHead(line, gutter))
        )
        {
            return false;
        }

        var aligned = shorter.Count(line => longer.Exists(line.SharesBase));
        var beside = shorter.Count(line => longer.Exists(line.StandsBeside));
        if (aligned < Aligned * beside)
        {
            return true;
        }

        return beside > 0
            && !AreFlushRight(right)
            && !AreDates(shorter)
            && ((HasHeading(left) && HasHeading(right)) || BreaksSentences(left, right));
    }

    /// <summary>Whether the lines do nothing but name sections, whose lines stand beside them.</summary>
    private static bool NamesSections(List<RunLine> lines) =>
        lines.TrueForAll(line => line.Runs.TrueForAll(run => HeadingWords.IsHeading(run.Text)));

    private static bool IsTableHead(RunLine line, Gutter gutter) =>
        line.Runs.Exists(gutter.IsLeft)
        && line.Runs.Exists(run => !gutter.IsLeft(run))
        && TableRows.IsHead(line.Runs.ConvertAll(run => run.Text));

    private static List<RunLine> Side(List<RunLine> lines, Gutter gutter, bool isLeft) =>
        RunLine.Group(
            lines.Take(gutter.First..(gutter.Last + 1)).SelectMany(line => line.Runs).Where(run => gutter.IsLeft(run) == isLeft)
        );

    /// <summary>Whether the lines end at one margin and start anywhere.</summary>
    private static bool AreFlushRight(List<RunLine> lines)
    {
        var margin = lines.Max(line => line.Right);
        return lines.Count(line => margin - line.Right <= SameMargin) >= MostlyFlush * lines.Count
            && lines.Count(line => line.Left - lines[0].Left is >= -SameMargin and <= SameMargin) < MostlyFlush * lines.Count;
    }

    private static bool AreDates(List<RunLine> lines) =>
        lines.Count(line => line.Runs.TrueForAll(run => DateOrCount().IsMatch(run.Text))) >= MostlyDates * lines.Count;

    private static bool HasHeading(List<RunLine> lines) =>
        lines.Exists(line => line.Runs.Count == 1 && HeadingWords.IsHeading(line.Runs[0].Text));

    /// <summary>Whether words of one side stand beside sentences of the other that wrap from the line above.</summary>
    private static bool BreaksSentences(List<RunLine> left, List<RunLine> right)
    {
        var (both, broken) = (0, 0);
        var margin = right.Max(line => line.Right);
        for (var i = 1; i < right.Count; i++)
        {
            if (!left.Exists(right[i].SharesBase))
            {
                continue;
            }

            both++;
            var (above, below) = (right[i - 1], right[i]);
            var isFull =
                margin - above.Right < MostRagged * (margin - above.Left) && Math.Abs(above.Left - below.Left) <= SameMargin;
            broken += isFull && char.IsLower(below.Runs[0].Text[0]) && !above.Runs[^1].Text.EndsWith('.') ? 1 : 0;
        }

        return broken > 0 && broken >= LeastBrokenSentences * both;
    }

    /// <summary>A date, a period, or a number with or without its unit.</summary>
    [GeneratedRegex(
        """
            ^ [\W]* (
                (\p{L}{3,9}\.?|[0-9]{1,2}) [\s./'’-]{1,3} ((19|20)[0-9]{2}|'[0-9]{2}) .{0,25}    # May 2019 - June 2021
              | (19|20) [0-9]{2} .{0,20}                                                         # 2019 - now
              | [0-9.]{1,4} \+? \s? ( years? | yrs? | months? | % )?                             # 6 years
              | present | now | today | current | ongoing
            ) $
            """,
        RegexOptions.IgnorePatternWhitespace
            | RegexOptions.CultureInvariant
            | RegexOptions.IgnoreCase
            | RegexOptions.ExplicitCapture
    )]
    private static partial Regex DateOrCount();
}
