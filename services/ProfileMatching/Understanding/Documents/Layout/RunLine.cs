namespace CareerRecs.ProfileMatching.Understanding.Documents.Layout;

/// <summary>Runs that a reader sees on one line, from left to right.</summary>
internal sealed class RunLine
{
    private const double SameBase = 0.25;
    private const double Beside = 0.9;

    private RunLine(List<TextRun> runs) => Runs = runs;

    public List<TextRun> Runs { get; }

    public double Left => Runs[0].Left;

    public double Right => Runs.Max(r => r.Right);

    public double Base => Runs[0].Base;

    public double Size => Runs.Max(r => r.Size);

    /// <summary>Whether both were set on one line, and do not only stand beside each other by chance.</summary>
    public bool SharesBase(RunLine other) => Math.Abs(Base - other.Base) <= SameBase * Math.Max(Size, other.Size);

    /// <summary>Whether a reader sees the other at this height, be it on the same line or not.</summary>
    public bool StandsBeside(RunLine other) => Math.Abs(Base - other.Base) <= Beside * Math.Max(Size, other.Size);

    /// <summary>The lines of the runs, from the top down.</summary>
    public static List<RunLine> Group(IEnumerable<TextRun> runs)
    {
        var lines = new List<RunLine>();
        foreach (var run in runs.OrderByDescending(r => r.Base))
        {
            // A line ends where one starts that is lower; of lines beside each other at odd heights two are open.
            var line = lines.Count > 0 && lines[^1].Runs[0].SharesLine(run) ? lines[^1] : null;
            if (line is null)
            {
                lines.Add(line = new RunLine([]));
            }

            line.Runs.Add(run);
        }

        foreach (var line in lines)
        {
            line.Runs.Sort((a, b) => a.Left.CompareTo(b.Left));
            line.AttachBullets();
        }

        return lines;
    }

    /// <summary>The mark of a list item belongs to the words behind it, however wide the gap.</summary>
    private void AttachBullets()
    {
        for (var i = 0; i + 1 < Runs.Count; i++)
        {
            if (Runs[i].IsBullet)
            {
                var (mark, words) = (Runs[i], Runs[i + 1]);
                Runs[i] = words with { Text = LineMarks.Item + words.Text, Left = mark.Left };
                Runs.RemoveAt(i + 1);
            }
        }
    }
}
