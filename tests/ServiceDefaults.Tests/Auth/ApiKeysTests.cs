using CareerRecs.ServiceDefaults.Auth;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace CareerRecs.ServiceDefaults.Tests.Auth;

public sealed class ApiKeysTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("careerrecs-keys-").FullName;
    private readonly FakeTimeProvider _time = new();

    private string KeysFile => Path.Combine(_folder, "keys.json");

    [Fact]
    public void A_key_is_found_by_its_secret_until_it_expires()
    {
        var mine = PresentedKey.Create();
        Write(Entry(mine, days: 2));
        var keys = Keys();

        Assert.Equal("acme", keys.Find(mine)!.Tenant);
        Assert.Null(keys.Find(mine with { Secret = PresentedKey.Create().Secret }));
        Assert.Null(keys.Find(PresentedKey.Create()));
        _time.Advance(TimeSpan.FromDays(2));
        Assert.Null(keys.Find(mine));
    }

    [Fact]
    public void A_rotated_key_works_beside_the_old_one_until_that_is_revoked()
    {
        var (old, next) = (PresentedKey.Create(), PresentedKey.Create());
        Write(Entry(old));
        var keys = Keys();

        Write(Entry(old), Entry(next));
        Assert.Null(keys.Find(next));
        _time.Advance(ApiKeys.LookEvery);
        Assert.NotNull(keys.Find(next));
        Assert.NotNull(keys.Find(old));

        Write(Entry(next));
        _time.Advance(ApiKeys.LookEvery);
        Assert.Null(keys.Find(old));
        Assert.NotNull(keys.Find(next));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("null")]
    public void While_the_file_cannot_be_read_the_keys_stay(string text)
    {
        var mine = PresentedKey.Create();
        Write(Entry(mine));
        var keys = Keys();

        File.WriteAllText(KeysFile, text);
        _time.Advance(ApiKeys.LookEvery);
        Assert.NotNull(keys.Find(mine));
        File.Delete(KeysFile);
        _time.Advance(ApiKeys.LookEvery);
        Assert.NotNull(keys.Find(mine));
    }

    [Theory]
    [InlineData("""{"keys":[{"prefix":"a","sha256":"00","tenant":"acme","scopes":[],"expires":"2030-01-01T00:00:00Z"}]}""")]
    [InlineData("""{"keys":[null]}""")]
    [InlineData("""{"keys":[{"prefix":"a"}]}""")]
    [InlineData("""{"keys":null}""")]
    public void A_file_with_an_incomplete_key_is_refused(string text) =>
        Assert.Throws<FormatException>(() => ApiKeyFile.Parse(System.Text.Encoding.UTF8.GetBytes(text)));

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
            Assert.Throws<FormatException>(() => ApiKeyFile.Parse(File.ReadAllBytes(KeysFile)));
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

    private ApiKeys Keys() => new(KeysFile, _time, NullLogger<ApiKeys>.Instance);

    private void Write(params ApiKey[] keys) => new ApiKeyFile { Keys = keys }.Write(KeysFile);

    private ApiKey Entry(PresentedKey key, int days = 30) =>
        new()
        {
            Prefix = key.Prefix,
            Sha256 = Convert.ToHexStringLower(key.Hash()),
            Tenant = "acme",
            Scopes = [Scopes.ProfilesRead],
            Expires = _time.GetUtcNow().AddDays(days),
        };
}
