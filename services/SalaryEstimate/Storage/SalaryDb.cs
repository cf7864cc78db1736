using CareerRecs.ServiceDefaults.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.Salary.Storage;

/// <summary>What the salary service keeps: models, which of them answers, who changed that, and pay observations.</summary>
public class SalaryDb(DbContextOptions options) : ServiceDb(options)
{
    /// <summary>Models that were imported or activated.</summary>
    public DbSet<ModelRow> Models => Set<ModelRow>();

    /// <summary>One row: the model that answers. Empty until one is activated; the shipped model then answers.</summary>
    public DbSet<ActivationRow> Activations => Set<ActivationRow>();

    /// <summary>Who activated what, when and why.</summary>
    public DbSet<ModelAuditRow> Audit => Set<ModelAuditRow>();

    /// <summary>Pay observations of tenants.</summary>
    public DbSet<ObservationRow> Observations => Set<ObservationRow>();

    /// <summary>Trainings of models.</summary>
    public DbSet<TrainingRow> Trainings => Set<TrainingRow>();

    /// <summary>One row: what was last said of the coverage. Empty until there was something to say.</summary>
    public DbSet<DriftRow> Drifts => Set<DriftRow>();

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.MapOperations();
        modelBuilder.Entity<ModelRow>(row =>
        {
            row.HasKey(m => m.Id);
            row.Property(m => m.Id).HasMaxLength(100);
            // An activation and the end of the file at once: whoever is second finds the row changed.
            row.Property(m => m.IsKept).IsConcurrencyToken();
        });
        modelBuilder.Entity<ActivationRow>(row =>
        {
            row.HasKey(a => a.Id);
            row.Property(a => a.Id).ValueGeneratedNever();
            row.Property(a => a.ModelId).HasMaxLength(100);
            // Two operators at once: the second finds another revision than it read, and is told so.
            row.Property(a => a.Revision).IsConcurrencyToken();
        });
        modelBuilder.Entity<ModelAuditRow>(row =>
        {
            row.HasKey(a => a.Id);
            row.HasIndex(a => a.ModelId);
        });
        modelBuilder.Entity<ObservationRow>(row =>
        {
            row.HasKey(o => new
            {
                o.Tenant,
                o.Source,
                o.ObservationId,
            });
            row.Property(o => o.Tenant).HasMaxLength(200);
            row.Property(o => o.Source).HasMaxLength(200);
            row.Property(o => o.ObservationId).HasMaxLength(200);
            row.HasIndex(o => o.Year);
        });
        modelBuilder.Entity<TrainingRow>(row =>
        {
            row.HasKey(t => t.Id);
            row.Property(t => t.Tenant).HasMaxLength(200);
            row.Property(t => t.ModelId).HasMaxLength(100);
            row.Property(t => t.State).IsConcurrencyToken();
            row.HasIndex(t => t.Slot).IsUnique();
        });
        modelBuilder.Entity<DriftRow>(row =>
        {
            row.HasKey(d => d.Id);
            row.Property(d => d.Id).ValueGeneratedNever();
            // Replicas look at the same time: only one of them says it.
            row.Property(d => d.Revision).IsConcurrencyToken();
        });
    }
}

/// <summary><see cref="SalaryDb"/> on SQLite, for its migrations.</summary>
public sealed class SqliteSalaryDb(DbContextOptions<SqliteSalaryDb> options) : SalaryDb(options);

/// <summary><see cref="SalaryDb"/> on PostgreSQL, for its migrations.</summary>
public sealed class PostgresSalaryDb(DbContextOptions<PostgresSalaryDb> options) : SalaryDb(options);
