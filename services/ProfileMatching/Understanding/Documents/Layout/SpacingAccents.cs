using System.Collections.Frozen;

namespace CareerRecs.ProfileMatching.Understanding.Documents.Layout;

/// <summary>Accents that a page draws by themselves over a letter: as marks behind that letter.</summary>
internal static class SpacingAccents
{
    private static readonly FrozenDictionary<char, char> Marks = new Dictionary<char, char>
    {
        ['`'] = '\u0300',
        ['´'] = '\u0301',
        ['ˆ'] = '\u0302',
        ['˜'] = '\u0303',
        ['¯'] = '\u0304',
        ['˘'] = '\u0306',
        ['˙'] = '\u0307',
        ['¨'] = '\u0308',
        ['˚'] = '\u030A',
        ['˝'] = '\u030B',
        ['ˇ'] = '\u030C',
        ['¸'] = '\u0327',
        ['˛'] = '\u0328',
    }.ToFrozenDictionary();

    /// <summary>The letters of a line from left to right, each with the accents that stand over it.</summary>
    public static List<Glyph> Attach(List<Glyph> line)
    {
        if (!line.Exists(glyph => FindMark(glyph) is not null))
        {
            return line;
        }

        var attached = new List<Glyph>(line.Count);
        for (var i = 0; i < line.Count; i++)
        {
            if (FindMark(line[i]) is not { } mark)
            {
                attached.Add(line[i]);
            }
            else if (attached.Count > 0 && StandsOver(line[i], attached[^1]))
            {
                attached[^1] = WithMark(attached[^1], mark);
            }
            else if (i + 1 < line.Count && StandsOver(line[i], line[i + 1]))
            {
                attached.Add(WithMark(line[++i], mark));
            }
            else
            {
                attached.Add(line[i]);
            }
        }

        return attached;
    }

    private static char? FindMark(Glyph glyph) =>
        glyph.Text.Length == 1 && Marks.TryGetValue(glyph.Text[0], out var mark) ? mark : null;

    private static bool StandsOver(Glyph accent, Glyph letter)
    {
        var middle = (accent.Left + accent.Right) / 2;
        return middle > letter.Left && middle < letter.Right && char.IsLetter(letter.Text[0]);
    }

    private static Glyph WithMark(Glyph letter, char mark) =>
        letter with
        {
            Text = (letter.Text == "ı" ? "i" : letter.Text) + mark,
        };
}
