using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Documents;
using CareerRecs.ProfileMatching.Understanding.Documents;

namespace CareerRecs.ProfileMatching.Tests.Documents;

public sealed class ReaderWarmthTests
{
    [Fact]
    public void The_page_that_warms_a_reader_can_be_read() =>
        Assert.Equal(
            "Experience\n",
            DocumentContent.Read(ReaderWarmth.Document, DocumentFormat.Pdf, TestContext.Current.CancellationToken).Text
        );
}
