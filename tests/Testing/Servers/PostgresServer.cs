using System.Diagnostics;
using System.Globalization;

namespace CareerRecs.Testing.Servers;

/// <summary>A PostgreSQL with an empty cluster of its own.</summary>
public sealed class PostgresServer : ServerProcess
{
    private const string Binaries = "/usr/lib/postgresql/15/bin";

    private PostgresServer()
        : base("postgres") { }

    /// <summary>Whether Debian's package is here.</summary>
    public static bool IsInstalled => File.Exists($"{Binaries}/postgres");

    // Ends sessions and stops; TERM would wait for the sessions to leave.
    private protected override string StopSignal => "INT";

    private string Data => Path.Combine(Folder, "data");

    /// <summary>Starts one.</summary>
    public static Task<PostgresServer> StartNewAsync(CancellationToken cancellationToken)
    {
        Installed.OrSkip(IsInstalled, "postgresql");
        var server = new PostgresServer();
        return StartedAsync(server, () => server.InitializeAsync(cancellationToken), cancellationToken);
    }

    /// <summary>For <c>ConnectionStrings:*</c>; migrating makes the database.</summary>
    public string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={Port};Username=postgres;Database={database};Timeout=5;Include Error Detail=true";

    private protected override ProcessStartInfo Command() =>
        AsPostgres(
            $"{Binaries}/postgres",
            "-D",
            Data,
            "-p",
            Port.ToString(CultureInfo.InvariantCulture),
            "-c",
            "listen_addresses=127.0.0.1",
            "-c",
            $"unix_socket_directories={Folder}",
            "-c",
            "fsync=off"
        );

    /// <summary>The port opens before the server is ready; its pid file says when it is.</summary>
    private protected override async Task<bool> AcceptsAsync(CancellationToken cancellationToken)
    {
        var file = Path.Combine(Data, "postmaster.pid");
        return File.Exists(file)
            && (await File.ReadAllLinesAsync(file, cancellationToken)).ElementAtOrDefault(7)?.Trim() == "ready"
            && await base.AcceptsAsync(cancellationToken);
    }

    private async Task InitializeAsync(CancellationToken cancellationToken)
    {
        if (Environment.IsPrivilegedProcess)
        {
            await RunToEndAsync(new ProcessStartInfo("/bin/chown", ["postgres", Folder]), cancellationToken);
        }
        await RunToEndAsync(
            AsPostgres($"{Binaries}/initdb", "-D", Data, "-A", "trust", "-U", "postgres", "--no-sync"),
            cancellationToken
        );
    }

    /// <summary>It refuses to run as root. setpriv becomes the program, so the process id stays.</summary>
    private ProcessStartInfo AsPostgres(string program, params string[] arguments)
    {
        var command = Environment.IsPrivilegedProcess
            ? new ProcessStartInfo(
                "/usr/bin/setpriv",
                ["--reuid=postgres", "--regid=postgres", "--clear-groups", program, .. arguments]
            )
            : new ProcessStartInfo(program, arguments);
        command.WorkingDirectory = Folder;
        return command;
    }
}
