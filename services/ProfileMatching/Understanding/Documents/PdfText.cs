using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis.PageSegmenter;
using UglyToad.PdfPig.DocumentLayoutAnalysis.ReadingOrderDetector;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;
using UglyToad.PdfPig.DocumentLayoutAnalysis.WordExtractor;
using UglyToad.PdfPig.Exceptions;

namespace CareerRecs.Matching.Understanding.Documents;

/// <summary>
/// The text of a PDF in the order in which its pages are read: a page is cut into blocks, columns apart, and the blocks are put in
/// order. Pictures are not looked at, so a scan has no text.
/// </summary>
internal static class PdfText
{
    /// <summary>Pages with more letters or blocks than people read are taken in the order in which the file draws them.</summary>
    private const int MostLetters = 20_000;
    private const int MostBlocks = 300;

    public static string Read(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        try
        {
            var options = new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, FilterProvider = new BoundedFilters() };
            using var pdf = PdfDocument.Open(content.ToArray(), options);
            if (pdf.NumberOfPages > Bounds.Pages)
                throw new UnreadableDocumentException($"has {pdf.NumberOfPages} pages, {Bounds.Pages} are read at most; send the pages that describe the person");
            var lines = new TextLines();
            foreach (var page in pdf.GetPages())
            {
                cancellationToken.ThrowIfCancellationRequested();
                Read(page, lines);
            }

            var text = lines.ToString();
            return text.Length > 0
                ? text
                : throw new UnreadableDocumentException("is a PDF without text, perhaps a scan; run text recognition (OCR) over it, or send the document it was made from");
        }
        catch (PdfDocumentEncryptedException e)
        {
            throw new UnreadableDocumentException("is a PDF that a password protects; save it without one", e);
        }
        // The library has no type of its own for a file that is broken.
        catch (Exception e) when (e is not (UnreadableDocumentException or OutOfMemoryException or OperationCanceledException))
        {
            throw new UnreadableDocumentException("is a PDF that cannot be read, broken or incomplete; save it anew, or send plain text", e);
        }
    }

    private static void Read(Page page, TextLines lines)
    {
        lines.Break();
        if (page.Letters.Count <= MostLetters)
        {
            var blocks = RecursiveXYCut.Instance.GetBlocks(page.GetWords(NearestNeighbourWordExtractor.Instance));
            if (blocks.Count <= MostBlocks)
            {
                foreach (var line in UnsupervisedReadingOrderDetector.Instance.Get(blocks).SelectMany(b => b.TextLines)) lines.Line(line.Text);
                return;
            }
        }

        foreach (var line in ContentOrderTextExtractor.GetText(page).AsSpan().EnumerateLines()) lines.Line(line);
    }
}
