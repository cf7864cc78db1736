using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CareerRecs.ServiceDefaults.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CareerRecs.ServiceDefaults.Hosting;

/// <summary>The host's certificate, which may change while it runs: each connection gets the one that counts then.</summary>
internal static class Certificates
{
    private const string Advice = "Give a certificate in PEM and, in Endpoints__KeyFile, its private key.";

    /// <summary>Adds the certificate of https addresses; nothing if there are none.</summary>
    public static void AddCertificate(this IServiceCollection services, EndpointOptions endpoints)
    {
        if (!EndpointOptions.IsSecure(endpoints.Grpc) && !EndpointOptions.IsSecure(endpoints.Http))
        {
            return;
        }

        var files = new SettingFile("Endpoints:CertificateFile", Advice, endpoints.CertificateFile, endpoints.KeyFile);
        // A former one may still be in a handshake; the runtime frees it.
        services.AddReloaded(files, Parse);
    }

    /// <summary>Parses a certificate and its key. FormatException if they are none, or not of each other.</summary>
    public static X509Certificate2 Parse(IReadOnlyList<string> files)
    {
        try
        {
            return X509Certificate2.CreateFromPem(files[0], files[1]);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            throw new FormatException("they are no certificate and its key in PEM");
        }
    }
}
