using CareerRecs.Cli.Shell;
using CareerRecs.Cli.Tests.Fakes;
using CareerRecs.ServiceDefaults.Auth;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CareerRecs.Cli.Tests.Tokens;

public sealed class TokenTests
{
    [Theory]
    [InlineData("ES256")]
    [InlineData("RS256", "--rsa")]
    public async Task The_signature_verifies_with_the_key_set(string algorithm, params string[] more)
    {
        using var shell = new TestShell();
        var keys = Path.Combine(shell.Home, "keys");
        Assert.Equal(
            ExitCodes.Ok,
            await shell.RunAsync([
                "token",
                "--tenant",
                "acme",
                "--scope",
                "operator,catalog.write",
                "--subject",
                "ada",
                "--days",
                "2",
                "--out",
                keys,
                .. more,
            ])
        );
        var token = shell.Out.Trim();
        var jwks = new JsonWebKeySet(
            await File.ReadAllTextAsync(Path.Combine(keys, "jwks.json"), TestContext.Current.CancellationToken)
        );

        var result = await new JsonWebTokenHandler().ValidateTokenAsync(token, Expected(jwks));
        Assert.True(result.IsValid, result.Exception?.Message);
        var read = new JsonWebToken(token);
        Assert.Equal(
            (algorithm, "acme", "ada", "operator catalog.write"),
            (read.Alg, read.GetClaim("tenant").Value, read.Subject, read.GetClaim("scope").Value)
        );
        Assert.Equal(TimeSpan.FromDays(2), read.ValidTo - read.IssuedAt);

        var forged = token[..^6] + (token.EndsWith("AAAAAA", StringComparison.Ordinal) ? "BBBBBB" : "AAAAAA");
        Assert.False((await new JsonWebTokenHandler().ValidateTokenAsync(forged, Expected(jwks))).IsValid);
    }

    [Fact]
    public async Task The_key_is_made_once_and_is_its_owners_alone()
    {
        using var shell = new TestShell();
        var keys = Path.Combine(shell.Home, "keys");
        await shell.RunAsync(["token", "--tenant", "acme", "--out", keys]);
        Assert.Contains("Auth__JwksFile=", shell.Error, StringComparison.Ordinal);
        var jwks = await File.ReadAllTextAsync(Path.Combine(keys, "jwks.json"), TestContext.Current.CancellationToken);
        await shell.RunAsync(["token", "--tenant", "other", "--out", keys]);
        Assert.Equal("", shell.Error);
        Assert.Equal(jwks, await File.ReadAllTextAsync(Path.Combine(keys, "jwks.json"), TestContext.Current.CancellationToken));
        Assert.True(
            (await new JsonWebTokenHandler().ValidateTokenAsync(shell.Out.Trim(), Expected(new JsonWebKeySet(jwks)))).IsValid
        );
        Assert.DoesNotContain("\"d\"", jwks, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite,
                File.GetUnixFileMode(Path.Combine(keys, "signing-key.pem"))
            );
        }
    }

    [Fact]
    public async Task Nobody_is_the_tenant_shared()
    {
        using var shell = new TestShell();
        Assert.Equal(ExitCodes.Usage, await shell.RunAsync(["token", "--tenant", "shared"]));
    }

    [Fact]
    public async Task A_scope_that_no_method_needs_is_refused_with_the_list()
    {
        using var shell = new TestShell();
        Assert.Equal(ExitCodes.Usage, await shell.RunAsync(["token", "--tenant", "acme", "--scope", "catalog.read,nope"]));
        Assert.Contains("'nope'", shell.Error, StringComparison.Ordinal);
        Assert.All(Scopes.All, scope => Assert.Contains(scope, shell.Error, StringComparison.Ordinal));
        Assert.Equal("", shell.Out);
    }

    [Theory]
    [InlineData("90", ExitCodes.Ok)]
    [InlineData("91", ExitCodes.Usage)]
    [InlineData("365", ExitCodes.Ok, "--long-lived")]
    [InlineData("3651", ExitCodes.Usage, "--long-lived")]
    [InlineData("0", ExitCodes.Usage)]
    public async Task A_token_lives_90_days_at_most_unless_it_is_told_to_live_long(
        string days,
        int expected,
        params string[] more
    )
    {
        using var shell = new TestShell();
        var keys = Path.Combine(shell.Home, "keys");
        Assert.Equal(expected, await shell.RunAsync(["token", "--tenant", "acme", "--days", days, "--out", keys, .. more]));
        if (days == "91")
        {
            Assert.Contains("--long-lived", shell.Error, StringComparison.Ordinal);
        }
    }

    private static TokenValidationParameters Expected(JsonWebKeySet keys) =>
        new()
        {
            ValidIssuer = "careerrecs",
            ValidAudience = "careerrecs",
            IssuerSigningKeys = keys.GetSigningKeys(),
        };
}
