using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Configuration;
using Microsoft.Extensions.Time.Testing;

namespace CareerRecs.ServiceDefaults.Tests.Auth;

public sealed class RevokedTokensTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();
    private readonly FakeTimeProvider _time = new();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void A_token_is_refused_within_a_second_of_its_id_being_listed()
    {
        File.WriteAllText(_file, "# lost laptop\nabc\n");
        var revoked = new RevokedTokens(_file, _time);
        Assert.True(revoked.Contains("abc"));
        Assert.False(revoked.Contains("def"));
        Assert.False(revoked.Contains(null));

        File.WriteAllText(_file, "abc\ndef\n");
        File.SetLastWriteTimeUtc(_file, TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(5));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.True(revoked.Contains("def"));
    }

    [Fact]
    public void A_list_that_is_gone_revokes_what_it_did_and_is_refused_at_the_start()
    {
        File.WriteAllText(_file, "abc\n");
        var revoked = new RevokedTokens(_file, _time);
        File.Delete(_file);
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.True(revoked.Contains("abc"));
        Assert.Throws<SettingException>(() => new RevokedTokens(_file, _time));
    }
}
