using System.Text;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Understanding.Documents;

namespace CareerRecs.ProfileMatching.Documents;

/// <summary>
/// Reads a small PDF before the first document comes, so that code is compiled and libraries are loaded while nobody waits: on a
/// busy host that takes longer than most documents do.
/// </summary>
internal static class ReaderWarmth
{
    /// <summary>A page with one word. Without a table of its objects, which readers make themselves.</summary>
    public static byte[] Document { get; } =
        Encoding.ASCII.GetBytes(
            """
            %PDF-1.4
            1 0 obj
            << /Type /Catalog /Pages 2 0 R >>
            endobj
            2 0 obj
            << /Type /Pages /Kids [3 0 R] /Count 1 >>
            endobj
            3 0 obj
            << /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Resources << /Font << /F 4 0 R >> >> /Contents 5 0 R >>
            endobj
            4 0 obj
            << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>
            endobj
            5 0 obj
            << /Length 42 >>
            stream
            BT /F 12 Tf 10 100 Td (Experience) Tj ET  
            endstream
            endobj
            trailer
            << /Root 1 0 R /Size 6 >>
            %%EOF
            """
        );

    /// <summary>Reads the page; what goes wrong is left to the document that somebody sends.</summary>
    public static void WarmUp()
    {
        try
        {
            DocumentContent.Read(Document, DocumentFormat.Pdf, CancellationToken.None);
        }
        catch (UnreadableDocumentException)
        {
            // A reader that is not warm still reads.
        }
    }
}
