using Microsoft.EntityFrameworkCore;

namespace CareerRecs.ServiceDefaults.Storage;

/// <summary>Table of operations, for the databases of services that have some.</summary>
public static class OperationModel
{
    /// <summary>Maps <see cref="OperationRow"/>.</summary>
    public static void MapOperations(this ModelBuilder modelBuilder) =>
        modelBuilder.Entity<OperationRow>(row =>
        {
            row.ToTable("Operations");
            row.HasKey(o => o.Id);
            row.Property(o => o.Id).HasMaxLength(32);
            row.Property(o => o.Tenant).HasMaxLength(200);
            row.Property(o => o.Scope).HasMaxLength(50);
            row.HasIndex(o => new { o.Tenant, o.Id });
            row.HasIndex(o => new { o.State, o.LeaseUntil });
        });
}
