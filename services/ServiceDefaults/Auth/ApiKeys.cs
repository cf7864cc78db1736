using System.Collections.Frozen;
using System.Security.Cryptography;

namespace CareerRecs.ServiceDefaults.Auth;

/// <summary>Keys that a host accepts.</summary>
internal sealed class ApiKeys
{
    /// <summary>What the operator does about a file that cannot be used.</summary>
    public const string Advice = "`careerrecs keys create --file` makes it.";

    private readonly FrozenDictionary<string, ApiKey> _keys;

    private ApiKeys(IEnumerable<ApiKey> keys) => _keys = keys.ToFrozenDictionary(key => key.Prefix, StringComparer.Ordinal);

    /// <summary>Parses a file of keys. FormatException says what is wrong with it.</summary>
    public static ApiKeys Parse(IReadOnlyList<string> files) => new(ApiKeyFile.Parse(files[0]).Keys);

    /// <summary>Finds the key that a caller sends; null if it is unknown, its secret is wrong, or it has expired.</summary>
    public ApiKey? Find(PresentedKey presented, DateTimeOffset now)
    {
        // An unknown prefix takes as long as a wrong secret.
        var key = _keys.GetValueOrDefault(presented.Prefix);
        var expected = key is null ? new byte[SHA256.HashSizeInBytes] : Convert.FromHexString(key.Sha256);
        var isRight = CryptographicOperations.FixedTimeEquals(presented.Hash(), expected);
        return isRight && key is not null && key.Expires > now ? key : null;
    }
}
