using System.Security.Cryptography;
using CareerRecs.ServiceDefaults.Auth;
using Microsoft.IdentityModel.Tokens;

namespace CareerRecs.ServiceDefaults.Tests.Auth;

public sealed class SigningKeysTests
{
    [Fact]
    public void A_public_key_set_is_taken()
    {
        using var key = RSA.Create(2048);
        var made = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(key.ExportParameters(false)));
        var set = $$"""{"keys": [{"kty": "RSA", "kid": "mine", "n": "{{made.N}}", "e": "{{made.E}}"}]}""";

        Assert.Equal("mine", Assert.Single(SigningKeys.Parse([set]).Keys).KeyId);
    }

    [Fact]
    public void A_key_set_with_a_private_key_is_refused_without_the_key()
    {
        using var key = RSA.Create(2048);
        var secret = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(key.ExportParameters(true)));
        var set =
            $$"""{"keys":[{"kty": "RSA", "n": "{{secret.N}}", "e": "{{secret.E}}", "d": "{{secret.D}}", "p": "{{secret.P}}"}]}""";

        var refused = Assert.Throws<FormatException>(() => SigningKeys.Parse([set]));

        Assert.Contains("private", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(secret.D[..20], refused.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "no JSON Web Key Set")]
    [InlineData("{}", "no key to check signatures with")]
    [InlineData("-----BEGIN PRIVATE KEY-----", "holds a private key")]
    [InlineData("""{"keys":[{"kty":"oct","k":"c2VjcmV0"}]}""", "symmetric key")]
    public void A_file_that_is_none_is_refused_with_the_reason(string text, string reason) =>
        Assert.Contains(
            reason,
            Assert.Throws<FormatException>(() => SigningKeys.Parse([text])).Message,
            StringComparison.Ordinal
        );
}
