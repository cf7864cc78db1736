using CareerRecs.Cli.Input;

namespace CareerRecs.Cli.Tests.Input;

public sealed class ProseTests
{
    [Theory]
    [InlineData("I've been a tiler for eleven years, mostly bathrooms")]
    [InlineData("Class 2 driver, been on the bins ten years. Sick of early starts, want to be home for tea.")]
    [InlineData("10 years as a florist, then retrained as a clerk")]
    [InlineData("I work as waitress in restaurant since 3 years")]
    [InlineData("Been a roofer all my life")]
    [InlineData("Primary teacher, 8 years, want out. Good with data, did all the tracking.")]
    [InlineData("Just got out of the Navy, six years, ran a galley")]
    public void Sentences_are_prose(string text) => Assert.True(Prose.Is(text));

    [Theory]
    [InlineData("Python, SQL:3y; Docker:basic")]
    [InlineData("rewires, consumer units, fault finding, 18th edition, PAT testing, first fix")]
    [InlineData("plumber")]
    [InlineData("TA in a primary school")]
    [InlineData("C#, .net, sql server, azure, REST apis, docker")]
    [InlineData("cloud (AWS, GCP), CI/CD, working with clients")]
    [InlineData("xrays on dogs and cats, bandaging, clipping")]
    [InlineData("P&L, hiring, I/O psychology, e.g. surveys")]
    [InlineData("looking after horses, mucking out")]
    public void A_list_is_none(string text) => Assert.False(Prose.Is(text));
}
