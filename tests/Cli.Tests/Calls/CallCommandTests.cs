using System.Text.Json;
using CareerRecs.Cli.Shell;
using CareerRecs.Cli.Tests.Fakes;
using CareerRecs.Matching.V1;

namespace CareerRecs.Cli.Tests.Calls;

public sealed class CallCommandTests
{
    [Fact]
    public async Task A_request_in_json_gives_the_response_in_json()
    {
        await using var server = await FakeServer.StartAsync();
        using var shell = new TestShell();
        var code = await shell.RunAsync([
            "call",
            "MatchingService/RecommendRoles",
            """{"subject":{"profile":"profiles/a"},"maxResults":3}""",
            "--server",
            $"{server.Address}",
        ]);
        Assert.Equal((ExitCodes.Ok, ""), (code, shell.Error));
        Assert.Equal((3, "profiles/a"), (server.State.Recommend!.MaxResults, server.State.Recommend.Subject.Profile));
        Assert.Equal(58, JsonDocument.Parse(shell.Out).RootElement.GetProperty("searchedRoleCount").GetInt32());
    }

    [Theory]
    [InlineData("careerrecs.matching.v1.MatchingService/SimilarRoles")]
    [InlineData("MatchingService.SimilarRoles")]
    public async Task A_service_may_be_named_in_full(string method)
    {
        await using var server = await FakeServer.StartAsync();
        using var shell = new TestShell();
        Assert.Equal(
            ExitCodes.Ok,
            await shell.RunAsync(["call", method, """{"role":"a"}""", "--matching-server", $"{server.Address}"])
        );
    }

    [Fact]
    public async Task Every_service_of_the_contract_can_be_called()
    {
        using var shell = new TestShell();
        Assert.Equal(ExitCodes.Ok, await shell.RunAsync(["call"]));
        // Every service has a base class for its server.
        var services = typeof(MatchingService)
            .Assembly.GetExportedTypes()
            .Where(type => type.IsNested && type.Name == type.DeclaringType!.Name + "Base")
            .Select(type => type.DeclaringType!.Name)
            .ToList();
        Assert.Contains(nameof(LearningService), services);
        Assert.All(
            services,
            service => Assert.Contains(shell.Lines, line => line.StartsWith(service + "/", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task An_error_is_a_json_object_with_its_details()
    {
        await using var server = await FakeServer.StartAsync();
        using var shell = new TestShell();
        Assert.Equal(
            ExitCodes.UserError,
            await shell.RunAsync(["call", "MatchingService/SimilarRoles", """{"role":"bad"}""", "--server", $"{server.Address}"])
        );
        var error = JsonDocument.Parse(shell.Out).RootElement.GetProperty("error");
        Assert.Equal("INVALID_ARGUMENT", error.GetProperty("code").GetString());
        var details = error.GetProperty("details").EnumerateArray().ToList();
        Assert.Equal("type.googleapis.com/google.rpc.ErrorInfo", details[0].GetProperty("@type").GetString());
        Assert.Equal("role", details[1].GetProperty("fieldViolations")[0].GetProperty("field").GetString());
    }

    [Fact]
    public async Task Json_lines_are_answered_in_order_with_errors_in_place()
    {
        await using var server = await FakeServer.StartAsync();
        using var shell = new TestShell();
        var code = await shell.RunAsync(
            ["call", "MatchingService/SimilarRoles", "--server", $"{server.Address}", "--concurrency", "4"],
            """
            {"role":"earlier"}
            {"role":"later"}
            {"role":"bad"}
            {"rolle":"a"}
            {"role":
            {"role":"last"}
            """
        );
        Assert.Equal(ExitCodes.Ok, code);
        string[] found =
        [
            .. shell
                .Lines.Select(l => JsonDocument.Parse(l).RootElement)
                .Select(r =>
                    r.TryGetProperty("error", out var error)
                        ? error.GetProperty("code").GetString()!
                        : r.GetProperty("roles")[0].GetProperty("role").GetString()!
                ),
        ];
        Assert.Equal(["earlier", "later", "INVALID_ARGUMENT", "INVALID_ARGUMENT", "INVALID_ARGUMENT", "last"], found);
        Assert.Contains("rolle", shell.Lines[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_fails_on_a_line_shows_in_the_exit_code()
    {
        await using var server = await FakeServer.StartAsync();
        using var shell = new TestShell();
        Assert.Equal(
            ExitCodes.Server,
            await shell.RunAsync(
                ["call", "MatchingService/SimilarRoles", "--server", $"{server.Address}"],
                "{\"role\":\"down\"}\n{\"role\":\"a\"}\n"
            )
        );
        Assert.Equal(2, shell.Lines.Length);
    }

    [Fact]
    public async Task One_request_may_be_written_over_several_lines()
    {
        await using var server = await FakeServer.StartAsync();
        using var shell = new TestShell();
        Assert.Equal(
            ExitCodes.Ok,
            await shell.RunAsync(
                ["call", "MatchingService/SimilarRoles", "-", "--server", $"{server.Address}"],
                "{\n  \"role\": \"a\"\n}\n"
            )
        );
        Assert.Single(shell.Lines);
    }

    [Theory]
    [InlineData("MatchingService", "SERVICE/METHOD")]
    [InlineData("Nothing/At", "there are CatalogService")]
    [InlineData("MatchingService/Recommend", "it has RecommendRoles")]
    [InlineData("VersionService/ImportVersion", "streams")]
    public async Task A_method_that_is_none_is_a_usage_error_that_says_what_there_is(string method, string expected)
    {
        using var shell = new TestShell();
        Assert.Equal(ExitCodes.Usage, await shell.RunAsync(["call", method, "{}"]));
        Assert.Contains(expected, shell.Error, StringComparison.Ordinal);
    }
}
