using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace CareerRecs.Cli.Embedded;

/// <summary>Addresses on this machine at which the embedded services answer.</summary>
/// <param name="Grpc">Address for gRPC.</param>
/// <param name="Rest">Address for REST/JSON, health and metrics; null if they are not served.</param>
public sealed record LoopbackAddresses(Uri Grpc, Uri? Rest)
{
    /// <summary>Stands for whichever port is free.</summary>
    public const int AnyPort = 0;

    /// <summary>
    /// Addresses with these ports. The services call each other, so a free port is chosen before anything listens.
    /// </summary>
    public static LoopbackAddresses OnPorts(int grpc, int? rest = null) =>
        new(OnPort(grpc), rest is { } port ? OnPort(port) : null);

    private static Uri OnPort(int port) =>
        new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{(port == AnyPort ? FreePort() : port)}"));

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
