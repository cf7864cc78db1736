using System.Security.Cryptography;
using System.Text.Json;
using CareerRecs.Catalog.Tests.Hosting;
using CareerRecs.Catalog.V1;
using Grpc.Core;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CareerRecs.Catalog.Tests.Versions;

public sealed class ScopeTests
{
    private static readonly ECDsaSecurityKey Key = new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "test" };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Writing_needs_the_scope_for_the_catalog()
    {
        using var folder = new TempFolder();
        var jwks = Path.Combine(folder.Path, "jwks.json");
        var key = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(Key);
        var shown = new
        {
            keys = new[]
            {
                new
                {
                    kty = key.Kty,
                    kid = key.Kid,
                    crv = key.Crv,
                    x = key.X,
                    y = key.Y,
                },
            },
        };
        await File.WriteAllTextAsync(jwks, JsonSerializer.Serialize(shown), Cancel);
        await using (var host = await CatalogTestHost.StartAsync(folder.Path, ("Auth:JwksFile", jwks)))
        {
            var reader = Token("acme", "anna", "");
            var writer = Token("acme", "bert", "catalog.write");
            var @operator = Token("ops", "cleo", "operator");

            await Refused.Async(
                StatusCode.PermissionDenied,
                () => host.ImportAsync(reader, "kitchen", "1", Sample.Catalog("kitchen", "cook"))
            );
            await Refused.Async(
                StatusCode.PermissionDenied,
                () => host.ImportAsync(writer, "onet", "1", Sample.Catalog("onet", "cook"))
            );
            await Refused.Async(
                StatusCode.PermissionDenied,
                () => host.ImportAsync(@operator, "kitchen", "1", Sample.Catalog("kitchen", "cook"))
            );
            await Refused.Async(
                StatusCode.PermissionDenied,
                () =>
                    host.Versions.RollBackCatalogAsync(
                        new RollBackCatalogRequest { Catalog = "catalogs/builtin" },
                        writer,
                        cancellationToken: Cancel
                    )
            );

            var own = await host.ImportAsync(writer, "kitchen", "1", Sample.Catalog("kitchen", "cook"));
            await Refused.Async(StatusCode.PermissionDenied, () => host.ActivateAsync(reader, own.Name));
            await Refused.Async(
                StatusCode.PermissionDenied,
                () =>
                    host.Versions.DeleteVersionAsync(
                        new DeleteVersionRequest { Name = own.Name },
                        reader,
                        cancellationToken: Cancel
                    )
            );
            await host.ActivateAsync(writer, own.Name);
            var shared = await host.ImportAsync(@operator, "onet", "1", Sample.Catalog("onet", "cook"));
            await host.ActivateAsync(@operator, shared.Name);

            foreach (var catalog in new[] { "kitchen", "onet" })
            {
                var role = new GetRoleRequest { Name = $"catalogs/{catalog}/roles/cook" };
                Assert.Equal("cook", (await host.Catalog.GetRoleAsync(role, reader, cancellationToken: Cancel)).Role.Title);
            }

            var audit = await host.Versions.ListAuditEntriesAsync(
                new ListAuditEntriesRequest { Catalog = "catalogs/kitchen" },
                reader,
                cancellationToken: Cancel
            );
            Assert.All(audit.Entries, entry => Assert.Equal("bert", entry.Actor));
        }
    }

    private static Metadata Token(string tenant, string subject, string scope)
    {
        var token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = true }.CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = "careerrecs",
                Audience = "careerrecs",
                Claims = new Dictionary<string, object>
                {
                    ["tenant"] = tenant,
                    ["sub"] = subject,
                    ["scope"] = scope,
                },
                SigningCredentials = new SigningCredentials(Key, SecurityAlgorithms.EcdsaSha256),
            }
        );
        return new Metadata { { "authorization", $"Bearer {token}" } };
    }
}
