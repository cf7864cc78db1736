using System.Security.Claims;
using System.Text.Encodings.Web;
using CareerRecs.ServiceDefaults.Configuration;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CareerRecs.ServiceDefaults.Auth;

/// <summary>Knows callers by an API key, and gives them the claims that a token would have.</summary>
internal sealed class ApiKeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    ReloadedFile<ApiKeys> keys,
    AuthOptions auth
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>Name of the scheme, also in the <c>Authorization</c> header.</summary>
    public const string SchemeName = "ApiKey";

    private const string Header = "x-api-key";
    private const string Bearer = "Bearer ";

    /// <summary>
    /// Key of a request, as text: the header <c>x-api-key</c>, <c>Authorization: ApiKey ...</c>, or a bearer token that is a key,
    /// for clients that know only tokens. Null if the request has none.
    /// </summary>
    public static string? FindKey(HttpRequest request)
    {
        if (request.Headers.TryGetValue(Header, out var key))
        {
            return key.ToString();
        }
        var header = request.Headers.Authorization.ToString();
        if (header.StartsWith($"{SchemeName} ", StringComparison.OrdinalIgnoreCase))
        {
            return header[(SchemeName.Length + 1)..].Trim();
        }
        return header.StartsWith($"{Bearer}{PresentedKey.Start}", StringComparison.OrdinalIgnoreCase)
            ? header[Bearer.Length..].Trim()
            : null;
    }

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (FindKey(Request) is not { } text)
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }
        if (
            !PresentedKey.TryParse(text, out var presented)
            || keys.GetCurrent().Find(presented.Value, TimeProvider.GetUtcNow()) is not { } key
        )
        {
            return Task.FromResult(AuthenticateResult.Fail("The API key is not known, was revoked, or has expired."));
        }

        var identity = new ClaimsIdentity(
            [
                new Claim(auth.TenantClaim, key.Tenant),
                new Claim("sub", $"key:{key.Prefix}"),
                new Claim("scope", string.Join(' ', key.Scopes)),
            ],
            SchemeName
        );
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName)));
    }
}
