using System.Security.Cryptography;
using System.Text.Json;
using Grpc.Core;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CareerRecs.Testing;

/// <summary>Signs tokens for hosts under test, with a key of its own.</summary>
public sealed class TokenSigner : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly ECDsaSecurityKey _signing;

    /// <summary>Makes the key.</summary>
    public TokenSigner() => _signing = new ECDsaSecurityKey(_key) { KeyId = "test" };

    /// <summary>Writes the key set that <c>Auth:JwksFile</c> names.</summary>
    public async Task<string> WriteKeySetAsync(string folder, CancellationToken cancellationToken)
    {
        var key = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(_signing);
        var shown = new
        {
            kty = key.Kty,
            kid = key.Kid,
            crv = key.Crv,
            x = key.X,
            y = key.Y,
        };
        var file = Path.Combine(folder, "jwks.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(new { keys = new[] { shown } }), cancellationToken);
        return file;
    }

    /// <summary>Signs a token.</summary>
    public string Sign(string tenant, string scope, string subject = "tests")
    {
        var claims = new Dictionary<string, object> { ["tenant"] = tenant, ["sub"] = subject };
        if (scope.Length > 0)
        {
            claims["scope"] = scope;
        }
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = true }.CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = "careerrecs",
                Audience = "careerrecs",
                Claims = claims,
                SigningCredentials = new SigningCredentials(_signing, SecurityAlgorithms.EcdsaSha256),
            }
        );
    }

    /// <summary>Metadata of a gRPC call with a token.</summary>
    public Metadata Headers(string tenant, string scope, string subject = "tests") =>
        new() { { "authorization", $"Bearer {Sign(tenant, scope, subject)}" } };

    /// <inheritdoc />
    public void Dispose() => _key.Dispose();
}
