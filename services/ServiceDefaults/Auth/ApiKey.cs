using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace CareerRecs.ServiceDefaults.Auth;

/// <summary>A key as its file shows it: whose it is and what it may, and of the secret its hash alone.</summary>
public sealed record ApiKey
{
    /// <summary>Name of the key, the part that may be shown: 8 lower-case letters and digits.</summary>
    public required string Prefix { get; init; }

    /// <summary>SHA-256 of the secret, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Tenant whose data the bearer sees.</summary>
    public required string Tenant { get; init; }

    /// <summary>Scopes, as tokens name them.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>End of the key's life.</summary>
    public required DateTimeOffset Expires { get; init; }
}

/// <summary>
/// A key as its bearer sends it: <c>cr_{prefix}_{secret}</c>. The secret has 256 random bits, so its plain hash cannot be guessed
/// back and needs no salt.
/// </summary>
public readonly record struct PresentedKey(string Prefix, string Secret)
{
    /// <summary>First characters of every key. No JWT begins so.</summary>
    public const string Start = "cr_";

    private const int PrefixLength = 8;
    private const int SecretLength = 43; // of 62 characters: 256 bits
    private const string PrefixCharacters = "abcdefghijklmnopqrstuvwxyz0123456789";
    private const string SecretCharacters = PrefixCharacters + "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// <summary>Makes a key that nobody has yet.</summary>
    public static PresentedKey Create() =>
        new(
            RandomNumberGenerator.GetString(PrefixCharacters, PrefixLength),
            RandomNumberGenerator.GetString(SecretCharacters, SecretLength)
        );

    /// <summary>Reads what a caller sends.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PresentedKey? key)
    {
        var parts = text?.Split('_');
        key = parts is ["cr", { Length: PrefixLength } prefix, { Length: > 0 } secret] ? new PresentedKey(prefix, secret) : null;
        return key is not null;
    }

    /// <summary>SHA-256 of the secret.</summary>
    public byte[] Hash() => SHA256.HashData(Encoding.UTF8.GetBytes(Secret));

    /// <summary>The key, whole.</summary>
    public override string ToString() => $"{Start}{Prefix}_{Secret}";
}
