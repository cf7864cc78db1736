using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace CareerRecs.Testing.Documents;

/// <summary>Makes PDF files out of lines.</summary>
public static class PdfFile
{
    private const double Left = 40;
    private const double Size = 10;
    private const double LineHeight = 14;
    private const double Top = 800;
    private const double Bottom = 40;
    private const int LongestLine = 95;

    /// <summary>The lines below each other, wrapped, on as many pages as they need.</summary>
    public static byte[] Of(string text)
    {
        var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        var (page, y) = (builder.AddPage(PageSize.A4), Top);
        foreach (var line in text.Split('\n').SelectMany(Wrapped))
        {
            if (y < Bottom)
            {
                (page, y) = (builder.AddPage(PageSize.A4), Top);
            }
            if (line.Length > 0)
            {
                page.AddText(line, Size, new PdfPoint(Left, y), font);
            }
            y -= LineHeight;
        }

        return builder.Build();
    }

    /// <summary>One page with words where they are put, in points from the lower left.</summary>
    public static byte[] Of(params (double X, double Y, string Words)[] placed)
    {
        var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        var page = builder.AddPage(PageSize.A4);
        foreach (var (x, y, words) in placed)
        {
            page.AddText(words, Size, new PdfPoint(x, y), font);
        }
        return builder.Build();
    }

    /// <summary>One page with a few words and a picture of these bytes.</summary>
    public static byte[] WithPhoto(string words, byte[] photo)
    {
        const int photoNumber = 6;
        var pdf = new RawPdf();
        pdf.AddPage(
            $"/XObject << /P {photoNumber} 0 R >>",
            $"BT /H 10 Tf 1 0 0 1 50 700 Tm ({words}) Tj ET 200 0 0 200 50 400 cm /P Do"
        );
        pdf.AddStream(
            "/Type /XObject /Subtype /Image /Width 2000 /Height 2000 "
                + "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode",
            photo
        );
        return pdf.Build();
    }

    /// <summary>One page of 600 by 840 points with content as the format writes it; /H is its font.</summary>
    /// <param name="content">Operators of the content.</param>
    /// <param name="entries">Further entries of the page: "/Rotate 90".</param>
    /// <param name="encoding">Encoding of the font.</param>
    public static byte[] OfContent(string content, string entries = "", string encoding = "WinAnsiEncoding")
    {
        var pdf = new RawPdf();
        pdf.AddPage("", content, entries, encoding);
        return pdf.Build();
    }

    private static IEnumerable<string> Wrapped(string line)
    {
        // The standard fonts have these letters and no others.
        var words = string.Concat(line.Select(c => c is >= ' ' and <= '~' ? c : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var wrapped = "";
        foreach (var word in words)
        {
            if (wrapped.Length > 0 && wrapped.Length + word.Length >= LongestLine)
            {
                yield return wrapped;
                wrapped = "";
            }

            wrapped += wrapped.Length > 0 ? " " + word : word;
        }

        yield return wrapped;
    }
}
