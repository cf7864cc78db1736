using CareerRecs.Matching.Storage.V1;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Profiles.Encryption;
using CareerRecs.ProfileMatching.Storage;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Errors;
using CareerRecs.ServiceDefaults.Validation;
using Google.Rpc;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.ProfileMatching.Profiles;

/// <summary>
/// Stores what an HR system knows of many people, by their external id. Rows are written a chunk at a time, each chunk in one
/// transaction; a row that is refused says why and leaves the others alone. Repeating a call that was cut off is safe: rows
/// that arrived are unchanged.
/// </summary>
internal sealed class ProfileUpsert(
    IDbContextFactory<MatchingDb> databases,
    StoredProfiles profiles,
    ProfileCipher cipher,
    TimeProvider clock
)
{
    private const int ChunkSize = 100;

    public async Task<UpsertProfilesResponse> UpsertAsync(
        Caller caller,
        UpsertProfilesRequest request,
        CancellationToken cancellationToken
    )
    {
        var feed = new Feed(caller, request.Profiles, request.UpdateMask);
        var good = new List<int>(feed.Rows.Count);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < feed.Rows.Count; i++)
        {
            if (WhyNot(feed.Rows[i], i, seen) is { Count: > 0 } violations)
            {
                feed.MarkFailed(i, Errors.InvalidArgument(violations));
            }
            else
            {
                good.Add(i);
            }
        }

        foreach (var chunk in good.Chunk(ChunkSize))
        {
            try
            {
                await WriteAsync(feed, chunk, cancellationToken);
            }
            catch (Exception conflict) when (Conflicts.IsConflict(conflict))
            {
                // Somebody else writes one of these profiles; alone, each row gets through or says why not.
                foreach (var row in chunk)
                {
                    await WriteAloneAsync(feed, row, cancellationToken);
                }
            }
        }

        return new UpsertProfilesResponse { Results = { feed.Results } };
    }

    private async Task WriteAloneAsync(Feed feed, int row, CancellationToken cancellationToken)
    {
        try
        {
            await Conflicts.RetryAsync(async () =>
            {
                await WriteAsync(feed, [row], cancellationToken);
                return true;
            });
        }
        catch (Exception conflict) when (Conflicts.IsConflict(conflict))
        {
            feed.MarkFailed(row, Errors.Busy($"profiles[{row}]"));
        }
    }

    private async Task WriteAsync(Feed feed, int[] chunk, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var externalIds = chunk.SelectMany(i => StoredIds(feed, i)).ToArray();
        var existing = await db
            .Profiles.Where(p => p.Owner == feed.Caller.Tenant && externalIds.Contains(p.ExternalId))
            .ToDictionaryAsync(p => p.ExternalId!, StringComparer.Ordinal, cancellationToken);
        if (existing.Count < chunk.Length)
        {
            await cipher.RequireSearchableAsync(db, feed.Caller.Tenant, cancellationToken);
        }
        foreach (var i in chunk)
        {
            try
            {
                var row = StoredIds(feed, i)
                    .Select(id => existing.GetValueOrDefault(id))
                    .FirstOrDefault(found => found is not null);
                Write(db, feed, i, row, now);
            }
            catch (RpcException refused)
            {
                feed.MarkFailed(i, refused);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private string[] StoredIds(Feed feed, int row) => cipher.FindStoredIds(feed.Caller.Tenant, feed.Rows[row].ExternalId);

    private void Write(MatchingDb db, Feed feed, int i, ProfileRow? row, DateTimeOffset now)
    {
        var sent = feed.Rows[i];
        if (row is null)
        {
            var made = new ProfileRow { Owner = feed.Caller.Tenant, Id = Guid.CreateVersion7(now).ToString("N") };
            var added = profiles.Add(db, made, feed.ApplyRow(i, ProfileContent.FromRecord(new ProfileRecord(), now)), now);
            feed.MarkStored(i, added, UpsertOutcome.Created);
            return;
        }

        var record = profiles.Read(row);
        StoredProfiles.RequireEtag(sent.Etag, row);
        var written = profiles.Write(db, row, feed.ApplyRow(i, ProfileContent.FromRecord(record, now)), now);
        feed.MarkStored(i, written.Profile, written.IsChanged ? UpsertOutcome.Updated : UpsertOutcome.Unchanged);
    }

    private static List<BadRequest.Types.FieldViolation> WhyNot(Profile profile, int index, Dictionary<string, int> seen)
    {
        var path = $"profiles[{index}]";
        if (profile.ExternalId.Length == 0)
        {
            return [Violation("external_id", "is required")];
        }
        if (!seen.TryAdd(profile.ExternalId, index))
        {
            return [Violation("external_id", $"stands in profiles[{seen[profile.ExternalId]}] too; send one row for each")];
        }
        if (RequestRules.Check(profile) is { Count: > 0 } broken)
        {
            return [.. broken.Select(b => Violation(b.Field, b.Description))];
        }
        return [.. ProfileRules.Check(profile, path)];

        BadRequest.Types.FieldViolation Violation(string field, string description) =>
            new() { Field = $"{path}.{field}", Description = description };
    }
}
