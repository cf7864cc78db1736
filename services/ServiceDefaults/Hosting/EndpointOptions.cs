using System.ComponentModel.DataAnnotations;

namespace CareerRecs.ServiceDefaults.Hosting;

/// <summary>Where a host listens. Section <c>Endpoints</c>.</summary>
public sealed class EndpointOptions
{
    /// <summary>gRPC, HTTP/2 without TLS (a mesh or proxy adds it): "http://0.0.0.0:8080". Port 0: any free one.</summary>
    public string Grpc { get; set; } = "http://127.0.0.1:5100";

    /// <summary>REST/JSON, health and metrics, HTTP/1.1: "http://0.0.0.0:8081". Empty: not served.</summary>
    public string Http { get; set; } = "";

    /// <summary>Calls in progress beyond which new ones are refused at once with RESOURCE_EXHAUSTED.</summary>
    [Range(1, int.MaxValue)]
    public int MaxConcurrentCalls { get; set; } = 1000;

    /// <summary>
    /// Bytes of the requests in progress, of which one tenant gets half; larger ones than 64 KiB for which there is no room are
    /// refused with RESOURCE_EXHAUSTED. Default: 64 MiB.
    /// </summary>
    [Range(64 << 20, 1 << 30)]
    public int AdmittedBytes { get; set; } = 64 << 20;

    /// <summary>Whether this is a loopback address, which is all that is allowed without authentication.</summary>
    public static bool IsLoopback(string address) => address.Length == 0 || new Uri(address).IsLoopback;
}
