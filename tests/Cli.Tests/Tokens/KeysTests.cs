using CareerRecs.Cli.Shell;
using CareerRecs.Cli.Tests.Fakes;
using CareerRecs.ServiceDefaults.Auth;

namespace CareerRecs.Cli.Tests.Tokens;

public sealed class KeysTests : IDisposable
{
    private readonly TestShell _shell = new();

    private string KeysFile => Path.Combine(_shell.Home, "api-keys", "keys.json");

    [Fact]
    public async Task A_created_key_is_printed_once_and_kept_as_a_hash()
    {
        var printed = await CreateAsync("acme", "--scope", "profiles.read,profiles.write", "--days", "30");

        Assert.True(PresentedKey.TryParse(printed, out var key));
        var text = await File.ReadAllTextAsync(KeysFile, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(key.Value.Secret, text, StringComparison.Ordinal);
        var entry = Assert.Single(Kept());
        Assert.Equal(
            (key.Value.Prefix, "acme", Convert.ToHexStringLower(key.Value.Hash())),
            (entry.Prefix, entry.Tenant, entry.Sha256)
        );
        Assert.Equal(["profiles.read", "profiles.write"], entry.Scopes);
        Assert.InRange(entry.Expires - TimeProvider.System.GetUtcNow(), TimeSpan.FromDays(29), TimeSpan.FromDays(30));
    }

    [Fact]
    public async Task A_rotated_key_is_listed_beside_the_old_one_until_that_is_revoked()
    {
        var old = (await CreateAsync("acme")).Split('_')[1];
        var next = (await CreateAsync("acme", "--scope", "catalog.write")).Split('_')[1];

        Assert.Equal(ExitCodes.Ok, await _shell.RunAsync(["keys", "list", "--file", KeysFile]));
        Assert.Equal(3, _shell.Lines.Length);
        Assert.Contains(old, _shell.Out, StringComparison.Ordinal);
        Assert.Contains("catalog.write", _shell.Out, StringComparison.Ordinal);

        Assert.Equal(ExitCodes.Ok, await _shell.RunAsync(["keys", "revoke", old, "--file", KeysFile]));
        Assert.Equal([next], Kept().Select(key => key.Prefix));
        Assert.Equal(ExitCodes.UserError, await _shell.RunAsync(["keys", "revoke", old, "--file", KeysFile]));
        Assert.Contains("keys list", _shell.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--tenant", "shared")]
    [InlineData("--tenant", "-")]
    [InlineData("--tenant", "acme", "--scope", "nope")]
    [InlineData("--tenant", "acme", "--days", "0")]
    public async Task A_key_that_no_host_would_take_is_not_made(params string[] options)
    {
        Assert.Equal(ExitCodes.Usage, await _shell.RunAsync(["keys", "create", "--file", KeysFile, .. options]));
        Assert.False(File.Exists(KeysFile));
    }

    [Fact]
    public async Task A_file_that_is_not_there_or_not_of_keys_is_refused()
    {
        Assert.Equal(ExitCodes.UserError, await _shell.RunAsync(["keys", "list", "--file", KeysFile]));
        var other = _shell.File("other.json", "{}");
        Assert.Equal(ExitCodes.UserError, await _shell.RunAsync(["keys", "create", "--file", other, "--tenant", "acme"]));
        Assert.Equal("{}", await File.ReadAllTextAsync(other, TestContext.Current.CancellationToken));
    }

    public void Dispose() => _shell.Dispose();

    private IReadOnlyList<ApiKey> Kept() => ApiKeyFile.Parse(File.ReadAllText(KeysFile)).Keys;

    private async Task<string> CreateAsync(string tenant, params string[] more)
    {
        Assert.Equal(ExitCodes.Ok, await _shell.RunAsync(["keys", "create", "--file", KeysFile, "--tenant", tenant, .. more]));
        return _shell.Out.Trim();
    }
}
