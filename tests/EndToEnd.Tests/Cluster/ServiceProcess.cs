using System.Diagnostics;
using CareerRecs.Testing.Servers;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;

namespace CareerRecs.EndToEnd.Tests.Cluster;

/// <summary>A service as a process of its own, on a port that stays its own through restarts.</summary>
public sealed class ServiceProcess(string name, string assembly, string folder) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private Process? _process;

    /// <summary>Its name: "matching-a".</summary>
    public string Name => name;

    /// <summary>Its own disk.</summary>
    public string Folder { get; } = Path.Combine(folder, name);

    /// <summary>The port it listens on.</summary>
    public int Port { get; } = ServerProcess.FreePort();

    /// <summary>Where tests reach it.</summary>
    public Uri Address => new($"http://127.0.0.1:{Port}");

    /// <summary>Where the other services find it, written as in production.</summary>
    public string Target => $"dns:///127.0.0.1:{Port}";

    /// <summary>What it wrote, over all restarts.</summary>
    public ProcessLog Log { get; } = new(name);

    /// <summary>Its configuration, as environment variables.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    /// <summary>Whether it runs.</summary>
    public bool IsRunning => _process is { HasExited: false };

    /// <summary>Starts it and waits until it says that it is ready.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Folder);
        _process?.Dispose();
        _process = Launch();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        try
        {
            while (!await IsReadyAsync(patience.Token))
            {
                if (_process.HasExited)
                {
                    throw new InvalidOperationException($"{name} ended with {_process.ExitCode}:\n{Tail()}");
                }
                await timer.WaitForNextTickAsync(patience.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"{name} is not ready after {Patience.TotalSeconds:0} s:\n{Tail()}");
        }
    }

    /// <summary>Ends it as an orchestrator does: it may finish what it began.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (!IsRunning)
        {
            return;
        }
        using (var kill = Process.Start("/bin/kill", ["-TERM", $"{_process!.Id}"]))
        {
            await kill.WaitForExitAsync(cancellationToken);
        }
        await _process.WaitForExitAsync(cancellationToken);
        if (_process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{name} was to stop and ended with {_process.ExitCode}:\n{Tail()}");
        }
    }

    /// <summary>Ends it in the middle of whatever it does.</summary>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        if (!IsRunning)
        {
            return;
        }
        _process!.Kill();
        await _process.WaitForExitAsync(cancellationToken);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await KillAsync(CancellationToken.None);
        _process?.Dispose();
    }

    private string Tail() => string.Join('\n', Log.All.TakeLast(20));

    private Process Launch()
    {
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet";
        var command = new ProcessStartInfo(dotnet, [Path.Combine(AppContext.BaseDirectory, assembly)])
        {
            // Away from settings files of whoever runs the tests.
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (key, value) in Settings)
        {
            command.Environment[key] = value;
        }
        var process = new Process { StartInfo = command };
        process.OutputDataReceived += (_, line) => Log.Add(line.Data);
        process.ErrorDataReceived += (_, line) => Log.Add(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        using var channel = GrpcChannel.ForAddress(Address);
        try
        {
            var health = await new Health.HealthClient(channel).CheckAsync(
                new HealthCheckRequest(),
                cancellationToken: cancellationToken
            );
            return health.Status == HealthCheckResponse.Types.ServingStatus.Serving;
        }
        catch (RpcException e) when (e.StatusCode != StatusCode.Cancelled)
        {
            return false;
        }
        catch (RpcException)
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }
}
