using System.Security.Claims;
using CareerRecs.ServiceDefaults.Configuration;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace CareerRecs.ServiceDefaults.Auth;

internal static class Authentication
{
    private const string AnyScheme = "TokenOrKey";

    /// <summary>
    /// Tokens by authority or key set, and API keys by their file; nothing at all, and nothing to pay for at start, where none of
    /// them is configured.
    /// </summary>
    public static AuthOptions AddCallerAuthentication(this WebApplicationBuilder builder)
    {
        var options = builder.ReadSettings<AuthOptions>("Auth");
        builder.Services.AddSingleton(options);
        if (!options.IsConfigured)
        {
            return options;
        }

        var schemes = builder
            .Services.AddAuthentication(AnyScheme)
            .AddPolicyScheme(
                AnyScheme,
                displayName: null,
                any => any.ForwardDefaultSelector = context => SchemeOf(context.Request, options)
            );
        if (options.TakesTokens)
        {
            AddTokens(schemes, options);
        }
        if (options.KeysFile.Length > 0)
        {
            schemes.AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.SchemeName, null);
            ApiKeys.Check(options.KeysFile);
            builder.Services.AddSingleton(services => new ApiKeys(
                options.KeysFile,
                services.GetRequiredService<TimeProvider>(),
                services.GetRequiredService<ILogger<ApiKeys>>()
            ));
        }
        builder
            .Services.AddAuthorizationBuilder()
            .SetDefaultPolicy(new AuthorizationPolicyBuilder(AnyScheme).RequireAuthenticatedUser().Build());
        return options;
    }

    /// <summary>A key if the request has one, otherwise a token; a host that takes one kind refuses the other by it.</summary>
    private static string SchemeOf(HttpRequest request, AuthOptions options) =>
        options.KeysFile.Length > 0 && (!options.TakesTokens || ApiKeyHandler.FindKey(request) is not null)
            ? ApiKeyHandler.SchemeName
            : JwtBearerDefaults.AuthenticationScheme;

    private static void AddTokens(AuthenticationBuilder schemes, AuthOptions options)
    {
        var keys = options.Authority.Length > 0 ? null : new SigningKeyFile(options.JwksFile, TimeProvider.System);
        var revoked =
            options.RevokedTokensFile.Length > 0 ? new RevokedTokens(options.RevokedTokensFile, TimeProvider.System) : null;
        schemes.AddJwtBearer(jwt =>
        {
            if (revoked is not null)
            {
                jwt.Events = new JwtBearerEvents { OnTokenValidated = context => RefuseRevoked(context, revoked) };
            }
            jwt.MapInboundClaims = false;
            jwt.TokenValidationParameters = new TokenValidationParameters
            {
                ValidAudience = options.Audience,
                ClockSkew = TimeSpan.FromSeconds(30),
            };
            if (keys is null)
            {
                jwt.Authority = options.Authority;
                return;
            }

            jwt.TokenValidationParameters.ValidIssuer = options.Issuer;
            jwt.TokenValidationParameters.IssuerSigningKeyResolver = (_, _, _, _) => keys.GetCurrent();
        });
    }

    private static Task RefuseRevoked(TokenValidatedContext context, RevokedTokens revoked)
    {
        if (revoked.Contains(context.Principal?.FindFirstValue("jti")))
        {
            context.Fail("The token was revoked.");
        }
        return Task.CompletedTask;
    }
}
