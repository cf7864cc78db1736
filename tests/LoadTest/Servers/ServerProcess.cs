using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Grpc.Health.V1;
using Grpc.Net.Client;

namespace CareerRecs.LoadTest.Servers;

/// <summary>A service as a process of its own, listening on loopback. Disposing it ends the process.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartsWithin = TimeSpan.FromSeconds(60);
    private readonly Process _process;
    private readonly TextWriter _log;

    private ServerProcess(Process process, int port, TextWriter log) => (_process, Port, _log) = (process, port, log);

    public int Port { get; }

    /// <summary>User and system time that the process has taken so far, from <c>/proc/PID/stat</c>.</summary>
    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>The most memory that the process has held so far, from <c>/proc/PID/status</c>.</summary>
    public long PeakBytes =>
        1024
        * File.ReadLines(string.Create(CultureInfo.InvariantCulture, $"/proc/{_process.Id}/status"))
            .Where(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
            .Select(line =>
                long.Parse(line[6..].Replace("kB", "", StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture)
            )
            .Single();

    /// <summary>A port that nothing listens on now.</summary>
    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <summary>Starts the assembly, which stands beside this one, and waits until it says that it is ready.</summary>
    public static async Task<ServerProcess> StartAsync(
        string assembly,
        int port,
        string directory,
        IReadOnlyDictionary<string, string> settings,
        CancellationToken cancellationToken,
        params string[] arguments
    )
    {
        var name = Path.GetFileNameWithoutExtension(assembly);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, assembly), .. arguments])
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var (key, value) in settings)
        {
            start.Environment[key] = value;
        }
        start.Environment["Endpoints__Grpc"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
        var log = TextWriter.Synchronized(new StreamWriter(Path.Combine(directory, $"{name}.log")) { AutoFlush = true });
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => log.WriteLine(line.Data);
        process.ErrorDataReceived += (_, line) => log.WriteLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var server = new ServerProcess(process, port, log);
        try
        {
            await server.WaitAsync(cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw new InvalidOperationException(
                $"{assembly} did not get ready; it "
                    + $"said:\n{await File.ReadAllTextAsync(Path.Combine(directory, $"{name}.log"), CancellationToken.None)}"
            );
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
        await _log.DisposeAsync();
    }

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        using var channel = GrpcChannel.ForAddress($"http://127.0.0.1:{Port.ToString(CultureInfo.InvariantCulture)}");
        var health = new Health.HealthClient(channel);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(StartsWithin);
        while (true)
        {
            try
            {
                var answer = await health.CheckAsync(new HealthCheckRequest(), cancellationToken: patience.Token);
                if (answer.Status == HealthCheckResponse.Types.ServingStatus.Serving)
                {
                    return;
                }
            }
            catch (Grpc.Core.RpcException e) when (e.StatusCode == Grpc.Core.StatusCode.Unavailable && !_process.HasExited)
            {
                // Not listening yet.
            }

            await Task.Delay(100, patience.Token);
        }
    }
}
