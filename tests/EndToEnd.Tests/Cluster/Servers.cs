using System.Net;
using System.Net.Sockets;
using CareerRecs.Testing.Servers;

namespace CareerRecs.EndToEnd.Tests.Cluster;

/// <summary>PostgreSQL, RabbitMQ and Redis, real ones.</summary>
public sealed class Servers : IAsyncDisposable
{
    private ServerProcess[] _all = [];

    /// <summary>Whether all of them are installed.</summary>
    public static bool AreInstalled => PostgresServer.IsInstalled && RabbitMqServer.IsInstalled && RedisServer.IsInstalled;

    /// <summary>Databases.</summary>
    public PostgresServer Postgres { get; private set; } = null!;

    /// <summary>Bus.</summary>
    public RabbitMqServer RabbitMq { get; private set; } = null!;

    /// <summary>Cache.</summary>
    public RedisServer Redis { get; private set; } = null!;

    /// <summary>Skips the test, or fails it in CI, unless all are installed.</summary>
    public static void OrSkip()
    {
        Installed.OrSkip(PostgresServer.IsInstalled, "postgresql");
        Installed.OrSkip(RabbitMqServer.IsInstalled, "rabbitmq-server");
        Installed.OrSkip(RedisServer.IsInstalled, "redis-server");
    }

    /// <summary>Starts them, side by side.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var (postgres, rabbit, redis) = (
            PostgresServer.StartNewAsync(cancellationToken),
            RabbitMqServer.StartNewAsync(cancellationToken),
            RedisServer.StartNewAsync(cancellationToken)
        );
        try
        {
            await Task.WhenAll(postgres, rabbit, redis);
        }
        finally
        {
            _all = [.. new[] { await OfAsync(postgres), await OfAsync(rabbit), await OfAsync(redis) }.OfType<ServerProcess>()];
        }

        (Postgres, RabbitMq, Redis) = (await postgres, await rabbit, await redis);
    }

    /// <summary>Brings back what a test that failed left stopped or hung.</summary>
    public async Task RestoreAsync(CancellationToken cancellationToken)
    {
        foreach (var server in _all)
        {
            await server.ResumeAsync();
            if (!await ListensAsync(server.Port, cancellationToken))
            {
                await server.StartAsync(cancellationToken);
            }
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var server in _all)
        {
            await server.DisposeAsync();
        }
    }

    private static async Task<ServerProcess?> OfAsync<TServer>(Task<TServer> starting)
        where TServer : ServerProcess
    {
        await ((Task)starting).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return starting.IsCompletedSuccessfully ? await starting : null;
    }

    private static async Task<bool> ListensAsync(int port, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
