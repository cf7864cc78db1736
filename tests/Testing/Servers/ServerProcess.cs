using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CareerRecs.Testing.Servers;

/// <summary>
/// A real server as a process of the test: on free loopback ports, in a folder of its own, ended by its process id. It can be
/// ended and started again on the same port and data, and be made to hang.
/// </summary>
public abstract class ServerProcess : IAsyncDisposable
{
    // Another order in each process: test projects run side by side.
    private static readonly Random s_ports = new(Environment.ProcessId);

    private Process? _process;
    private bool _paused;

    private protected ServerProcess(string name)
    {
        Name = name;
        Folder = Directory.CreateTempSubdirectory($"careerrecs-{name}-").FullName;
        Port = FreePort();
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>The port it listens on, also after a restart.</summary>
    public int Port { get; }

    /// <summary>Its data and logs.</summary>
    public string Folder { get; }

    /// <summary>How long its start may take on a busy machine.</summary>
    private protected virtual TimeSpan Patience => TimeSpan.FromSeconds(30);

    /// <summary>Starts it, or starts it again.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _process = Run(Command());
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            while (!await AcceptsAsync(patience.Token))
            {
                if (_process.HasExited)
                {
                    throw new InvalidOperationException($"{Name} ended with {_process.ExitCode}: {Log()}");
                }
                await Task.Delay(50, patience.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"{Name} did not open port {Port} in {Patience}: {Log()}");
        }
    }

    /// <summary>Ends it in order, and waits until it is gone.</summary>
    public async Task StopAsync()
    {
        if (_process is not { HasExited: false } process)
        {
            return;
        }
        await ResumeAsync();
        await SignalAsync(StopSignal, SignalledId(process));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    /// <summary>Makes it hang: its connections stay open and nothing answers.</summary>
    public Task PauseAsync()
    {
        _paused = true;
        return SignalTreeAsync("STOP");
    }

    /// <summary>
    /// Lets it go on, if it was made to hang. A tree that runs is left alone: helpers in it end while they are signalled.
    /// </summary>
    public async Task ResumeAsync()
    {
        if (!_paused)
        {
            return;
        }
        await SignalTreeAsync("CONT");
        _paused = false;
    }

    /// <inheritdoc />
    public virtual async ValueTask DisposeAsync()
    {
        await StopAsync();
        _process?.Dispose();
        try
        {
            Directory.Delete(Folder, recursive: true);
        }
        catch (IOException)
        { /* A last file was still being written. */
        }
        GC.SuppressFinalize(this);
    }

    private protected virtual string StopSignal => "TERM";

    /// <summary>Starts a new one, or leaves nothing behind.</summary>
    private protected static async Task<TServer> StartedAsync<TServer>(
        TServer server,
        Func<Task> prepare,
        CancellationToken cancellationToken
    )
        where TServer : ServerProcess
    {
        try
        {
            await prepare();
            await server.StartAsync(cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>The command line and environment that run it in the foreground.</summary>
    private protected abstract ProcessStartInfo Command();

    /// <summary>The process that takes the stop signal, where a script stands between.</summary>
    private protected virtual int SignalledId(Process process) => process.Id;

    /// <summary>Whether it serves.</summary>
    private protected virtual async Task<bool> AcceptsAsync(CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, Port, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private protected static Process Run(ProcessStartInfo command)
    {
        command.UseShellExecute = false;
        command.RedirectStandardOutput = command.RedirectStandardError = true;
        command.RedirectStandardInput = true;
        var process = Process.Start(command)!;
        process.StandardInput.Close();
        // Read and forgotten: a full pipe would stop it.
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    /// <summary>Runs a helper to its end.</summary>
    private protected static async Task RunToEndAsync(ProcessStartInfo command, CancellationToken cancellationToken)
    {
        using var process = Run(command);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{command.FileName} ended with {process.ExitCode}.");
        }
    }

    /// <summary>
    /// A port that nobody has now. It lies below those that the system gives to outgoing connections: one of these could take it
    /// while its server is stopped.
    /// </summary>
    public static int FreePort()
    {
        while (true)
        {
            int port;
            lock (s_ports)
            {
                port = s_ports.Next(20_000, 30_000);
            }
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody has it.
            }
        }
    }

    private static Task SignalAsync(string signal, params int[] ids) =>
        RunToEndAsync(new ProcessStartInfo("/bin/kill", [$"-{signal}", .. ids.Select(id => $"{id}")]), CancellationToken.None);

    private Task SignalTreeAsync(string signal) =>
        _process is { HasExited: false } process ? SignalAsync(signal, [.. ProcessTree.Of(process.Id)]) : Task.CompletedTask;

    private string Log()
    {
        var last = new DirectoryInfo(Folder).EnumerateFiles("*.log", SearchOption.AllDirectories).MaxBy(f => f.LastWriteTimeUtc);
        return last is null ? "no log" : string.Join('\n', File.ReadLines(last.FullName).TakeLast(10));
    }
}
