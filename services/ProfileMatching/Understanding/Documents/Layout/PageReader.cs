namespace CareerRecs.ProfileMatching.Understanding.Documents.Layout;

/// <summary>A line of a page in the order of reading.</summary>
/// <param name="Cells">Its words, cell by cell from left to right; running text is one cell.</param>
/// <param name="Runs">The same, run by run: the cells of a table may stand near each other.</param>
/// <param name="Column">Number of the column that it stands in.</param>
/// <param name="Block">Number of the block of columns through which the text flows.</param>
internal sealed record PageLine(List<TextRun> Cells, List<TextRun> Runs, int Column, int Block)
{
    /// <summary>Whether the line names the columns of a table.</summary>
    public bool IsTableHead => TableRows.IsHead([.. Runs.Select(run => run.Text)]);

    public double Base => Cells[0].Base;

    public double Size => Cells.Max(c => c.Size);
}

/// <summary>
/// Puts the words of a page in the order in which a person reads them: columns one behind the other, what stands between them
/// over the whole width before or behind, and the lines of each from the top down.
/// </summary>
internal sealed class PageReader
{
    /// <summary>Up to this gap, as a share of the size of the letters, words on one line are of one cell.</summary>
    private const double CellGap = 1;

    /// <summary>Share of the wider of two columns from which the other is as wide: text flows on from one to the other.</summary>
    private const double SameWidth = 0.85;

    private readonly List<PageLine> _lines = [];
    private int _columns;
    private int _blocks;

    /// <summary>The lines, in the order of reading.</summary>
    public static List<PageLine> Read(List<TextRun> runs)
    {
        var page = new PageReader();
        page.Add(runs);
        return page._lines;
    }

    private void Add(List<TextRun> runs)
    {
        var lines = RunLine.Group(runs);
        var gutter = Gutter.Find(lines).Find(g => ColumnJudge.AreColumns(lines, g));
        if (gutter is null)
        {
            AddLines(lines);
            return;
        }

        Add(Runs(lines[..gutter.First]));
        var columns = Runs(lines[gutter.First..(gutter.Last + 1)]).ToLookup(gutter.IsLeft);
        _blocks++;
        Add([.. columns[true]]);
        _blocks += AreAsWide([.. columns[true]], [.. columns[false]]) ? 0 : 1;
        Add([.. columns[false]]);
        _blocks++;
        Add(Runs(lines[(gutter.Last + 1)..]));
    }

    private static bool AreAsWide(List<TextRun> left, List<TextRun> right)
    {
        var (one, other) = (Width(left), Width(right));
        return Math.Min(one, other) >= SameWidth * Math.Max(one, other);

        static double Width(List<TextRun> runs) => runs.Max(run => run.Right) - runs.Min(run => run.Left);
    }

    private void AddLines(List<RunLine> lines)
    {
        _columns++;
        foreach (var line in lines)
        {
            var cells = new List<TextRun>();
            foreach (var run in line.Runs)
            {
                if (cells.Count == 0)
                {
                    cells.Add(run);
                    continue;
                }

                var last = cells[^1];
                if (run.Left - last.Right > CellGap * Math.Max(run.Size, last.Size))
                {
                    cells.Add(run);
                }
                else
                {
                    cells[^1] = last with { Text = $"{last.Text} {run.Text}", Right = run.Right };
                }
            }

            // The name of a section to the left of its first line.
            var row = new PageLine(cells, line.Runs, _columns, _blocks);
            if (cells.Count > 1 && HeadingWords.IsHeading(cells[0].Text) && !row.IsTableHead)
            {
                _lines.Add(new PageLine([cells[0]], [line.Runs[0]], _columns, _blocks));
                row = new PageLine(cells[1..], line.Runs[1..], _columns, _blocks);
            }

            _lines.Add(row);
        }
    }

    private static List<TextRun> Runs(List<RunLine> lines) => [.. lines.SelectMany(line => line.Runs)];
}
