using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CareerRecs.ServiceDefaults.Configuration;
using CareerRecs.ServiceDefaults.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace CareerRecs.ServiceDefaults.Tests.Hosting;

public sealed class CertificateFilesTests : IDisposable
{
    private static readonly DateTime Now = TimeProvider.System.GetUtcNow().UtcDateTime;

    private readonly string _folder = Directory.CreateTempSubdirectory("careerrecs-certificates-").FullName;
    private readonly FakeTimeProvider _time = new();
    private readonly EndpointOptions _options;

    public CertificateFilesTests() =>
        _options = new EndpointOptions
        {
            CertificateFile = Path.Combine(_folder, "tls.crt"),
            KeyFile = Path.Combine(_folder, "tls.key"),
        };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_changed_certificate_counts_after_a_second()
    {
        var first = Write("first", Now);
        using var files = new CertificateFiles(_options, _time);
        var second = Write("second", Now.AddSeconds(5));

        Assert.Equal(first, files.GetCurrent().Thumbprint);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(second, files.GetCurrent().Thumbprint);
    }

    [Fact]
    public void A_changed_file_that_is_no_certificate_leaves_the_one_before()
    {
        var first = Write("first", Now);
        using var files = new CertificateFiles(_options, _time);
        File.WriteAllText(_options.CertificateFile, "half a fi");
        File.SetLastWriteTimeUtc(_options.CertificateFile, Now.AddSeconds(5));
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(first, files.GetCurrent().Thumbprint);
    }

    [Fact]
    public void Files_that_are_no_certificate_are_refused_at_the_start()
    {
        File.WriteAllText(_options.CertificateFile, "none");
        File.WriteAllText(_options.KeyFile, "none");

        var refused = Assert.Throws<SettingException>(() => new CertificateFiles(_options, _time));
        Assert.StartsWith("Endpoints__CertificateFile: ", refused.Message, StringComparison.Ordinal);
    }

    private string Write(string name, DateTime written)
    {
        using var key = ECDsa.Create();
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        using var made = request.CreateSelfSigned(Now.AddDays(-1), Now.AddDays(1));
        File.WriteAllText(_options.CertificateFile, made.ExportCertificatePem());
        File.WriteAllText(_options.KeyFile, key.ExportPkcs8PrivateKeyPem());
        File.SetLastWriteTimeUtc(_options.CertificateFile, written);
        File.SetLastWriteTimeUtc(_options.KeyFile, written);
        return made.Thumbprint;
    }
}
