using CareerRecs.ServiceDefaults.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.ProfileMatching.Storage;

/// <summary>What ProfileMatching keeps: profiles, and the catalog versions it answers from.</summary>
public class MatchingDb(DbContextOptions options) : ServiceDb(options)
{
    /// <summary>Stored profiles.</summary>
    public DbSet<ProfileRow> Profiles => Set<ProfileRow>();

    /// <summary>Profiles that were erased.</summary>
    public DbSet<ErasureTombstone> Tombstones => Set<ErasureTombstone>();

    /// <summary>Answers to repeatable requests.</summary>
    public DbSet<RequestRow> Requests => Set<RequestRow>();

    /// <summary>Active versions, as last heard.</summary>
    public DbSet<ActiveVersionRow> ActiveVersions => Set<ActiveVersionRow>();

    /// <summary>Catalog versions kept here.</summary>
    public DbSet<SnapshotRow> Snapshots => Set<SnapshotRow>();

    /// <summary>Their bytes.</summary>
    public DbSet<SnapshotChunk> SnapshotChunks => Set<SnapshotChunk>();

    /// <summary>What tenants list to learn from.</summary>
    public DbSet<LearningRow> Learning => Set<LearningRow>();

    /// <summary>Settings of tenants that have set any.</summary>
    public DbSet<TenantRow> Tenants => Set<TenantRow>();

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<ProfileRow>(profile =>
        {
            profile.HasKey(p => new { p.Owner, p.Id });
            profile.HasIndex(p => new { p.Owner, p.ExternalId }).IsUnique();
            profile.HasIndex(p => p.ExpireTime);
            profile.HasIndex(p => new { p.Owner, p.UpdateTime });
            profile.HasIndex(p => p.KeyId);
            profile.Property(p => p.Revision).IsConcurrencyToken();
            profile.Property(p => p.KeyId).IsConcurrencyToken();
        });
        modelBuilder.Entity<ErasureTombstone>().HasKey(t => new { t.Owner, t.Id });
        modelBuilder.Entity<RequestRow>(request =>
        {
            request.HasKey(r => new { r.Owner, r.RequestId });
            request.HasIndex(r => new { r.Owner, r.ProfileId });
            request.HasIndex(r => r.CreateTime);
        });
        modelBuilder.Entity<ActiveVersionRow>(active =>
        {
            active.HasKey(a => new { a.Owner, a.Catalog });
            active.Property(a => a.Revision).IsConcurrencyToken();
        });
        modelBuilder.Entity<SnapshotRow>(snapshot =>
        {
            snapshot.HasKey(s => new { s.Owner, s.Version });
            snapshot.HasIndex(s => new { s.Owner, s.Catalog });
            snapshot.HasIndex(s => s.Digest);
        });
        modelBuilder.Entity<LearningRow>(learning =>
        {
            learning.HasKey(l => l.Owner);
            learning.Property(l => l.Revision).IsConcurrencyToken();
        });
        modelBuilder.Entity<TenantRow>(tenant =>
        {
            tenant.HasKey(t => t.Owner);
            tenant.Property(t => t.Revision).IsConcurrencyToken();
        });
        modelBuilder.Entity<SnapshotChunk>().HasKey(c => new { c.Digest, c.Number });
    }
}

/// <summary>On SQLite.</summary>
public sealed class SqliteMatchingDb(DbContextOptions<SqliteMatchingDb> options) : MatchingDb(options);

/// <summary>On PostgreSQL.</summary>
public sealed class PostgresMatchingDb(DbContextOptions<PostgresMatchingDb> options) : MatchingDb(options)
{
    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        // Lists are ordered by name as the contract says, byte by byte, whatever the locale of the cluster.
        modelBuilder.Entity<ProfileRow>().Property(p => p.Id).UseCollation("C");
    }
}
