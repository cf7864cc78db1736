using CareerRecs.ProfileMatching.Understanding.Extraction.Lines;

namespace CareerRecs.ProfileMatching.Tests.Understanding.Documents;

public sealed class DocumentLayoutTests
{
    [Fact]
    public void Each_line_is_told_what_it_is() =>
        Assert.Equal(
            [
                new LayoutLine(LineKind.Line, "Ruby Mason", IsApart: false),
                new LayoutLine(LineKind.Heading, "Experience", IsApart: true),
                new LayoutLine(LineKind.Row, "Clerk\t2015 - 2019", IsApart: false),
                new LayoutLine(LineKind.Item, "• Filed letters.", IsApart: false),
            ],
            DocumentLayout.ReadLines("Ruby Mason\n\n   \nExperience\nClerk\t2015 - 2019\n• Filed letters.\n")
        );
}
