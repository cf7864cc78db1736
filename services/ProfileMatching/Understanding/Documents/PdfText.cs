using CareerRecs.ProfileMatching.Understanding.Documents.Layout;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;
using UglyToad.PdfPig.Exceptions;

namespace CareerRecs.ProfileMatching.Understanding.Documents;

/// <summary>
/// The text of a PDF in the order in which a person reads its pages. Pictures are not looked at, so a scan has no text.
/// </summary>
internal static class PdfText
{
    /// <summary>
    /// Pages with more letters or runs of words than people read are taken in the order in which the file draws them.
    /// </summary>
    private const int MostLetters = 20_000;
    private const int MostRuns = 2_000;

    public static string Read(ReadOnlyMemory<byte> content, ISet<string> unread, CancellationToken cancellationToken)
    {
        try
        {
            var options = new ParsingOptions
            {
                UseLenientParsing = true,
                SkipMissingFonts = true,
                FilterProvider = new BoundedFilters(),
            };
            using var pdf = PdfDocument.Open(content.ToArray(), options);
            if (pdf.NumberOfPages > Bounds.Pages)
            {
                throw new UnreadableDocumentException(
                    $"has {pdf.NumberOfPages} pages, {Bounds.Pages} are read at most; send the pages that describe the person"
                );
            }

            var lines = new TextLines();
            var running = new RunningLines();
            foreach (var page in pdf.GetPages())
            {
                cancellationToken.ThrowIfCancellationRequested();
                AddPage(lines, page, running, unread);
            }

            var text = lines.ToString();
            return text.Length > 0
                ? text
                : throw new UnreadableDocumentException(
                    "is a PDF without text, perhaps a scan; run text recognition (OCR) over it, "
                        + "or send the document it was made from"
                );
        }
        catch (PdfDocumentEncryptedException e)
        {
            throw new UnreadableDocumentException("is a PDF that a password protects; save it without one", e);
        }
        // The library has no type of its own for a file that is broken.
        catch (Exception e) when (e is not (UnreadableDocumentException or OutOfMemoryException or OperationCanceledException))
        {
            throw new UnreadableDocumentException(
                "is a PDF that cannot be read, broken or incomplete; save it anew, or send plain text",
                e
            );
        }
    }

    private static void AddPage(TextLines lines, Page page, RunningLines running, ISet<string> unread)
    {
        lines.Break();
        if (page.Letters.Count > MostLetters)
        {
            AddAsDrawn(lines, page);
            return;
        }

        var hidden = new HiddenLetters(page);
        var seen = page.Letters.ToLookup(hidden.Contains);
        if (seen[true].Any(letter => !string.IsNullOrWhiteSpace(letter.Value)))
        {
            unread.Add(ReadContent.HiddenText);
        }

        var directions = PageGlyphs.Upright(seen[false]).Select(RunReader.Read).ToList();
        if (directions.Exists(runs => runs.Count > MostRuns))
        {
            AddAsDrawn(lines, page);
            return;
        }

        if (page.Number == 1 && directions is [var upright, ..] && Headline.Take(upright) is { } headline)
        {
            lines.Line(headline);
        }

        foreach (var row in running.Drop([.. directions.SelectMany(runs => new PageWriter(PageReader.Read(runs)).Write())]))
        {
            (row.Count > 0 ? lines.Row(row) : lines.Gap()).Break();
        }
    }

    private static void AddAsDrawn(TextLines lines, Page page)
    {
        foreach (var line in ContentOrderTextExtractor.GetText(page).AsSpan().EnumerateLines())
        {
            lines.Line(line);
        }
    }
}
