using Microsoft.Extensions.Hosting;
using StackExchange.Redis;

namespace CareerRecs.ServiceDefaults.Caching;

/// <summary>The one connection to Redis, made in the background so that no start waits for it.</summary>
internal sealed class RedisConnection(string connectionString) : BackgroundService, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    private readonly Lazy<Task<IConnectionMultiplexer>> _connection = new(() => Task.Run(() => ConnectAsync(connectionString)));

    /// <summary>Whether the first attempt to connect is over, with or without success.</summary>
    public bool IsReady => _connection is { IsValueCreated: true, Value.IsCompleted: true };

    /// <summary>The connection; with Redis away one that comes up when Redis does.</summary>
    public Task<IConnectionMultiplexer> GetAsync() => _connection.Value;

    public async ValueTask DisposeAsync()
    {
        Dispose();
        if (_connection.IsValueCreated)
        {
            await (await _connection.Value).DisposeAsync();
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => GetAsync();

    /// <summary>Fails what cannot be sent now instead of queueing it, which the connection string has no word for.</summary>
    internal static ConfigurationOptions Options(string connectionString)
    {
        var options = ConfigurationOptions.Parse(connectionString);
        options.AbortOnConnectFail = false;
        options.ConnectTimeout = options.SyncTimeout = options.AsyncTimeout = (int)Patience.TotalMilliseconds;
        options.BacklogPolicy = BacklogPolicy.FailFast;
        options.ClientName ??= "careerrecs";
        return options;
    }

    private static async Task<IConnectionMultiplexer> ConnectAsync(string connectionString) =>
        await ConnectionMultiplexer.ConnectAsync(Options(connectionString));
}
