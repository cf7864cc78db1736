using CareerRecs.ServiceDefaults.Configuration;

namespace CareerRecs.ServiceDefaults.Auth;

/// <summary>
/// How callers are known. Section <c>Auth</c>. With none of authority, JWKS file and keys file the host listens on
/// loopback only.
/// </summary>
public sealed class AuthOptions
{
    /// <summary>OpenID Connect issuer whose keys are fetched. Empty: none.</summary>
    [Address("https", "http")]
    public string Authority { get; set; } = "";

    /// <summary>File with a JSON Web Key Set, for tokens that <c>careerrecs token</c> signs. Empty: none.</summary>
    public string JwksFile { get; set; } = "";

    /// <summary>The issuer that tokens checked by <see cref="JwksFile"/> must name.</summary>
    public string Issuer { get; set; } = "careerrecs";

    /// <summary>The audience that tokens must name.</summary>
    public string Audience { get; set; } = "careerrecs";

    /// <summary>The claim that names the tenant.</summary>
    public string TenantClaim { get; set; } = "tenant";

    /// <summary>File with API keys, as <c>careerrecs keys</c> keeps it; read again when it changes. Empty: none.</summary>
    public string KeysFile { get; set; } = "";

    /// <summary>
    /// File with ids (<c>jti</c>) of tokens that are refused, one a line; read again when it changes. Empty: none.
    /// </summary>
    public string RevokedTokensFile { get; set; } = "";

    /// <summary>Whether callers must carry a token or a key.</summary>
    public bool IsConfigured => TakesTokens || KeysFile.Length > 0;

    /// <summary>Whether callers may carry a token.</summary>
    internal bool TakesTokens => Authority.Length > 0 || JwksFile.Length > 0;
}
