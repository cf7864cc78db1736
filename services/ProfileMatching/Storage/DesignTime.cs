using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CareerRecs.Matching.Storage;

/// <summary>
/// Lets <c>dotnet ef</c> write migrations without a host or a database:
/// <c>dotnet ef migrations add NAME --context SqliteMatchingDb --output-dir Storage/Migrations/Sqlite</c>, and the same for
/// Postgres.
/// </summary>
public sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteMatchingDb>
{
    /// <inheritdoc />
    public SqliteMatchingDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteMatchingDb>().UseSqlite("Data Source=design.db").Options);
}

/// <summary>The same for PostgreSQL.</summary>
public sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresMatchingDb>
{
    /// <inheritdoc />
    public PostgresMatchingDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresMatchingDb>().UseNpgsql("Host=design").Options);
}
