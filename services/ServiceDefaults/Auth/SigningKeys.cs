using Microsoft.IdentityModel.Tokens;

namespace CareerRecs.ServiceDefaults.Auth;

/// <summary>Public keys that tokens are checked with, from a JSON Web Key Set.</summary>
/// <param name="Keys">The keys; at least one.</param>
internal sealed record SigningKeys(IList<SecurityKey> Keys)
{
    /// <summary>What the operator does about a file that cannot be used.</summary>
    public const string Advice = "Give the jwks.json that `careerrecs token` makes, or set Auth__Authority instead.";

    /// <summary>Parses a key set. FormatException says what is wrong with it and never repeats what is in it.</summary>
    public static SigningKeys Parse(IReadOnlyList<string> files)
    {
        var text = files[0];
        if (text.Contains("PRIVATE KEY", StringComparison.Ordinal))
        {
            throw new FormatException("it holds a private key, which no host needs. Move it away from here");
        }

        var set = ParseSet(text);
        if (set.Keys.Any(key => key.D is not null || key.K is not null))
        {
            throw new FormatException("it holds a private or symmetric key, which no host needs. Leave only public keys in it");
        }

        var keys = set.GetSigningKeys();
        return keys.Count > 0 ? new SigningKeys(keys) : throw new FormatException("it has no key to check signatures with");
    }

    private static JsonWebKeySet ParseSet(string text)
    {
        try
        {
            return new JsonWebKeySet(text);
        }
        catch (ArgumentException)
        {
            throw new FormatException("it is no JSON Web Key Set");
        }
    }
}
