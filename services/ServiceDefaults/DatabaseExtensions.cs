using CareerRecs.ServiceDefaults.Configuration;
using CareerRecs.ServiceDefaults.Events;
using CareerRecs.ServiceDefaults.Health;
using CareerRecs.ServiceDefaults.Resilience;
using CareerRecs.ServiceDefaults.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CareerRecs.ServiceDefaults;

/// <summary>A service's database, by configuration SQLite in a file or PostgreSQL.</summary>
public static class DatabaseExtensions
{
    /// <summary>
    /// Registers <see cref="IDbContextFactory{TContext}"/> of <typeparamref name="TDb"/> and its migrator.
    /// <c>Database:Provider</c> is <c>Sqlite</c> (default; file <c>{Database:Directory}/{name}.db</c>) or <c>Postgres</c>
    /// (<c>ConnectionStrings:{name}</c>).
    /// </summary>
    public static void AddDatabase<TDb, TSqlite, TPostgres>(this WebApplicationBuilder builder, string name)
        where TDb : ServiceDb
        where TSqlite : TDb
        where TPostgres : TDb
    {
        var options = builder.ReadSettings<DatabaseOptions>("Database");
        var watch = new ConnectionWatch(name, options.Provider);
        if (options.Provider == DatabaseProvider.Postgres)
        {
            var connection = ReadConnectionString(builder, name, options);
            builder.Services.AddPooledDbContextFactory<TPostgres>(
                (s, db) =>
                    db.UseNpgsql(connection)
                        .AddInterceptors(s.GetRequiredService<OutboxInterceptor>(), watch, BreakerFor(s, options))
            );
            builder.Services.AddSingleton<IDbContextFactory<TDb>, ProviderFactory<TDb, TPostgres>>();
        }
        else
        {
            var directory = options.Directory.Length > 0 ? options.Directory : Path.Combine(Path.GetTempPath(), "careerrecs");
            Directory.CreateDirectory(directory);
            var path = Path.Combine(directory, $"{name.ToLowerInvariant()}.db");
            builder.Services.AddPooledDbContextFactory<TSqlite>(
                (s, db) =>
                    db.UseSqlite($"Data Source={path};Foreign Keys=True;Default Timeout=30")
                        .AddInterceptors(s.GetRequiredService<OutboxInterceptor>(), watch)
            );
            builder.Services.AddSingleton<IDbContextFactory<TDb>, ProviderFactory<TDb, TSqlite>>();
        }

        builder.Services.AddSingleton<IDependencyProbe>(watch);
        builder.Services.AddSingleton<IDatabaseMigrator>(s => new DatabaseMigrator<TDb>(
            name,
            s.GetRequiredService<IDbContextFactory<TDb>>(),
            options.Provider
        ));
        builder.AddOutboxRelay<TDb>();
        if (options.MigrateOnStart)
        {
            builder.Services.AddHostedService<MigrateOnStart>();
        }
        else if (options.Provider == DatabaseProvider.Postgres)
        {
            builder.Services.AddHostedService<SchemaCheck>();
        }
    }

    private static StoreBreaker BreakerFor(IServiceProvider services, DatabaseOptions options) =>
        new(new CircuitBreaker(options.FailuresToOpen, options.OpenFor, services.GetRequiredService<TimeProvider>()));

    /// <summary>The connection string; what it does not state of pool and timeouts is that of the settings.</summary>
    private static string ReadConnectionString(WebApplicationBuilder builder, string name, DatabaseOptions options)
    {
        builder.ReadSettings<ConnectionStrings>("ConnectionStrings");
        var (key, stated) = ($"ConnectionStrings:{name}", builder.Configuration.GetConnectionString(name));
        if (string.IsNullOrEmpty(stated))
        {
            throw new SettingException(key, "is needed when Database__Provider is Postgres.");
        }

        try
        {
            var connection = new NpgsqlConnectionStringBuilder(stated);
            SetUnlessStated(connection, "Maximum Pool Size", options.PoolSize);
            SetUnlessStated(connection, "Timeout", (int)Math.Ceiling(options.ConnectTimeout.TotalSeconds));
            SetUnlessStated(connection, "Command Timeout", (int)Math.Ceiling(options.CommandTimeout.TotalSeconds));
            return connection.ConnectionString;
        }
        // Its message names the keyword and never the value.
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidCastException)
        {
            throw new SettingException(
                key,
                $"is no connection string like Host=db;Database=x;Username=y;Password=z: {e.Message}"
            );
        }
    }

    private static void SetUnlessStated(NpgsqlConnectionStringBuilder connection, string keyword, int value)
    {
        if (!connection.ShouldSerialize(keyword))
        {
            connection[keyword] = value;
        }
    }

    private sealed class ProviderFactory<TDb, TProvider>(IDbContextFactory<TProvider> inner) : IDbContextFactory<TDb>
        where TDb : ServiceDb
        where TProvider : TDb
    {
        public TDb CreateDbContext() => inner.CreateDbContext();
    }
}
