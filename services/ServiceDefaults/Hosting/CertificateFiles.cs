using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CareerRecs.ServiceDefaults.Configuration;

namespace CareerRecs.ServiceDefaults.Hosting;

/// <summary>
/// The host's certificate from its files. A changed file counts for the next connection, at most a second later; one that cannot
/// be used is left alone, so that a host goes on with the certificate that it has.
/// </summary>
internal sealed class CertificateFiles : IDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private readonly EndpointOptions _options;
    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private X509Certificate2 _certificate;
    private DateTime _written;
    private long _looked;

    public CertificateFiles(EndpointOptions options, TimeProvider time)
    {
        (_options, _time) = (options, time);
        (_written, _looked) = (LastWritten(), time.GetTimestamp());
        try
        {
            _certificate = Load();
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new SettingException(
                "Endpoints:CertificateFile",
                $"\"{options.CertificateFile}\" with {options.KeyFile} cannot be read as a certificate and its key in PEM."
            );
        }
    }

    /// <summary>The certificate for a connection that begins now.</summary>
    public X509Certificate2 GetCurrent()
    {
        lock (_lock)
        {
            if (_time.GetElapsedTime(_looked) >= LookEvery)
            {
                _looked = _time.GetTimestamp();
                if (LastWritten() is var written && written != _written)
                {
                    _written = written;
                    Reload();
                }
            }

            return _certificate;
        }
    }

    /// <inheritdoc />
    public void Dispose() => _certificate.Dispose();

    private void Reload()
    {
        try
        {
            // The former one may still be in a handshake; the runtime frees it.
            _certificate = Load();
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            // GetCurrent goes on with the certificate before; the files are looked at again once they change.
        }
    }

    private X509Certificate2 Load() => X509Certificate2.CreateFromPemFile(_options.CertificateFile, _options.KeyFile);

    private DateTime LastWritten() =>
        new[] { _options.CertificateFile, _options.KeyFile }.Max(file => File.GetLastWriteTimeUtc(file));
}
