using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Understanding.Documents;
using CareerRecs.Testing.Documents;

namespace CareerRecs.ProfileMatching.Tests.Understanding.Documents;

/// <summary>Reads PDF files of tests.</summary>
internal static class PdfReading
{
    public static string Read(PdfDrawing drawing) => Read(drawing.Build());

    public static string Read(byte[] pdf) => ReadContent(pdf).Text;

    public static ReadContent ReadContent(byte[] pdf) =>
        DocumentContent.Read(pdf, DocumentFormat.Unspecified, TestContext.Current.CancellationToken);
}
