using System.Security.Claims;
using CareerRecs.ServiceDefaults.Configuration;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
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
            AddTokens(builder.Services, schemes, options);
        }
        if (options.KeysFile.Length > 0)
        {
            schemes.AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.SchemeName, null);
            builder.Services.AddReloaded(new SettingFile("Auth:KeysFile", ApiKeys.Advice, options.KeysFile), ApiKeys.Parse);
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

    private static void AddTokens(IServiceCollection services, AuthenticationBuilder schemes, AuthOptions options)
    {
        schemes.AddJwtBearer(jwt =>
        {
            jwt.MapInboundClaims = false;
            jwt.TokenValidationParameters = new TokenValidationParameters
            {
                ValidAudience = options.Audience,
                ClockSkew = TimeSpan.FromSeconds(30),
            };
        });
        var scheme = services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme);
        if (options.Authority.Length > 0)
        {
            scheme.Configure(jwt => jwt.Authority = options.Authority);
        }
        else
        {
            services.AddReloaded(new SettingFile("Auth:JwksFile", SigningKeys.Advice, options.JwksFile), SigningKeys.Parse);
            scheme.Configure<ReloadedFile<SigningKeys>>(
                (jwt, keys) =>
                {
                    jwt.TokenValidationParameters.ValidIssuer = options.Issuer;
                    jwt.TokenValidationParameters.IssuerSigningKeyResolver = (_, _, _, _) => keys.GetCurrent().Keys;
                }
            );
        }
        if (options.RevokedTokensFile.Length > 0)
        {
            services.AddReloaded(
                new SettingFile("Auth:RevokedTokensFile", RevokedTokens.Advice, options.RevokedTokensFile),
                RevokedTokens.Parse
            );
            scheme.Configure<ReloadedFile<RevokedTokens>>(
                (jwt, revoked) =>
                    jwt.Events = new JwtBearerEvents
                    {
                        OnTokenValidated = context => RefuseRevoked(context, revoked.GetCurrent()),
                    }
            );
        }
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
