using Microsoft.EntityFrameworkCore;

namespace CareerRecs.ServiceDefaults.Storage;

/// <summary>
/// What every service's database has beside its own tables: the outbox and the revisions that its consumers applied.
/// </summary>
public abstract class ServiceDb(DbContextOptions options) : DbContext(options)
{
    /// <summary>Events to publish, written in the transaction of what they tell.</summary>
    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    /// <summary>The last revision that each durable consumer applied, by key.</summary>
    public DbSet<AppliedRevision> AppliedRevisions => Set<AppliedRevision>();

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.MapOutbox();
}
