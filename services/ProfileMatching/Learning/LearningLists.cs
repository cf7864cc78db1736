using System.Globalization;
using CareerRecs.Matching.Storage.V1;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Storage;
using CareerRecs.ServiceDefaults.Errors;
using Google.Protobuf;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.ProfileMatching.Learning;

/// <summary>The lists as they are stored, one row a tenant.</summary>
internal sealed class LearningLists(IDbContextFactory<MatchingDb> databases)
{
    /// <summary>The revision of a tenant's list; 0: it never had one.</summary>
    public async Task<long> RevisionAsync(string tenant, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Learning.Where(l => l.Owner == tenant).Select(l => l.Revision).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>A tenant's list with its revision.</summary>
    public async Task<(long Revision, LearningRecord Record)> ReadAsync(string tenant, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var row = await db.Learning.AsNoTracking().SingleOrDefaultAsync(l => l.Owner == tenant, cancellationToken);
        return row is null ? (0, new LearningRecord()) : (row.Revision, LearningRecord.Parser.ParseFrom(row.Record));
    }

    /// <summary>Replaces a tenant's list, and gives its revision. ABORTED where the etag is another list's.</summary>
    public Task<long> ReplaceAsync(string tenant, string etag, LearningRecord record, CancellationToken cancellationToken) =>
        Conflicts.RetryAsync(async () =>
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            var row = await db.Learning.SingleOrDefaultAsync(l => l.Owner == tenant, cancellationToken);
            if (etag.Length > 0 && etag != EtagOf(row?.Revision ?? 0))
            {
                throw Errors.Aborted("learningResources");
            }
            if (row is null)
            {
                db.Learning.Add(row = new LearningRow { Owner = tenant });
            }
            row.Revision++;
            row.Record = record.ToByteArray();
            await db.SaveChangesAsync(cancellationToken);
            return row.Revision;
        });

    /// <summary>The etag of a revision.</summary>
    public static string EtagOf(long revision) => revision.ToString("x8", CultureInfo.InvariantCulture);

    /// <summary>Rows in the order in which they are kept and shown, none twice.</summary>
    public static LearningRecord Ordered(IEnumerable<ListedResource> resources) =>
        new()
        {
            Resources =
            {
                resources
                    .Distinct()
                    .OrderBy(r => r.Skill, StringComparer.OrdinalIgnoreCase)
                    .ThenBy(r => r.Skill, StringComparer.Ordinal)
                    .ThenBy(r => r.Title, StringComparer.Ordinal)
                    .ThenBy(r => r.Uri, StringComparer.Ordinal)
                    .ThenBy(r => r.Hours)
                    .ThenBy(r => r.Cost, StringComparer.Ordinal),
            },
        };
}
