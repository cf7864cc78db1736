using CareerRecs.ServiceDefaults.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CareerRecs.ServiceDefaults.Storage;

/// <summary>Tables of the outbox.</summary>
public static class OutboxModel
{
    /// <summary>Maps <see cref="OutboxRow"/> and <see cref="AppliedRevision"/>, alike on SQLite and PostgreSQL.</summary>
    public static void MapOutbox(this ModelBuilder modelBuilder)
    {
        // Milliseconds since 1970 compare and sort alike on both; SQLite has no type for a moment.
        var moment = new ValueConverter<DateTimeOffset, long>(
            v => v.ToUnixTimeMilliseconds(),
            v => DateTimeOffset.FromUnixTimeMilliseconds(v)
        );

        modelBuilder.Entity<OutboxRow>(row =>
        {
            row.ToTable("Outbox");
            row.HasKey(r => r.Id);
            row.Property(r => r.Owner).HasMaxLength(200);
            row.Property(r => r.Key).HasMaxLength(400);
            row.Property(r => r.EventType).HasMaxLength(200);
            row.Property(r => r.LastError).HasMaxLength(400);
            row.Property(r => r.OccurredAt).HasConversion(moment);
            row.Property(r => r.NextAttemptAt).HasConversion(moment);
            row.Property(r => r.SentAt).HasConversion(moment);
            row.Property(r => r.ParkedAt).HasConversion(moment);
            // What is unsent is little, whatever has been sent: the relay looks at this alone.
            row.HasIndex(r => new
                {
                    r.Owner,
                    r.Key,
                    r.Id,
                })
                .HasFilter("\"SentAt\" IS NULL")
                .HasDatabaseName("IX_Outbox_Unsent");
            row.HasIndex(r => r.SentAt).HasDatabaseName("IX_Outbox_SentAt");
        });

        modelBuilder.Entity<AppliedRevision>(applied =>
        {
            applied.ToTable("AppliedRevisions");
            applied.HasKey(a => new
            {
                a.Consumer,
                a.Owner,
                a.Key,
            });
            applied.Property(a => a.Consumer).HasMaxLength(200);
            applied.Property(a => a.Owner).HasMaxLength(200);
            applied.Property(a => a.Key).HasMaxLength(400);
        });
    }
}
