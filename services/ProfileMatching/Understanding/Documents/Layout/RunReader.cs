using System.Text;

namespace CareerRecs.ProfileMatching.Understanding.Documents.Layout;

/// <summary>Puts the letters of a page together to runs of words. Distances are shares of the size of the font.</summary>
internal static class RunReader
{
    /// <summary>Letters farther off each other's baseline are not of one line: less than a superscript is raised.</summary>
    private const double SameBase = 0.12;

    /// <summary>A wider gap may be a column's, a tab's or a margin's; a justified line has few that wide.</summary>
    private const double RunGap = 0.8;

    /// <summary>Letters of a word are nearer, words of the tightest justified line farther.</summary>
    private const double WordGap = 0.1;

    /// <summary>
    /// A font draws no two letters this near to each other; who does makes the letter bold or gives it a shadow.
    /// </summary>
    private const double SamePlace = 0.1;

    private const double LeastTracking = 0.12;
    private const double TrackedWordGap = 1.5;
    private const double LeastTrackedWordGap = 0.17;
    private const int LeastTracked = 4;
    private const double LeastLetters = 0.8;

    /// <summary>The runs, in no order.</summary>
    public static List<TextRun> Read(IEnumerable<Glyph> glyphs)
    {
        var runs = new List<TextRun>();
        var line = new List<Glyph>();
        foreach (var glyph in glyphs.OrderByDescending(g => g.Base))
        {
            if (line.Count > 0 && line[0].Base - glyph.Base > SameBase * Math.Max(line[0].Size, glyph.Size))
            {
                AddRuns(runs, line);
                line.Clear();
            }

            line.Add(glyph);
        }

        AddRuns(runs, line);
        return runs;
    }

    private static void AddRuns(List<TextRun> runs, List<Glyph> line)
    {
        var run = new List<Glyph>();
        var blank = false;
        foreach (var glyph in SpacingAccents.Attach([.. line.OrderBy(g => g.Left)]))
        {
            if (glyph.IsBlank)
            {
                blank = true;
                continue;
            }

            if (run.Count > 0)
            {
                var last = run[^1];
                if (IsSame(last, glyph))
                {
                    continue;
                }

                if (Gap(last, glyph) > RunGap + (2 * LeastGap(run)))
                {
                    runs.Add(ToRun(run));
                    run.Clear();
                    blank = false;
                }
            }

            run.Add(blank && run.Count > 0 ? glyph with { Text = " " + glyph.Text } : glyph);
            blank = false;
        }

        if (run.Count > 0)
        {
            runs.Add(ToRun(run));
        }
    }

    /// <summary>
    /// Least gap between the last letters of a run: letters set apart have none without one, and wider ones between words.
    /// </summary>
    private static double LeastGap(List<Glyph> run) =>
        run.Count < LeastTracked - 1 ? 0 : Math.Max(0, Math.Min(Gap(run[^3], run[^2]), Gap(run[^2], run[^1])));

    private static bool IsSame(Glyph one, Glyph other) =>
        one.Text.AsSpan().Trim().SequenceEqual(other.Text) && Math.Abs(one.Left - other.Left) < SamePlace * other.Size;

    private static TextRun ToRun(List<Glyph> glyphs)
    {
        var size = glyphs.Max(g => g.Size);
        var spacing = Spacing(glyphs);
        var text = new StringBuilder();
        for (var i = 0; i < glyphs.Count; i++)
        {
            if (i > 0 && StartsWord(glyphs[i - 1], glyphs[i], spacing))
            {
                text.Append(' ');
            }

            text.Append(glyphs[i].Text.AsSpan().TrimStart());
        }

        var isItem = glyphs.Count > 1 && LineMarks.IsBullet(glyphs[0].Text) && text[1] == ' ';
        return new TextRun(
            isItem ? LineMarks.Item + text.ToString(2, text.Length - 2) : text.ToString(),
            glyphs[0].Left,
            glyphs[^1].Right,
            Base(glyphs),
            size,
            glyphs[isItem ? 1 : 0].Left
        );
    }

    /// <summary>Whether a word starts. Between letters set apart, as in "S K I L L S", blanks say nothing and gaps do.</summary>
    private static bool StartsWord(Glyph last, Glyph next, double spacing)
    {
        var gap = Gap(last, next);
        return spacing > LeastTracking
            ? gap > Math.Max(TrackedWordGap * spacing, spacing + LeastTrackedWordGap)
            : next.Text[0] == ' ' || gap > spacing + WordGap;
    }

    /// <summary>The usual gap between letters of one word: none, unless they are set apart.</summary>
    private static double Spacing(List<Glyph> glyphs)
    {
        if (
            glyphs.Count < LeastTracked
            || glyphs.Count(g => char.IsLetter(g.Text.AsSpan().TrimStart()[0])) < LeastLetters * glyphs.Count
        )
        {
            return 0;
        }

        // Most gaps are between letters of one word, few between words.
        var gaps = glyphs.Zip(glyphs.Skip(1), Gap).Order().ToList();
        return Math.Max(0, gaps[gaps.Count / 4]);
    }

    private static double Gap(Glyph last, Glyph next) => (next.Left - last.Right) / Math.Max(last.Size, next.Size);

    /// <summary>Where most of the run stands, in which a sign may be raised.</summary>
    private static double Base(List<Glyph> glyphs) => glyphs[glyphs.Count / 2].Base;
}
