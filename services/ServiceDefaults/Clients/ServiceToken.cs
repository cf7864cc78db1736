using Microsoft.IdentityModel.JsonWebTokens;

namespace CareerRecs.ServiceDefaults.Clients;

/// <summary>The host's own token or API key.</summary>
/// <param name="Text">The token as it is sent.</param>
/// <param name="Expires">When it expires; null for an API key and for a token without expiry.</param>
internal sealed record ServiceToken(string Text, DateTime? Expires)
{
    /// <summary>What the operator does about a file that cannot be used.</summary>
    public const string Advice = "Put a token of scope internal.read there; `careerrecs token` makes one.";

    /// <summary>Parses the file of a token. FormatException if it is empty.</summary>
    public static ServiceToken Parse(IReadOnlyList<string> files)
    {
        var text = files[0].Trim();
        return text.Length > 0 ? new ServiceToken(text, FindExpiry(text)) : throw new FormatException("it is empty");
    }

    private static DateTime? FindExpiry(string text)
    {
        try
        {
            var expiry = new JsonWebToken(text).ValidTo;
            return expiry == DateTime.MinValue ? null : expiry;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
