using CareerRecs.ServiceDefaults.Configuration;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;

namespace CareerRecs.ServiceDefaults.Auth;

internal static class Authentication
{
    private const string Advice = "Give the jwks.json that `careerrecs token` makes, or set Auth:Authority instead.";

    /// <summary>
    /// JWT bearer by authority or key file; nothing at all, and nothing to pay for at start, where neither is configured.
    /// </summary>
    public static AuthOptions AddCallerAuthentication(this WebApplicationBuilder builder)
    {
        var options = builder.Configuration.Read<AuthOptions>("Auth");
        builder.Services.AddSingleton(options);
        if (!options.IsConfigured)
        {
            return options;
        }

        var keys = options.Authority.Length > 0 ? [] : SigningKeys(options.JwksFile);
        builder
            .Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme)
            .AddJwtBearer(jwt =>
            {
                jwt.MapInboundClaims = false;
                jwt.TokenValidationParameters = new TokenValidationParameters
                {
                    ValidAudience = options.Audience,
                    ClockSkew = TimeSpan.FromSeconds(30),
                };
                if (options.Authority.Length > 0)
                {
                    jwt.Authority = options.Authority;
                    return;
                }

                jwt.TokenValidationParameters.ValidIssuer = options.Issuer;
                jwt.TokenValidationParameters.IssuerSigningKeys = keys;
            });
        builder
            .Services.AddAuthorizationBuilder()
            .SetDefaultPolicy(
                new AuthorizationPolicyBuilder(JwtBearerDefaults.AuthenticationScheme).RequireAuthenticatedUser().Build()
            );
        return options;
    }

    /// <summary>Read while the host starts: without them every call would fail later.</summary>
    private static IList<SecurityKey> SigningKeys(string file)
    {
        try
        {
            var keys = new JsonWebKeySet(File.ReadAllText(file)).GetSigningKeys();
            if (keys.Count > 0)
            {
                return keys;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InvalidOperationException($"Auth:JwksFile: {file} cannot be read as a JSON Web Key Set. {Advice}", e);
        }

        throw new InvalidOperationException($"Auth:JwksFile: {file} has no key to check signatures with. {Advice}");
    }
}
