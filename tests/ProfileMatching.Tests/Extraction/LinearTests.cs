using System.Text;
using CareerRecs.Matching.Extraction;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Tests.Ranking;
using Google.Protobuf;

namespace CareerRecs.ProfileMatching.Tests.Extraction;

/// <summary>A megabyte of what makes bad readers slow. Each is read in a fraction of a second; a quadratic reader would take hours.</summary>
public sealed class LinearTests
{
    private const int Megabyte = 1 << 20;

    [Theory]
    [InlineData("a ")]
    [InlineData("(")]
    [InlineData("1")]
    [InlineData("1 ")]
    [InlineData("\n")]
    [InlineData("\n ")]
    [InlineData("Aa ")]
    [InlineData("Aa\n")]
    [InlineData("@")]
    [InlineData("a@")]
    [InlineData("- ")]
    [InlineData("Python ")]
    [InlineData("Python,")]
    [InlineData("no experience with ")]
    [InlineData("years old ")]
    [InlineData("Sincerely,\n")]
    [InlineData("Skills\n")]
    [InlineData("Contact\n")]
    [InlineData("Mr Aa ")]
    [InlineData("Data Analyst 2019 - 2020\n")]
    [InlineData("master of ")]
    [InlineData("[")]
    [InlineData("<")]
    [InlineData("![a](")]
    public void Time_grows_with_length_alone(string unit)
    {
        var text = new StringBuilder();
        while (text.Length + unit.Length <= Megabyte) text.Append(unit);
        foreach (var format in new[] { DocumentFormat.Text, DocumentFormat.Markdown, DocumentFormat.Html })
        {
            var document = new Document { Content = ByteString.CopyFromUtf8(text.ToString()), Format = format };
            Assert.NotNull(DocumentReader.ReadWithSpans(document, MadeUpCatalog.Index.Snapshot));
        }
    }
}
