using System.Text.Json;
using CareerRecs.Cli.Shell;
using CareerRecs.Cli.Tests.Fakes;

namespace CareerRecs.Cli.Tests.Commands;

public sealed class PathCommandTests
{
    private const string Engineer = "catalogs/builtin/roles/machine-learning-engineer";

    [Fact]
    public async Task Moves_start_from_a_role_or_from_a_person()
    {
        await using var server = await FakeServer.StartAsync();
        using var shell = new TestShell();
        Assert.Equal(
            ExitCodes.Ok,
            await shell.RunAsync([
                "moves",
                "Machine Learning Engineer",
                "--max",
                "5",
                "--location",
                "Austin, TX",
                "--server",
                $"{server.Address}",
            ])
        );
        Assert.Equal(
            (Engineer, 5, "Austin, TX", true),
            (
                server.State.Moves!.From.Role,
                server.State.Moves.MaxResults,
                server.State.Moves.Location,
                server.State.Moves.IncludePay
            )
        );
        Assert.Equal(
            ExitCodes.Ok,
            await shell.RunAsync([
                "moves",
                "--titles",
                "Data Analyst",
                "--catalog",
                "onet",
                "--no-pay",
                "--server",
                $"{server.Address}",
            ])
        );
        Assert.Equal("Data Analyst", server.State.Moves.From.Subject.InlineProfile.Jobs[0].Title);
        Assert.Equal(("catalogs/onet", false), (server.State.Moves.Catalog, server.State.Moves.IncludePay));
    }

    [Fact]
    public async Task Moves_and_routes_are_of_the_person_of_the_last_recommend()
    {
        await using var server = await FakeServer.StartAsync();
        using var shell = new TestShell();
        await shell.RunAsync(["recommend", "--skills", "Python, SQL", "--server", $"{server.Address}"]);
        Assert.Equal(ExitCodes.Ok, await shell.RunAsync(["moves", "--server", $"{server.Address}"]));
        Assert.Equal(["Python", "SQL"], server.State.Moves!.From.Subject.InlineProfile.Skills.Select(s => s.Text));
        Assert.Contains("your last recommend (Python, SQL)", shell.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Ok, await shell.RunAsync(["route", "Machine Learning Engineer", "--server", $"{server.Address}"]));
        Assert.Equal(["Python", "SQL"], server.State.Route!.From.Subject.InlineProfile.Skills.Select(s => s.Text));
    }

    [Fact]
    public async Task A_route_asks_what_was_typed()
    {
        await using var server = await FakeServer.StartAsync();
        using var shell = new TestShell();
        string[] args =
        [
            "route",
            "Machine Learning Engineer",
            "--from",
            "Software Engineer",
            "--steps",
            "3",
            "--max",
            "2",
            "--not-through",
            "Engineer",
            "--server",
            $"{server.Address}",
        ];
        Assert.Equal(ExitCodes.Ok, await shell.RunAsync(args));
        var asked = server.State.Route!;
        Assert.Equal(
            (Engineer, Engineer, 3, 2, Engineer),
            (asked.ToRole, asked.From.Role, asked.MaxSteps, asked.MaxRoutes, asked.NotThrough[0])
        );
        Assert.Contains("Route 1 · 2 steps · about 1,140 h", shell.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Ok, await shell.RunAsync([.. args, "-o", "json"]));
        Assert.Equal("Data Analyst", JsonDocument.Parse(shell.Out).RootElement.GetProperty("fromTitle").GetString());
    }

    [Fact]
    public async Task Two_roles_are_compared()
    {
        await using var server = await FakeServer.StartAsync();
        using var shell = new TestShell();
        Assert.Equal(
            ExitCodes.Ok,
            await shell.RunAsync([
                "compare",
                "Machine Learning Engineer",
                "catalogs/builtin/roles/data-scientist",
                "--server",
                $"{server.Address}",
            ])
        );
        Assert.Equal(
            (Engineer, "catalogs/builtin/roles/data-scientist"),
            (server.State.Compare!.Role, server.State.Compare.OtherRole)
        );
    }

    [Fact]
    public async Task A_role_and_a_person_at_once_are_refused()
    {
        using var shell = new TestShell();
        Assert.Equal(ExitCodes.Usage, await shell.RunAsync(["moves", "Engineer", "--skills", "Python"]));
        Assert.Contains("not from both", shell.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Usage, await shell.RunAsync(["moves", "Engineer", "--not", "sales"]));
        Assert.Contains("--not", shell.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("moves")]
    [InlineData("route", "Engineer")]
    public async Task With_nobody_to_speak_of_it_says_what_to_give(params string[] args)
    {
        using var shell = new TestShell();
        Assert.Equal(ExitCodes.Usage, await shell.RunAsync(args));
        Assert.Contains("--skills", shell.Error, StringComparison.Ordinal);
    }
}
