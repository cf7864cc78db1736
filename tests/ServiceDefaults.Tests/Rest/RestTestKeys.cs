using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace CareerRecs.ServiceDefaults.Tests.Rest;

/// <summary>A key set that no token of a test is signed with.</summary>
internal static class RestTestKeys
{
    /// <summary>The key set as a file has it.</summary>
    public static string Jwks { get; } = Create();

    private static string Create()
    {
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var point = ecdsa.ExportParameters(includePrivateParameters: false).Q;
        var key = new
        {
            kty = "EC",
            kid = "test",
            crv = "P-256",
            x = Base64UrlEncoder.Encode(point.X),
            y = Base64UrlEncoder.Encode(point.Y),
        };
        return JsonSerializer.Serialize(new { keys = new[] { key } });
    }
}
