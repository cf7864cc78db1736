using CareerRecs.ServiceDefaults.Auth;

namespace CareerRecs.ServiceDefaults.Tests.Auth;

public sealed class ApiKeysTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("careerrecs-keys-").FullName;

    private string KeysFile => Path.Combine(_folder, "keys.json");

    [Fact]
    public void A_key_is_found_by_its_secret_until_it_expires()
    {
        var mine = PresentedKey.Create();
        Write(Entry(mine, days: 2));
        var keys = ApiKeys.Parse([File.ReadAllText(KeysFile)]);

        Assert.Equal("acme", keys.Find(mine, Now)!.Tenant);
        Assert.Null(keys.Find(mine with { Secret = PresentedKey.Create().Secret }, Now));
        Assert.Null(keys.Find(PresentedKey.Create(), Now));
        Assert.NotNull(keys.Find(mine, Now.AddDays(2).AddTicks(-1)));
        Assert.Null(keys.Find(mine, Now.AddDays(2)));
    }

    [Theory]
    [InlineData("""{"keys":[{"prefix":"a","sha256":"00","tenant":"acme","scopes":[],"expires":"2030-01-01T00:00:00Z"}]}""")]
    [InlineData("""{"keys":[null]}""")]
    [InlineData("""{"keys":[{"prefix":"a"}]}""")]
    [InlineData("""{"keys":null}""")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("not json")]
    public void A_file_with_an_incomplete_key_is_refused(string text) =>
        Assert.Throws<FormatException>(() => ApiKeyFile.Parse(text));

    [Fact]
    public void A_file_with_a_wrong_key_is_refused()
    {
        var entry = Entry(PresentedKey.Create());
        foreach (
            var keys in new[]
            {
                [entry, entry],
                [entry with { Tenant = Owners.Shared }],
                [entry with { Scopes = ["nope"] }],
                new[] { entry with { Sha256 = new string('x', 64) } },
            }
        )
        {
            Write(keys);
            Assert.Throws<FormatException>(() => ApiKeyFile.Parse(File.ReadAllText(KeysFile)));
        }
    }

    [Theory]
    [InlineData("cr_abcd1234_secret", true)]
    [InlineData("cr_abcd1234_", false)]
    [InlineData("cr_abcd_secret", false)]
    [InlineData("cr_abcd1234", false)]
    [InlineData("xx_abcd1234_secret", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_key_has_three_parts(string? text, bool expected) => Assert.Equal(expected, PresentedKey.TryParse(text, out _));

    [Fact]
    public void A_created_key_is_read_as_written()
    {
        var made = PresentedKey.Create();
        Assert.True(PresentedKey.TryParse(made.ToString(), out var read));
        Assert.Equal(made, read);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(params ApiKey[] keys) => new ApiKeyFile { Keys = keys }.Write(KeysFile);

    private static ApiKey Entry(PresentedKey key, int days = 30) =>
        new()
        {
            Prefix = key.Prefix,
            Sha256 = Convert.ToHexStringLower(key.Hash()),
            Tenant = "acme",
            Scopes = [Scopes.ProfilesRead],
            Expires = Now.AddDays(days),
        };
}
