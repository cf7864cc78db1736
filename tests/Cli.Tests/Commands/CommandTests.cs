using System.Text.Json;
using CareerRecs.Catalog.V1;
using CareerRecs.Cli.Shell;
using CareerRecs.Cli.Tests.Fakes;
using CareerRecs.Types.V1;

namespace CareerRecs.Cli.Tests.Commands;

public sealed class CommandTests
{
    [Fact]
    public async Task Recommend_asks_what_was_typed()
    {
        await using var server = await FakeServer.StartAsync();
        using var shell = new TestShell();
        var code = await shell.RunAsync([
            "recommend",
            "--skills",
            "Python:expert, SQL",
            "--years",
            "4",
            "--location",
            "San Francisco, CA",
            "--seniority",
            "senior",
            "--titles",
            "Manager, Data Science; Analyst",
            "--not",
            "sales",
            "--catalog",
            "onet@29.3",
            "--max",
            "5",
            "--server",
            $"{server.Address}",
            "--token",
            "t",
        ]);
        Assert.Equal((ExitCodes.Ok, ""), (code, shell.Error));
        var asked = server.State.Recommend!;
        var profile = asked.Subject.InlineProfile;
        Assert.Equal(["Python", "SQL"], profile.Skills.Select(s => s.Text));
        Assert.Equal(["Manager, Data Science", "Analyst"], profile.Jobs.Select(j => j.Title));
        Assert.Equal((4d, Seniority.Senior, "sales"), (profile.YearsExperience, profile.Seniority, profile.NotThis[0]));
        Assert.Equal(
            ("catalogs/onet", "catalogs/onet/versions/29.3", 5, true, true),
            (asked.Catalog, asked.CatalogVersion, asked.MaxResults, asked.OnePerLadder, asked.IncludePay)
        );
        Assert.Equal("Bearer t", server.State.Authorization);
        Assert.Contains("essentials", shell.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("74 = skills 38", shell.Out, StringComparison.Ordinal);
        Assert.Contains("careerrecs gap \"Machine Learning Engineer\" --catalog onet@29.3", shell.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_without_an_option_are_skills()
    {
        await using var server = await FakeServer.StartAsync();
        using var shell = new TestShell();
        Assert.Equal(
            ExitCodes.Ok,
            await shell.RunAsync(["recommend", "cut hair, colour", "--skills", "perm", "--server", $"{server.Address}"])
        );
        Assert.Equal(["cut hair", "colour", "perm"], server.State.Recommend!.Subject.InlineProfile.Skills.Select(s => s.Text));
    }

    [Fact]
    public async Task A_resume_is_sent_as_a_document_with_the_facts_stated_beside_it()
    {
        await using var server = await FakeServer.StartAsync();
        using var shell = new TestShell();
        Assert.Equal(
            ExitCodes.Ok,
            await shell.RunAsync(
                ["recommend", "--resume", "-", "--years", "6", "--all-steps", "--no-pay", "--server", $"{server.Address}"],
                "Data Scientist, Python"
            )
        );
        var asked = server.State.Recommend!;
        Assert.Equal(
            ("Data Scientist, Python", 6d),
            (asked.Subject.Document.Content.ToStringUtf8(), asked.Subject.Document.Stated.YearsExperience)
        );
        Assert.Equal((false, false), (asked.OnePerLadder, asked.IncludePay));
    }

    [Fact]
    public async Task Json_output_is_the_message_and_nothing_else()
    {
        await using var server = await FakeServer.StartAsync();
        using var shell = new TestShell();
        Assert.Equal(
            ExitCodes.Ok,
            await shell.RunAsync(["recommend", "--skills", "Python", "--output", "json", "--server", $"{server.Address}"])
        );
        Assert.Equal("r1", JsonDocument.Parse(shell.Out).RootElement.GetProperty("recommendationId").GetString());
    }

    [Fact]
    public async Task Gap_is_about_the_person_of_the_last_recommend()
    {
        await using var server = await FakeServer.StartAsync();
        using var shell = new TestShell();
        await shell.RunAsync(["recommend", "--skills", "Python, SQL", "--server", $"{server.Address}"]);
        Assert.Equal(ExitCodes.Ok, await shell.RunAsync(["gap", "Machine Learning Engineer", "--server", $"{server.Address}"]));
        Assert.Equal(["Python", "SQL"], server.State.Gap!.Subject.InlineProfile.Skills.Select(s => s.Text));
        Assert.Contains("your last recommend (Python, SQL)", shell.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_wanted_is_said_of_the_person_of_the_last_recommend()
    {
        await using var server = await FakeServer.StartAsync();
        using var shell = new TestShell();
        await shell.RunAsync(["recommend", "--skills", "Python", "--not", "law", "--server", $"{server.Address}"]);
        Assert.Equal(
            ExitCodes.Ok,
            await shell.RunAsync(["gap", "Machine Learning Engineer", "--not", "sales", "--server", $"{server.Address}"])
        );
        Assert.Equal(["law", "sales"], server.State.Gap!.Subject.InlineProfile.NotThis);
        Assert.Equal(ExitCodes.Ok, await shell.RunAsync(["gap", "Machine Learning Engineer", "--server", $"{server.Address}"]));
        Assert.Equal(["law"], server.State.Gap.Subject.InlineProfile.NotThis);
    }

    [Theory]
    [InlineData("--skills", "SQL")]
    [InlineData("--titles", "Nurse")]
    [InlineData("--years", "4")]
    [InlineData("--seniority", "senior")]
    [InlineData("--interests", "law")]
    [InlineData("--not", "sales")]
    [InlineData("--resume", "-")]
    public async Task A_stored_profile_and_an_option_that_would_say_nothing_are_refused(string option, string value)
    {
        await using var server = await FakeServer.StartAsync();
        using var shell = new TestShell();
        Assert.Equal(
            ExitCodes.Usage,
            await shell.RunAsync(["recommend", "--profile", "ruby", option, value, "--server", $"{server.Address}"])
        );
        Assert.Contains($"leave out {option}", shell.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("recommend")]
    [InlineData("gap", "Machine Learning Engineer")]
    [InlineData("moves")]
    [InlineData("route", "Machine Learning Engineer")]
    [InlineData("next-skills")]
    public async Task What_was_read_as_something_else_is_noted_beside_json(params string[] command)
    {
        await using var server = await FakeServer.StartAsync();
        server.State.Understanding.Skills.Add(Answers.Skill("Python", "Pyton", MatchKind.Spelling));
        using var shell = new TestShell();
        Assert.Equal(
            ExitCodes.Ok,
            await shell.RunAsync([.. command, "--skills", "Pyton", "-o", "json", "--server", $"{server.Address}"])
        );
        Assert.Contains("Pyton: read as Python", shell.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Extract_tells_inferred_skills_where_asked()
    {
        await using var server = await FakeServer.StartAsync();
        using var shell = new TestShell();
        Assert.Equal(
            ExitCodes.Ok,
            await shell.RunAsync(["extract", "-", "--include-inferred", "--server", $"{server.Address}"], "Led teams")
        );
        Assert.True(server.State.Extract!.IncludeInferred);
    }

    [Fact]
    public async Task Gap_with_nobody_to_speak_of_says_what_to_give()
    {
        using var shell = new TestShell();
        Assert.Equal(ExitCodes.Usage, await shell.RunAsync(["gap", "Machine Learning Engineer"]));
        Assert.Contains("--skills", shell.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Salary_sends_codes_so_that_the_service_need_ask_nobody()
    {
        await using var server = await FakeServer.StartAsync();
        using var shell = new TestShell();
        Assert.Equal(
            ExitCodes.Ok,
            await shell.RunAsync(["salary", "ML Engineer", "--location", "San Francisco, CA", "--server", $"{server.Address}"])
        );
        Assert.Equal("15-2051", Assert.Single(server.State.Salary!.Role.SocCodes));
        Assert.Contains("8 in 10 people earn $139k to $241k; half of them above $184k.", shell.Out, StringComparison.Ordinal);
        Assert.Contains("read \"ML Engineer\" as Machine Learning Engineer", shell.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_narrows_by_what_was_typed_and_tells_what_else_there_is()
    {
        await using var server = await FakeServer.StartAsync();
        using var shell = new TestShell();
        string[] args =
        [
            "search",
            "--family",
            "software",
            "--family",
            "data",
            "--seniority",
            "mid",
            "--seniority",
            "senior",
            "--source",
            "O*NET 29.3",
            "eng",
            "--server",
            $"{server.Address}",
        ];
        Assert.Equal(ExitCodes.Ok, await shell.RunAsync(args));
        var asked = server.State.Search!;
        Assert.Equal("eng", asked.Query);
        Assert.Equal(["software", "data"], asked.Families);
        Assert.Equal([Seniority.Mid, Seniority.Senior], asked.Seniorities);
        Assert.Equal(["O*NET 29.3"], asked.Sources);
        Golden.Holds("search.txt", shell.Out);
    }

    [Fact]
    public async Task A_section_that_only_the_field_has_is_shown_and_sent_as_json()
    {
        await using var server = await FakeServer.StartAsync();
        using var shell = new TestShell();
        string[] args = ["role", "Machine Learning Engineer", "--section", "demand", "--server", $"{server.Address}"];
        Assert.Equal(ExitCodes.Ok, await shell.RunAsync(args));
        Golden.Holds("role-demand.txt", shell.Out);
        Assert.Equal(ExitCodes.Ok, await shell.RunAsync([.. args, "-o", "json"]));
        var figure = JsonDocument.Parse(shell.Out).RootElement.GetProperty("field").GetProperty("figures")[0];
        Assert.Equal(74, figure.GetProperty("value").GetDouble());
    }
}
