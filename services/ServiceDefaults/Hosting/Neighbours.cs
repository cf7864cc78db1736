using System.Net.Sockets;
using CareerRecs.ServiceDefaults.Configuration;
using Microsoft.Extensions.Configuration;
using Npgsql;
using RabbitMQ.Client;
using StackExchange.Redis;

namespace CareerRecs.ServiceDefaults.Hosting;

/// <summary>The neighbours that a configuration names.</summary>
internal static class Neighbours
{
    private static readonly string[] Databases = ["Catalog", "Matching", "Salary"];
    private static readonly string[] Hosts =
    [
        "Services:Catalog",
        "Services:Matching",
        "Services:Salary",
        "Gateway:Catalog",
        "Gateway:Matching",
        "Gateway:Salary",
        "Otlp:Endpoint",
    ];

    /// <summary>Databases, cache, broker and other services, as far as they are set.</summary>
    public static IEnumerable<Neighbour> FromSettings(IConfiguration configuration)
    {
        foreach (var name in Databases)
        {
            if (configuration.GetConnectionString(name) is { Length: > 0 } database)
            {
                yield return new Neighbour($"ConnectionStrings__{name}", token => OpenDatabaseAsync(database, token));
            }
        }

        if (configuration.GetConnectionString("Redis") is { Length: > 0 } redis)
        {
            yield return new Neighbour("ConnectionStrings__Redis", _ => PingRedisAsync(redis));
        }

        if (configuration["Bus:Url"] is { Length: > 0 } bus)
        {
            yield return new Neighbour("Bus__Url", token => OpenBusAsync(bus, token));
        }

        foreach (var key in Hosts)
        {
            if (configuration[key] is { Length: > 0 } address)
            {
                yield return new Neighbour(SettingException.NameOf(key), token => OpenSocketAsync(new Uri(address), token));
            }
        }
    }

    private static async Task OpenDatabaseAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
    }

    private static async Task PingRedisAsync(string connectionString)
    {
        var options = ConfigurationOptions.Parse(connectionString);
        options.AbortOnConnectFail = true;
        await using var redis = await ConnectionMultiplexer.ConnectAsync(options);
        await redis.GetDatabase().PingAsync();
    }

    private static async Task OpenBusAsync(string url, CancellationToken cancellationToken)
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(url) }.CreateConnectionAsync(cancellationToken);
    }

    /// <summary>A name behind <c>dns:///</c> is the path of the address.</summary>
    private static async Task OpenSocketAsync(Uri address, CancellationToken cancellationToken)
    {
        var target = address.Scheme == "dns" ? new Uri("http://" + address.AbsolutePath.TrimStart('/')) : address;
        using var socket = new TcpClient();
        await socket.ConnectAsync(target.Host, target.Port, cancellationToken);
    }
}
