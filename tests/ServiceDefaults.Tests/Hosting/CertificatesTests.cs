using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CareerRecs.ServiceDefaults.Hosting;

namespace CareerRecs.ServiceDefaults.Tests.Hosting;

public sealed class CertificatesTests
{
    [Fact]
    public void A_certificate_is_read_with_its_key()
    {
        var (certificate, key, thumbprint) = Create();

        using var read = Certificates.Parse([certificate, key]);

        Assert.Equal(thumbprint, read.Thumbprint);
        Assert.True(read.HasPrivateKey);
    }

    [Fact]
    public void What_is_no_certificate_with_its_own_key_is_refused_without_the_key()
    {
        var (certificate, key, _) = Create();
        var (_, otherKey, _) = Create();

        string[][] broken =
        [
            ["none", key],
            [certificate, "none"],
            [certificate, otherKey],
            [certificate[..100], key],
        ];
        Assert.All(
            broken,
            files =>
            {
                var refused = Assert.Throws<FormatException>(() => Certificates.Parse(files));
                Assert.DoesNotContain(files[1], refused.ToString(), StringComparison.Ordinal);
            }
        );
    }

    private static (string Certificate, string Key, string Thumbprint) Create()
    {
        var now = TimeProvider.System.GetUtcNow();
        using var key = ECDsa.Create();
        var request = new CertificateRequest("CN=test", key, HashAlgorithmName.SHA256);
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return (made.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem(), made.Thumbprint);
    }
}
