using CareerRecs.ServiceDefaults.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.ServiceDefaults.Tests.Events;

/// <summary>A service's database with one table beside what every service has.</summary>
public abstract class TestDb(DbContextOptions options) : ServiceDb(options)
{
    public DbSet<Note> Notes => Set<Note>();
}

public sealed class SqliteTestDb(DbContextOptions<SqliteTestDb> options) : TestDb(options);

public sealed class PostgresTestDb(DbContextOptions<PostgresTestDb> options) : TestDb(options);

/// <summary>The effect of an event.</summary>
public sealed class Note
{
    public long Id { get; set; }

    public required string Text { get; set; }
}

/// <summary>Makes contexts; the schema is made with the first.</summary>
public sealed class TestDbFactory(Func<TestDb> create) : IDbContextFactory<TestDb>
{
    public TestDb CreateDbContext() => create();

    public static async Task<TestDbFactory> SqliteAsync(
        string file,
        params Microsoft.EntityFrameworkCore.Diagnostics.IInterceptor[] interceptors
    )
    {
        var options = new DbContextOptionsBuilder<SqliteTestDb>()
            .UseSqlite($"Data Source={file};Default Timeout=30;Pooling=False")
            .AddInterceptors(interceptors)
            .Options;
        return await CreatedAsync(() => new SqliteTestDb(options));
    }

    public static async Task<TestDbFactory> PostgresAsync(
        string connection,
        params Microsoft.EntityFrameworkCore.Diagnostics.IInterceptor[] interceptors
    )
    {
        var options = new DbContextOptionsBuilder<PostgresTestDb>().UseNpgsql(connection).AddInterceptors(interceptors).Options;
        return await CreatedAsync(() => new PostgresTestDb(options));
    }

    private static async Task<TestDbFactory> CreatedAsync(Func<TestDb> create)
    {
        await using var db = create();
        await db.Database.EnsureCreatedAsync();
        return new TestDbFactory(create);
    }
}
