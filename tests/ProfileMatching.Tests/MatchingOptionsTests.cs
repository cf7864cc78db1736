using System.ComponentModel.DataAnnotations;
using CareerRecs.ProfileMatching.Configuration;

namespace CareerRecs.ProfileMatching.Tests;

public sealed class MatchingOptionsTests
{
    [Theory]
    [InlineData("", true)]
    [InlineData("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", true)]
    [InlineData("AAECAwQFBgcICQoLDA0ODw==", false)]
    [InlineData("a secret that is not base64 at all, it is words.", false)]
    public void The_secret_of_cache_keys_is_32_bytes_in_base64_or_none(string secret, bool valid)
    {
        var options = new MatchingOptions { CacheKeySecret = secret };
        Assert.Equal(
            valid,
            Validator.TryValidateObject(options, new ValidationContext(options), null, validateAllProperties: true)
        );
    }
}
