using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace CareerRecs.Testing.Documents;

/// <summary>Draws the pages of a PDF word by word, as programs that set pages do. Places are in points from the lower left of a page of A4.</summary>
public sealed class PdfDrawing
{
    private const double Size = 10;

    private readonly PdfDocumentBuilder _builder = new();
    private readonly PdfDocumentBuilder.AddedFont _plain;
    private readonly PdfDocumentBuilder.AddedFont _bold;
    private PdfPageBuilder _page;

    public PdfDrawing()
    {
        _plain = _builder.AddStandard14Font(Standard14Font.Helvetica);
        _bold = _builder.AddStandard14Font(Standard14Font.HelveticaBold);
        _page = _builder.AddPage(PageSize.A4);
    }

    /// <summary>Puts words so that they start at a place.</summary>
    public PdfDrawing At(double x, double y, string words, double size = Size, bool isBold = false)
    {
        _page.AddText(words, size, new PdfPoint(x, y), isBold ? _bold : _plain);
        return this;
    }

    /// <summary>Puts words so that they end at a margin.</summary>
    public PdfDrawing FlushRight(double right, double y, string words, double size = Size) => At(right - Width(words, size), y, words, size);

    /// <summary>Puts words in the middle of the page.</summary>
    public PdfDrawing Centred(double y, string words, double size = Size, bool isBold = false) =>
        At((_page.PageSize.Width - Width(words, size)) / 2, y, words, size, isBold);

    /// <summary>Puts letters farther apart than the font does.</summary>
    public PdfDrawing Spaced(double x, double y, string words, double spacing, double size = Size)
    {
        foreach (var letter in words)
        {
            if (letter != ' ')
            {
                At(x, y, letter.ToString(), size);
            }

            x += Width(letter.ToString(), size) + spacing;
        }

        return this;
    }

    /// <summary>Draws what follows in a colour.</summary>
    public PdfDrawing Colour(byte red, byte green, byte blue)
    {
        _page.SetTextAndFillColor(red, green, blue);
        return this;
    }

    /// <summary>Draws what follows as letters are drawn, or not at all.</summary>
    public PdfDrawing Visible(bool isVisible)
    {
        _page.SetTextRenderingMode(isVisible ? TextRenderingMode.Fill : TextRenderingMode.Neither);
        return this;
    }

    /// <summary>Fills a rectangle.</summary>
    public PdfDrawing Ground(double x, double y, double width, double height)
    {
        _page.DrawRectangle(new PdfPoint(x, y), width, height, fill: true);
        return this;
    }

    /// <summary>Puts a picture over the page.</summary>
    public PdfDrawing Picture(byte[] png)
    {
        _page.AddPng(png, new PdfRectangle(0, 0, _page.PageSize.Width, _page.PageSize.Height));
        return this;
    }

    /// <summary>Shows the page turned clockwise.</summary>
    public PdfDrawing Turned(int degrees)
    {
        _page.SetRotation(new PageRotationDegrees(degrees));
        return this;
    }

    /// <summary>Starts the next page.</summary>
    public PdfDrawing NextPage()
    {
        _page = _builder.AddPage(PageSize.A4);
        return this;
    }

    /// <summary>The bytes of the file.</summary>
    public byte[] Build() => _builder.Build();

    private double Width(string words, double size) => _page.MeasureText(words, size, new PdfPoint(0, 0), _plain) is [.., var last] ? last.EndBaseLine.X : 0;
}
