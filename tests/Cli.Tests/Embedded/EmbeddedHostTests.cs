using CareerRecs.Cli.Shell;
using CareerRecs.Cli.Tests.Fakes;

namespace CareerRecs.Cli.Tests.Embedded;

public sealed class EmbeddedHostTests
{
    [Fact]
    public async Task With_nothing_but_the_command_skills_become_roles_and_pay()
    {
        using var shell = new TestShell();
        string[] question =
        [
            "recommend",
            "--skills",
            "Pythn, PyTorch, SQL, Docker, statistics",
            "--years",
            "4",
            "--location",
            "San Francisco, CA",
        ];
        Assert.Equal(ExitCodes.Ok, await shell.RunAsync(question));
        var first = shell.Out;
        Assert.Equal("", shell.Error);
        Assert.Contains("Pythn: read as Python", first, StringComparison.Ordinal);
        Assert.Contains("pay for San Francisco, CA", first, StringComparison.Ordinal);
        Assert.Contains("earn in this range. Estimates, not offers.", first, StringComparison.Ordinal);

        // The second start finds everything as the first left it, and gives the same answer.
        Assert.Equal(ExitCodes.Ok, await shell.RunAsync(question));
        Assert.Equal(first, shell.Out);
    }

    [Fact]
    public async Task One_skill_alone_is_not_enough_and_a_wrong_field_is_named()
    {
        using var shell = new TestShell();
        Assert.Equal(ExitCodes.Ok, await shell.RunAsync(["recommend", "--skills", "Python"]));
        Assert.Contains("Most useful to add, if you have them: ", shell.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.UserError, await shell.RunAsync(["recommend", "--skills", "Python, SQL", "--years", "-1"]));
        Assert.Contains("years_experience", shell.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrating_says_what_is_up_to_date()
    {
        using var shell = new TestShell();
        Assert.Equal((ExitCodes.Ok, ""), (await shell.RunAsync(["migrate"]), shell.Error));
        Assert.Equal(3, shell.Lines.Length);
    }
}
