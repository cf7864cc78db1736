using System.Diagnostics;
using System.Globalization;

namespace CareerRecs.Testing.Servers;

/// <summary>A Redis that keeps nothing on disk.</summary>
public sealed class RedisServer : ServerProcess
{
    private const string Binary = "/usr/bin/redis-server";

    private RedisServer()
        : base("redis") { }

    /// <summary>Whether Debian's package is here.</summary>
    public static bool IsInstalled => File.Exists(Binary);

    /// <summary>For <c>ConnectionStrings:Redis</c>.</summary>
    public string ConnectionString => $"127.0.0.1:{Port}";

    /// <summary>Starts one.</summary>
    public static Task<RedisServer> StartNewAsync(CancellationToken cancellationToken)
    {
        Installed.OrSkip(IsInstalled, "redis-server");
        return StartedAsync(new RedisServer(), () => Task.CompletedTask, cancellationToken);
    }

    private protected override ProcessStartInfo Command() =>
        new(
            Binary,
            [
                "--port",
                Port.ToString(CultureInfo.InvariantCulture),
                "--bind",
                "127.0.0.1",
                "--dir",
                Folder,
                "--save",
                "",
                "--appendonly",
                "no",
                "--logfile",
                Path.Combine(Folder, "redis.log"),
            ]
        );
}
