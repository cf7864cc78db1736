using System.Text.Json;
using CareerRecs.Catalog.V1;
using CareerRecs.Cli.Shell;
using CareerRecs.Cli.Tests.Fakes;
using CareerRecs.Types.V1;

namespace CareerRecs.Cli.Tests.Commands;

public sealed class RefusedCommandTests
{
    [Fact]
    public async Task A_role_that_is_none_is_a_user_error_in_one_line()
    {
        await using var server = await FakeServer.StartAsync();
        using var shell = new TestShell();
        Assert.Equal(ExitCodes.UserError, await shell.RunAsync(["role", "Dragon Tamer", "--server", $"{server.Address}"]));
        Assert.Equal(
            "error: no role called \"Dragon Tamer\" in builtin; `careerrecs search \"Dragon Tamer\"` looks for near ones\n",
            shell.Error
        );
    }

    [Fact]
    public async Task A_refused_field_is_named_in_one_line()
    {
        await using var server = await FakeServer.StartAsync();
        using var shell = new TestShell();
        Assert.Equal(ExitCodes.UserError, await shell.RunAsync(["similar", "bad", "--server", $"{server.Address}"]));
        Assert.Equal(
            ExitCodes.UserError,
            await shell.RunAsync(["import", "onet", shell.File("bad.zip", "x"), "--server", $"{server.Address}"])
        );
        Assert.Equal("error: chunk: db/Skills.txt, line 3, column Data Value: \"x\" is no number\n", shell.Error);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_said_without_a_stack_trace()
    {
        using var shell = new TestShell();
        Assert.Equal(ExitCodes.Server, await shell.RunAsync(["search", "engineer", "--server", "http://127.0.0.1:1"]));
        Assert.StartsWith("error: ", shell.Error, StringComparison.Ordinal);
        Assert.Single(shell.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("recommend")]
    [InlineData("recommend", "--skils", "x")]
    [InlineData("recommend", "--skills", "x", "--seniority", "boss")]
    [InlineData("role", "x", "--section", "none")]
    [InlineData("search", "x", "--server", "nowhere")]
    [InlineData("search", "x", "--seniority", "boss")]
    [InlineData("import", "onet")]
    [InlineData("token")]
    [InlineData("call", "MatchingService/SimilarRoles", "{}", "--concurrency", "0")]
    public async Task A_wrong_command_line_exits_with_2(params string[] args)
    {
        using var shell = new TestShell();
        Assert.Equal(ExitCodes.Usage, await shell.RunAsync(args));
        Assert.StartsWith("error: ", shell.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_resume_is_refused()
    {
        using var shell = new TestShell();
        Assert.Equal(
            ExitCodes.UserError,
            await shell.RunAsync(["extract", shell.File("r.txt", ""), "--server", "http://127.0.0.1:1"])
        );
        Assert.Contains("is empty", shell.Error, StringComparison.Ordinal);
    }
}
