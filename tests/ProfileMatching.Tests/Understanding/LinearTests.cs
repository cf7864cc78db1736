using System.Text;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Tests.Engine;
using CareerRecs.ProfileMatching.Understanding.Extraction;
using CareerRecs.Testing.Documents;
using Google.Protobuf;

namespace CareerRecs.ProfileMatching.Tests.Understanding;

/// <summary>
/// A megabyte of what makes bad readers slow. Each is read in a fraction of a second; a quadratic reader would take hours.
/// </summary>
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
        ReadInAllFormats(Of(unit, Megabyte));
    }

    [Fact]
    public void Nor_does_it_with_certifications_listed_and_named_again_and_again() =>
        ReadInAllFormats("Certifications\n" + Of("zz\n", Megabyte / 2) + Of("Certified Machine Learner x ", Megabyte / 2));

    [Fact]
    public void Nobody_waits_for_a_document_that_was_given_up()
    {
        using var givenUp = new CancellationTokenSource();
        givenUp.Cancel();
        foreach (
            var content in new[]
            {
                Encoding.UTF8.GetBytes("Skills\nPython"),
                PdfFile.Of("Skills\nPython"),
                WordFile.Of("Skills\nPython", [1, 2, 3], "Java"),
            }
        )
        {
            var document = new Document { Content = ByteString.CopyFrom(content) };
            Assert.Throws<OperationCanceledException>(() =>
                DocumentReader.ReadWithSpans(document, MadeUpCatalog.Index.Snapshot, cancellationToken: givenUp.Token)
            );
        }
    }

    private static string Of(string unit, int length)
    {
        var text = new StringBuilder();
        while (text.Length + unit.Length <= length)
        {
            text.Append(unit);
        }
        return text.ToString();
    }

    private static void ReadInAllFormats(string text)
    {
        foreach (var format in new[] { DocumentFormat.Text, DocumentFormat.Markdown, DocumentFormat.Html })
        {
            var document = new Document { Content = ByteString.CopyFromUtf8(text), Format = format };
            Assert.NotNull(DocumentReader.ReadWithSpans(document, MadeUpCatalog.Index.Snapshot));
        }
    }
}
