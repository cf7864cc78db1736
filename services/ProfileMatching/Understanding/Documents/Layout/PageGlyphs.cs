using UglyToad.PdfPig.Content;

namespace CareerRecs.ProfileMatching.Understanding.Documents.Layout;

/// <summary>
/// The letters of a page, each direction of writing by itself and turned upright: a page on its side, a label along a margin.
/// </summary>
internal static class PageGlyphs
{
    /// <summary>Directions that are told apart, in degrees; a scan is a little askew.</summary>
    private const double Step = 15;

    /// <summary>The letters by their direction, that of most of them first.</summary>
    public static IEnumerable<List<Glyph>> Upright(IEnumerable<Letter> letters) =>
        letters.GroupBy(Direction).OrderByDescending(group => group.Count()).Select(group => Turn([.. group]));

    private static int Direction(Letter letter) => (int)Math.Round(Degrees(letter) / Step) % (int)(360 / Step);

    private static double Degrees(Letter letter)
    {
        var (x, y) = (letter.EndBaseLine.X - letter.StartBaseLine.X, letter.EndBaseLine.Y - letter.StartBaseLine.Y);
        return x == 0 && y == 0 ? 0 : (Math.Atan2(y, x) * 180 / Math.PI) + (y < 0 ? 360 : 0);
    }

    private static List<Glyph> Turn(List<Letter> letters)
    {
        var (sumX, sumY) = (0.0, 0.0);
        foreach (var letter in letters)
        {
            sumX += letter.EndBaseLine.X - letter.StartBaseLine.X;
            sumY += letter.EndBaseLine.Y - letter.StartBaseLine.Y;
        }

        var length = Math.Sqrt((sumX * sumX) + (sumY * sumY));
        var (cos, sin) = length > 0 ? (sumX / length, sumY / length) : (1, 0);
        return letters.ConvertAll(letter =>
        {
            var (start, end) = (letter.StartBaseLine, letter.EndBaseLine);
            return new Glyph(
                Shown(letter.Value),
                (start.X * cos) + (start.Y * sin),
                (end.X * cos) + (end.Y * sin),
                (start.Y * cos) - (start.X * sin),
                Size(letter)
            );
        });
    }

    /// <summary>The letter as it is drawn: fonts name the hyphen a soft one and the blank an open box.</summary>
    private static string Shown(string letter) =>
        letter switch
        {
            "\u00AD" => "-",
            "\u2423" => " ",
            _ => letter,
        };

    /// <summary>Size of the font; of fonts that state none, as their letters are tall.</summary>
    private static double Size(Letter letter) => letter.PointSize > 0 ? letter.PointSize : Math.Max(1, letter.BoundingBox.Height);
}
