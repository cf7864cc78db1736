using CareerRecs.ServiceDefaults.Configuration;
using CareerRecs.ServiceDefaults.Health;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.StackExchangeRedis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace CareerRecs.ServiceDefaults.Caching;

/// <summary>Registers the cache.</summary>
public static class CacheExtensions
{
    /// <summary><see cref="AnswerCache"/>, with Redis behind it if <c>ConnectionStrings:Redis</c> is set.</summary>
    public static void AddAnswerCache(this WebApplicationBuilder builder)
    {
        var options = builder.ReadSettings<CacheOptions>("Cache");
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<CacheMetrics>();
        services.AddSingleton<AnswerCache>();
        services.AddMemoryCache(memory => memory.SizeLimit = options.MemoryBytes);
        services
            .AddHybridCache(hybrid =>
            {
                hybrid.MaximumKeyLength = 512;
                hybrid.MaximumPayloadBytes = options.MaxAnswerBytes;
            })
            .AddSerializer<CachedAnswer, CachedAnswerSerializer>();
        services.AddSingleton<IDependencyProbe>(s => new CacheProbe(s.GetService<BoundedDistributedCache>()));
        if (builder.ReadSettings<ConnectionStrings>("ConnectionStrings").Redis is { Length: > 0 } connection)
        {
            RequireConnectionString(connection);
            AddRedis(services, connection);
        }
    }

    private static void RequireConnectionString(string connection)
    {
        try
        {
            RedisConnection.Options(connection);
        }
        catch (ArgumentException e)
        {
            throw new SettingException("ConnectionStrings:Redis", $"is nothing like redis:6379,abortConnect=false: {e.Message}");
        }
    }

    private static void AddRedis(IServiceCollection services, string connectionString)
    {
        services.AddSingleton(_ => new RedisConnection(connectionString));
        services.AddHostedService(s => s.GetRequiredService<RedisConnection>());
        services.AddSingleton(s => new BoundedDistributedCache(
            new RedisCache(
                new RedisCacheOptions
                {
                    InstanceName = "careerrecs:",
                    ConnectionMultiplexerFactory = s.GetRequiredService<RedisConnection>().GetAsync,
                }
            ),
            () => s.GetRequiredService<RedisConnection>().IsReady,
            s.GetRequiredService<CacheOptions>(),
            s.GetRequiredService<CacheMetrics>(),
            s.GetRequiredService<TimeProvider>(),
            s.GetRequiredService<ILogger<BoundedDistributedCache>>()
        ));
        services.AddSingleton<IDistributedCache>(s => s.GetRequiredService<BoundedDistributedCache>());
        services.AddHostedService<CacheRecovery>();
    }
}
