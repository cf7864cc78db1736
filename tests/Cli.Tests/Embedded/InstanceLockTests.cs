using CareerRecs.Cli.Embedded;
using CareerRecs.Cli.Sessions;
using CareerRecs.Cli.Shell;
using CareerRecs.Cli.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace CareerRecs.Cli.Tests.Embedded;

public sealed class InstanceLockTests
{
    [Fact]
    public void One_process_has_the_folder_until_it_lets_go()
    {
        using var shell = new TestShell();
        var directory = new DataDirectory(Path.Combine(shell.Home, "data"));
        using (var first = InstanceLock.TryTake(directory))
        {
            Assert.NotNull(first);
            Assert.Null(InstanceLock.TryTake(directory));
            Assert.Null(InstanceLock.PublishedAddress(directory));
            first.Publish(new Uri("http://127.0.0.1:5200"));
            Assert.Equal(new Uri("http://127.0.0.1:5200"), InstanceLock.PublishedAddress(directory));
        }
        Assert.Null(InstanceLock.PublishedAddress(directory));
        using var second = InstanceLock.TryTake(directory);
        Assert.NotNull(second);
    }

    [Fact]
    public void An_address_left_by_a_killed_process_is_not_believed()
    {
        using var shell = new TestShell();
        var directory = new DataDirectory(shell.Home);
        File.WriteAllText(directory.AddressFile, "http://127.0.0.1:1");
        using var mine = InstanceLock.TryTake(directory);
        Assert.Null(InstanceLock.PublishedAddress(directory));
    }

    [Fact]
    public async Task While_another_holds_the_folder_commands_talk_to_it()
    {
        await using var server = await FakeServer.StartAsync();
        using var shell = new TestShell();
        using var holder = InstanceLock.TryTake(new DataDirectory(Path.Combine(shell.Home, "careerrecs")));
        holder!.Publish(server.Address);
        Assert.Equal(ExitCodes.Ok, await shell.RunAsync(["recommend", "--skills", "Python"]));
        Assert.NotNull(server.State.Recommend);
    }

    [Fact]
    public async Task A_holder_that_never_answers_is_waited_for_only_so_long()
    {
        using var shell = new TestShell();
        var directory = new DataDirectory(shell.Home);
        using var holder = InstanceLock.TryTake(directory);
        var time = new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromMinutes(2) };
        var terminal = new Terminal(TextWriter.Null, TextWriter.Null, () => Stream.Null, time, _ => null);
        var failed = await Assert.ThrowsAsync<CommandException>(() =>
            new SessionRunner(new ServerChoice(null, null, null, null), directory, terminal).RunAsync(
                _ => Task.FromResult(0),
                TestContext.Current.CancellationToken
            )
        );
        Assert.Equal(ExitCodes.Server, failed.ExitCode);
    }

    [Fact]
    public async Task A_second_serve_is_refused_and_says_where_the_first_is()
    {
        using var shell = new TestShell();
        using var holder = InstanceLock.TryTake(new DataDirectory(Path.Combine(shell.Home, "careerrecs")));
        holder!.Publish(new Uri("http://127.0.0.1:5200"));
        Assert.Equal(ExitCodes.UserError, await shell.RunAsync(["serve"]));
        Assert.Contains("http://127.0.0.1:5200", shell.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "/x", "/h", "/x/careerrecs")]
    [InlineData(null, "relative", "/h", "/h/.local/share/careerrecs")]
    [InlineData(null, null, "/h", "/h/.local/share/careerrecs")]
    [InlineData("/given", "/x", "/h", "/given")]
    public void The_folder_is_the_one_asked_for_else_where_the_desktop_keeps_data(
        string? asked,
        string? xdg,
        string home,
        string expected
    ) => Assert.Equal(expected, DataDirectory.Resolve(asked, name => name == "XDG_DATA_HOME" ? xdg : home));
}
