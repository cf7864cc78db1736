using CareerRecs.Cli.Shell;
using CareerRecs.Cli.Tests.Fakes;
using CareerRecs.ProfileMatching.Profiles.Encryption;

namespace CareerRecs.Cli.Tests.Tokens;

public sealed class ProfileKeysTests : IDisposable
{
    private readonly TestShell _shell = new();

    private string KeysFile => Path.Combine(_shell.Home, "profile-keys.json");

    public void Dispose() => _shell.Dispose();

    [Fact]
    public async Task A_created_key_is_the_primary_one_and_never_printed()
    {
        await CreateAsync("2026-11");
        await CreateAsync("2026-12");

        var file = KeyRingFile.Parse(await File.ReadAllTextAsync(KeysFile, TestContext.Current.CancellationToken));
        Assert.Equal("2026-12", file.Primary);
        Assert.Equal(["2026-11", "2026-12"], file.Keys.Select(key => key.Id));
        Assert.All(
            file.Keys.Select(key => key.Key).Append(file.LookupKey),
            key => Assert.DoesNotContain(key, _shell.Out + _shell.Error, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("2026-12", "two keys have the id")]
    [InlineData("Dec 2026", "no id of a key")]
    public async Task A_key_that_cannot_be_added_leaves_the_file(string id, string reason)
    {
        await CreateAsync("2026-12");
        var before = await File.ReadAllTextAsync(KeysFile, TestContext.Current.CancellationToken);

        var code = await _shell.RunAsync(["profile-keys", "create", "--file", KeysFile, "--id", id]);

        Assert.Equal(ExitCodes.UserError, code);
        Assert.Contains(reason, _shell.Error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(KeysFile, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_status_and_a_pass_show_what_is_left()
    {
        await CreateAsync("2026-12");
        Assert.Equal(ExitCodes.Ok, await _shell.RunAsync(["migrate"]));

        foreach (var command in new[] { "status", "rewrap" })
        {
            var code = await _shell.RunAsync(["profile-keys", command, "--file", KeysFile]);
            Assert.True(code == ExitCodes.Ok, _shell.Error);
            Assert.Matches("2026-12 +0 +primary", _shell.Out);
        }
        Assert.Contains("0 brought to the primary key, 0 encrypted", _shell.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_none_is_refused()
    {
        var other = _shell.File("other.json", "{}");

        Assert.NotEqual(ExitCodes.Ok, await _shell.RunAsync(["profile-keys", "status", "--file", other]));
        Assert.Contains("it has no list 'keys'", _shell.Error, StringComparison.Ordinal);
    }

    private async Task CreateAsync(string id) =>
        Assert.Equal(ExitCodes.Ok, await _shell.RunAsync(["profile-keys", "create", "--file", KeysFile, "--id", id]));
}
