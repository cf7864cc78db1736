using System.ComponentModel.DataAnnotations;
using System.Net;
using CareerRecs.ServiceDefaults.Configuration;

namespace CareerRecs.ServiceDefaults.Hosting;

/// <summary>Where a host listens. Section <c>Endpoints</c>.</summary>
public sealed class EndpointOptions : IValidatableObject
{
    /// <summary>
    /// gRPC, HTTP/2: "http://0.0.0.0:8080" without TLS (a mesh or proxy adds it), "https://..." with the certificate below. Port
    /// 0: any free one.
    /// </summary>
    [Address("http", "https")]
    public string Grpc { get; set; } = "http://127.0.0.1:5100";

    /// <summary>REST/JSON, health and metrics, HTTP/1.1: "http://0.0.0.0:8081" or "https://...". Empty: not served.</summary>
    [Address("http", "https")]
    public string Http { get; set; } = "";

    /// <summary>File with the certificate of https addresses and its chain, PEM; read again when it changes.</summary>
    public string CertificateFile { get; set; } = "";

    /// <summary>File with the certificate's private key, PEM; read again with the certificate.</summary>
    public string KeyFile { get; set; } = "";

    /// <summary>
    /// Units of the calls in progress, of which a light call takes 1 and a batch up to 8. A tenant gets half of them, batches of
    /// all tenants get half. A call beyond that is refused at once with RESOURCE_EXHAUSTED. Default: 2000.
    /// </summary>
    [Range(32, 1_000_000)]
    public int MaxConcurrentCalls { get; set; } = 2000;

    /// <summary>Calls a second of one tenant; further ones are refused with RESOURCE_EXHAUSTED. Default: 0, any number.</summary>
    [Range(0, 1_000_000)]
    public int TenantCallsPerSecond { get; set; }

    /// <summary>Longest time in which an upload may bring no byte; then it ends with DEADLINE_EXCEEDED. Default: 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Bytes of the requests in progress, of which one tenant gets half; larger ones than 64 KiB for which there is no room are
    /// refused with RESOURCE_EXHAUSTED. Default: 64 MiB.
    /// </summary>
    [Range(64 << 20, 1 << 30)]
    public int AdmittedBytes { get; set; } = 64 << 20;

    /// <summary>Whether gRPC reflection shows the contract to tools such as grpcurl. Default: true.</summary>
    public bool Reflection { get; set; } = true;

    /// <summary>Whether this is a loopback address, which is all that is allowed without authentication.</summary>
    public static bool IsLoopback(string address) => address.Length == 0 || new Uri(address).IsLoopback;

    /// <summary>Whether an address is served with TLS.</summary>
    public static bool IsSecure(string address) => address.StartsWith("https:", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (name, address) in new[] { (nameof(Grpc), Grpc), (nameof(Http), Http) })
        {
            if (
                address.Length > 0
                && new Uri(address).Host is var host
                && host != "localhost"
                && !IPAddress.TryParse(host, out _)
            )
            {
                yield return new ValidationResult(
                    $"\"{address}\" names no address to listen on: write an IP address, 0.0.0.0 for all, or localhost.",
                    [name]
                );
            }
            if (IsSecure(address) && (CertificateFile.Length == 0 || KeyFile.Length == 0))
            {
                yield return new ValidationResult(
                    $"\"{address}\" needs a certificate: set Endpoints__CertificateFile and Endpoints__KeyFile.",
                    [name]
                );
            }
        }
    }
}
