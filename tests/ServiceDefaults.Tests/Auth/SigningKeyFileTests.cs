using System.Security.Cryptography;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Configuration;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.Tokens;

namespace CareerRecs.ServiceDefaults.Tests.Auth;

public sealed class SigningKeyFileTests : IDisposable
{
    private static readonly DateTime Now = TimeProvider.System.GetUtcNow().UtcDateTime;

    private readonly string _file = Path.GetTempFileName();
    private readonly FakeTimeProvider _time = new();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void A_changed_key_set_counts_after_a_second_and_a_broken_one_never()
    {
        Write(PublicKeys("first"), 0);
        var keys = new SigningKeyFile(_file, _time);
        Write(PublicKeys("second"), 5);
        Assert.Equal("first", Assert.Single(keys.GetCurrent()).KeyId);

        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("second", Assert.Single(keys.GetCurrent()).KeyId);

        Write("{", 10);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("second", Assert.Single(keys.GetCurrent()).KeyId);
    }

    [Fact]
    public void A_key_set_with_a_private_key_is_refused_without_the_key()
    {
        using var key = RSA.Create(2048);
        var secret = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(key.ExportParameters(true)));
        Write(
            $$"""{"keys":[{"kty": "RSA", "n": "{{secret.N}}", "e": "{{secret.E}}", "d": "{{secret.D}}", "p": "{{secret.P}}"}]}""",
            0
        );

        var refused = Assert.Throws<SettingException>(() => new SigningKeyFile(_file, _time));

        Assert.Contains("private", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(secret.D[..20], refused.ToString(), StringComparison.Ordinal);
    }

    private static string PublicKeys(string id)
    {
        using var key = RSA.Create(2048);
        var made = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(key.ExportParameters(false)));
        return $$"""{"keys": [{"kty": "RSA", "kid": "{{id}}", "n": "{{made.N}}", "e": "{{made.E}}"}]}""";
    }

    private void Write(string text, int seconds)
    {
        File.WriteAllText(_file, text);
        File.SetLastWriteTimeUtc(_file, Now.AddSeconds(seconds));
    }
}
