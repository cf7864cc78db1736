using CareerRecs.ServiceDefaults.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.Catalog.Storage;

/// <summary>Catalogs, their versions with their bytes, and who did what to them.</summary>
public abstract class CatalogDb(DbContextOptions options) : ServiceDb(options)
{
    /// <summary>Catalogs.</summary>
    public DbSet<CatalogRow> Catalogs => Set<CatalogRow>();

    /// <summary>Versions.</summary>
    public DbSet<VersionRow> Versions => Set<VersionRow>();

    /// <summary>Bytes of versions.</summary>
    public DbSet<VersionChunk> Chunks => Set<VersionChunk>();

    /// <summary>Who did what.</summary>
    public DbSet<VersionAuditRow> Audit => Set<VersionAuditRow>();

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.MapOperations();

        modelBuilder.Entity<CatalogRow>(catalog =>
        {
            catalog.ToTable("Catalogs").HasKey(row => new { row.Owner, row.CatalogId });
            catalog.Property(row => row.Owner).HasMaxLength(200);
            catalog.Property(row => row.CatalogId).HasMaxLength(100);
            catalog.Property(row => row.ActiveVersionId).HasMaxLength(100);
            catalog.Property(row => row.Revision).IsConcurrencyToken();
        });

        modelBuilder.Entity<VersionRow>(version =>
        {
            version.ToTable("Versions").HasKey(row => row.Id);
            version
                .HasIndex(row => new
                {
                    row.Owner,
                    row.CatalogId,
                    row.VersionId,
                })
                .IsUnique();
            version.Property(row => row.Owner).HasMaxLength(200);
            version.Property(row => row.CatalogId).HasMaxLength(100);
            version.Property(row => row.VersionId).HasMaxLength(100);
            version.Property(row => row.Etag).HasMaxLength(100).IsConcurrencyToken();
            version.Property(row => row.SourceDigest).HasMaxLength(64);
            version.Property(row => row.RequestId).HasMaxLength(64);
            version.HasMany(row => row.Chunks).WithOne().HasForeignKey(chunk => chunk.VersionRowId);
        });

        modelBuilder.Entity<VersionChunk>().ToTable("VersionChunks").HasKey(chunk => new { chunk.VersionRowId, chunk.Index });

        modelBuilder.Entity<VersionAuditRow>(audit =>
        {
            audit.ToTable("Audit").HasKey(row => row.Id);
            audit.HasIndex(row => new { row.Owner, row.CatalogId });
            audit.Property(row => row.Owner).HasMaxLength(200);
            audit.Property(row => row.CatalogId).HasMaxLength(100);
        });
    }
}

/// <summary>The catalog's database in a SQLite file.</summary>
public sealed class SqliteCatalogDb(DbContextOptions<SqliteCatalogDb> options) : CatalogDb(options);

/// <summary>The catalog's database in PostgreSQL.</summary>
public sealed class PostgresCatalogDb(DbContextOptions<PostgresCatalogDb> options) : CatalogDb(options);
