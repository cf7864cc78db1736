using System.Diagnostics;
using System.Globalization;

namespace CareerRecs.Testing.Servers;

/// <summary>A RabbitMQ node, with an epmd of its own.</summary>
public sealed class RabbitMqServer : ServerProcess
{
    private const string Binary = "/usr/lib/rabbitmq/bin/rabbitmq-server";
    private const string Control = "/usr/lib/rabbitmq/bin/rabbitmqctl";
    private const string Epmd = "/usr/bin/epmd";

    private readonly int _distributionPort = FreePort();
    private readonly int _epmdPort = FreePort();
    private Process? _epmd;

    private RabbitMqServer()
        : base("rabbitmq") { }

    /// <summary>Whether Debian's package is here.</summary>
    public static bool IsInstalled => File.Exists(Binary);

    /// <summary>For <c>Bus:Url</c>.</summary>
    public string Url => $"amqp://guest:guest@127.0.0.1:{Port}/";

    // It takes 7 to 18 seconds, and up to 48 on a busy machine.
    private protected override TimeSpan Patience => TimeSpan.FromSeconds(120);

    private string PidFile => Path.Combine(Folder, "rabbit.pid");

    /// <summary>Starts one.</summary>
    public static Task<RabbitMqServer> StartNewAsync(CancellationToken cancellationToken)
    {
        Installed.OrSkip(IsInstalled, "rabbitmq-server");
        var server = new RabbitMqServer();
        return StartedAsync(server, () => server.PrepareAsync(cancellationToken), cancellationToken);
    }

    /// <summary>Lists what the broker has: "exchanges", "queues" or "bindings", a line each.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(string kind, CancellationToken cancellationToken)
    {
        var command = WithEnvironment(new ProcessStartInfo(Control, ["-q", "--no-table-headers", $"list_{kind}"]));
        command.RedirectStandardOutput = true;
        using var process = Process.Start(command)!;
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0
            ? output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            : throw new InvalidOperationException($"rabbitmqctl ended with {process.ExitCode}: {output}");
    }

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (_epmd is { HasExited: false })
        {
            _epmd.Kill();
        }
        _epmd?.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected override ProcessStartInfo Command()
    {
        File.Delete(PidFile);
        return WithEnvironment(new ProcessStartInfo(Binary));
    }

    private ProcessStartInfo WithEnvironment(ProcessStartInfo command)
    {
        command.WorkingDirectory = Folder;
        foreach (
            var (name, value) in new Dictionary<string, string>
            {
                ["HOME"] = Path.Combine(Folder, "home"),
                ["RABBITMQ_NODENAME"] = "careerrecs@localhost",
                ["RABBITMQ_NODE_IP_ADDRESS"] = "127.0.0.1",
                ["RABBITMQ_NODE_PORT"] = Text(Port),
                ["RABBITMQ_DIST_PORT"] = Text(_distributionPort),
                ["RABBITMQ_MNESIA_BASE"] = Path.Combine(Folder, "mnesia"),
                ["RABBITMQ_LOG_BASE"] = Path.Combine(Folder, "log"),
                ["RABBITMQ_PID_FILE"] = PidFile,
                ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Etc("enabled_plugins"),
                ["RABBITMQ_CONFIG_FILE"] = Etc("rabbitmq"),
                ["RABBITMQ_CONF_ENV_FILE"] = Etc("rabbitmq-env.conf"),
                ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
                ["ERL_EPMD_PORT"] = Text(_epmdPort),
                ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1}",
            }
        )
        {
            command.Environment[name] = value;
        }
        return command;
    }

    private protected override int SignalledId(Process process) =>
        File.Exists(PidFile) && int.TryParse(File.ReadAllText(PidFile).Trim(), CultureInfo.InvariantCulture, out var id)
            ? id
            : process.Id;

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        foreach (var folder in new[] { "home", "mnesia", "log", "etc" })
        {
            Directory.CreateDirectory(Path.Combine(Folder, folder));
        }
        await File.WriteAllTextAsync(Etc("enabled_plugins"), "[].", cancellationToken);
        await File.WriteAllTextAsync(Etc("rabbitmq-env.conf"), "", cancellationToken);
        await File.WriteAllTextAsync(
            Etc("rabbitmq.conf"),
            $"listeners.tcp.1 = 127.0.0.1:{Port}\nloopback_users.guest = true\n",
            cancellationToken
        );
        // Erlang would start an epmd that outlives the node and belongs to nobody; one that is there already is used.
        _epmd = Run(new ProcessStartInfo(Epmd, ["-port", Text(_epmdPort), "-address", "127.0.0.1"]));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private string Etc(string file) => Path.Combine(Folder, "etc", file);
}
