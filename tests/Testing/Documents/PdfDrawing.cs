using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace CareerRecs.Testing.Documents;

/// <summary>
/// Draws the pages of a PDF word by word, as programs that set pages do. Places are in points from the lower left of a page of
/// A4.
/// </summary>
public sealed class PdfDrawing
{
    private const double Size = 10;

    private readonly List<Action<Canvas>> _steps = [];

    /// <summary>Puts words so that they start at a place.</summary>
    public PdfDrawing At(double x, double y, string words, double size = Size) => Add(canvas => canvas.Write(x, y, words, size));

    /// <summary>Puts words so that they end at a margin.</summary>
    public PdfDrawing FlushRight(double right, double y, string words, double size = Size) =>
        Add(canvas => canvas.Write(right - canvas.Width(words, size), y, words, size));

    /// <summary>Puts words in the middle of the page.</summary>
    public PdfDrawing Centred(double y, string words, double size = Size) =>
        Add(canvas => canvas.Write((canvas.Page.PageSize.Width - canvas.Width(words, size)) / 2, y, words, size));

    /// <summary>Puts letters farther apart than the font does.</summary>
    public PdfDrawing Spaced(double x, double y, string words, double spacing, double size = Size) =>
        Add(canvas =>
        {
            var left = x;
            foreach (var letter in words.Select(c => c.ToString()))
            {
                if (letter != " ")
                {
                    canvas.Write(left, y, letter, size);
                }

                left += canvas.Width(letter, size) + spacing;
            }
        });

    /// <summary>Starts the next page.</summary>
    public PdfDrawing NextPage() => Add(canvas => canvas.Turn());

    /// <summary>The bytes of the file.</summary>
    public byte[] Build()
    {
        using var builder = new PdfDocumentBuilder();
        var canvas = new Canvas(builder);
        foreach (var step in _steps)
        {
            step(canvas);
        }

        return builder.Build();
    }

    private PdfDrawing Add(Action<Canvas> step)
    {
        _steps.Add(step);
        return this;
    }

    private sealed class Canvas(PdfDocumentBuilder builder)
    {
        private readonly PdfDocumentBuilder.AddedFont _font = builder.AddStandard14Font(Standard14Font.Helvetica);

        public PdfPageBuilder Page { get; private set; } = builder.AddPage(PageSize.A4);

        public void Turn() => Page = builder.AddPage(PageSize.A4);

        public void Write(double x, double y, string words, double size) => Page.AddText(words, size, new PdfPoint(x, y), _font);

        public double Width(string words, double size) =>
            Page.MeasureText(words, size, new PdfPoint(0, 0), _font) is [.., var last] ? last.EndBaseLine.X : 0;
    }
}
