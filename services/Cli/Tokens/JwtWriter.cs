using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace CareerRecs.Cli.Tokens;

/// <summary>What a token says.</summary>
public sealed record TokenClaims(
    string Tenant,
    string Subject,
    IReadOnlyList<string> Scopes,
    string Issuer,
    string Audience,
    string TenantClaim,
    DateTimeOffset IssuedAt,
    TimeSpan Life
)
{
    /// <summary>Id by which the token can be revoked.</summary>
    public string Id { get; init; } = Guid.CreateVersion7().ToString("N");
}

/// <summary>Signs tokens that the hosts check by the key set.</summary>
public static class JwtWriter
{
    /// <summary>The signed token.</summary>
    public static string Write(SigningKey key, TokenClaims claims)
    {
        var header = Json(json =>
        {
            json.WriteString("alg", key.Algorithm);
            json.WriteString("kid", key.Id);
            json.WriteString("typ", "JWT");
        });
        var payload = Json(json =>
        {
            json.WriteString("iss", claims.Issuer);
            json.WriteString("aud", claims.Audience);
            json.WriteString("sub", claims.Subject);
            json.WriteString(claims.TenantClaim, claims.Tenant);
            if (claims.Scopes.Count > 0)
            {
                json.WriteString("scope", string.Join(' ', claims.Scopes));
            }

            json.WriteString("jti", claims.Id);
            json.WriteNumber("iat", claims.IssuedAt.ToUnixTimeSeconds());
            json.WriteNumber("exp", (claims.IssuedAt + claims.Life).ToUnixTimeSeconds());
        });
        var signed = $"{header}.{payload}";
        return $"{signed}.{Base64Url.EncodeToString(key.Sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    private static string Json(Action<Utf8JsonWriter> members)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }
        return Base64Url.EncodeToString(buffer.ToArray());
    }
}
