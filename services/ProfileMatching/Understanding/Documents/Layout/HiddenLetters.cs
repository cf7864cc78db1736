using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics.Colors;

namespace CareerRecs.ProfileMatching.Understanding.Documents.Layout;

/// <summary>
/// Tells letters of a page that nobody sees: white on white, too small to read, beside the page, drawn invisibly. Invisible text
/// over a picture of the page is what text recognition read in the picture, and counts.
/// </summary>
internal sealed class HiddenLetters
{
    private const double LeastSize = 1.5;
    private const double White = 0.97;

    /// <summary>A picture over this share of the page is a scan of it.</summary>
    private const double LeastScan = 0.5;

    private readonly PdfRectangle _page;
    private readonly bool _isScan;
    private readonly Lazy<List<PdfRectangle>> _grounds;

    public HiddenLetters(Page page)
    {
        // Places are in what of the page is shown, as it is shown.
        _page = new PdfRectangle(0, 0, page.Width, page.Height);
        List<PdfRectangle> pictures = [.. page.GetImages().Select(image => image.BoundingBox)];
        _isScan = pictures.Exists(picture => picture.Area >= LeastScan * _page.Area);
        _grounds = new Lazy<List<PdfRectangle>>(() => [.. pictures, .. DarkAreas(page)]);
    }

    public bool Contains(Letter letter)
    {
        if (letter.PointSize is > 0 and < LeastSize || IsOutside(letter.StartBaseLine))
        {
            return true;
        }

        return letter.RenderingMode switch
        {
            TextRenderingMode.Neither or TextRenderingMode.NeitherClip => !_isScan,
            TextRenderingMode.Stroke or TextRenderingMode.StrokeClip => false,
            _ => IsWhite(letter.FillColor) && !IsOnGround(letter.BoundingBox),
        };
    }

    private bool IsOutside(PdfPoint start) =>
        start.X < _page.Left || start.X > _page.Right || start.Y < _page.Bottom || start.Y > _page.Top;

    private bool IsOnGround(PdfRectangle letter) =>
        _grounds.Value.Exists(area =>
            area.Left <= letter.Centroid.X
            && area.Right >= letter.Centroid.X
            && area.Bottom <= letter.Centroid.Y
            && area.Top >= letter.Centroid.Y
        );

    private static IEnumerable<PdfRectangle> DarkAreas(Page page) =>
        page
            .Paths.Where(path => path.IsFilled && !IsWhite(path.FillColor))
            .Select(path => path.GetBoundingRectangle())
            .OfType<PdfRectangle>();

    private static bool IsWhite(IColor? color)
    {
        if (color is null or PatternColor)
        {
            return false;
        }

        var (red, green, blue) = color.ToRGBValues();
        return red >= White && green >= White && blue >= White;
    }
}
