namespace CareerRecs.ProfileMatching.Understanding.Documents.Layout;

/// <summary>A strip of a page that no words cross, from one line to another, with words on both sides.</summary>
/// <param name="First">Index of the first line.</param>
/// <param name="Last">Index of the last line.</param>
/// <param name="Left">Where the words on its left end.</param>
/// <param name="Right">Where those on its right start.</param>
internal sealed record Gutter(int First, int Last, double Left, double Right)
{
    /// <summary>Narrowest strip between columns, as a share of the size of the letters.</summary>
    private const double LeastWidth = 0.8;

    private double Middle => (Left + Right) / 2;

    public bool IsLeft(TextRun run) => run.Right <= Middle;

    /// <summary>The gutters of some lines, the one over most lines first.</summary>
    public static List<Gutter> Find(List<RunLine> lines)
    {
        var found = new List<Gutter>();
        for (var i = 0; i < lines.Count; i++)
        {
            foreach (var (left, right) in lines[i].Runs.Zip(lines[i].Runs.Skip(1)))
            {
                if (
                    right.Left - left.Right >= LeastWidth * Math.Max(left.Size, right.Size)
                    && !found.Exists(g => g.Holds(i, left.Right, right.Left))
                )
                {
                    found.Add(Grow(lines, i, left.Right, right.Left));
                }
            }
        }

        found.Sort((a, b) => (b.Last - b.First).CompareTo(a.Last - a.First));
        return found;
    }

    private bool Holds(int line, double left, double right) => line >= First && line <= Last && Left >= left && Right <= right;

    private static Gutter Grow(List<RunLine> lines, int start, double left, double right)
    {
        var (first, last) = (start, start);
        while (last + 1 < lines.Count && Narrow(lines[last + 1], ref left, ref right))
        {
            last++;
        }

        while (first > 0 && Narrow(lines[first - 1], ref left, ref right))
        {
            first--;
        }

        return new Gutter(first, last, left, right);
    }

    /// <summary>Narrows the strip to what the line leaves free of it; false if the line crosses it.</summary>
    private static bool Narrow(RunLine line, ref double left, ref double right)
    {
        var (newLeft, newRight) = (left, right);
        var middle = (left + right) / 2;
        foreach (var run in line.Runs)
        {
            if ((run.Left + run.Right) / 2 < middle)
            {
                newLeft = Math.Max(newLeft, run.Right);
            }
            else
            {
                newRight = Math.Min(newRight, run.Left);
            }
        }

        if (newRight - newLeft < LeastWidth * line.Size)
        {
            return false;
        }

        (left, right) = (newLeft, newRight);
        return true;
    }
}
