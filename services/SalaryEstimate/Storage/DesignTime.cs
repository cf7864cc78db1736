using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CareerRecs.Salary.Storage;

/// <summary>Lets the migration tool make a SQLite context without a host.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteSalaryDb>
{
    public SqliteSalaryDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteSalaryDb>().UseSqlite("Data Source=:memory:").Options);
}

/// <summary>Lets the migration tool make a PostgreSQL context without a host.</summary>
internal sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresSalaryDb>
{
    public PostgresSalaryDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresSalaryDb>().UseNpgsql("Host=localhost").Options);
}
