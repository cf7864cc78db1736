using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CareerRecs.ServiceDefaults.Storage;

/// <summary>Makes a context for `dotnet ef` without a host; nothing connects to its address.</summary>
/// <param name="create">Makes the context.</param>
/// <param name="provider">Database that the migrations are for.</param>
public abstract class DesignTime<TDb>(Func<DbContextOptions<TDb>, TDb> create, DatabaseProvider provider)
    : IDesignTimeDbContextFactory<TDb>
    where TDb : ServiceDb
{
    /// <inheritdoc />
    public TDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<TDb>();
        return create(
            provider == DatabaseProvider.Postgres
                ? options.UseNpgsql("Host=localhost;Database=design").Options
                : options.UseSqlite("Data Source=:memory:").Options
        );
    }
}
