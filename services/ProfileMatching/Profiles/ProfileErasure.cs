using CareerRecs.Events.V1;
using CareerRecs.ProfileMatching.Storage;
using CareerRecs.ServiceDefaults.Caching;
using CareerRecs.ServiceDefaults.Events;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.ProfileMatching.Profiles;

/// <summary>
/// Erases a profile: the row and the answers kept for repeats go, a tombstone stays and the event is sent, in one transaction.
/// Answers in caches are found by the profile's revision, which nobody can ask for any more, and are gone after
/// <see cref="LongestLife"/>.
/// </summary>
internal sealed class ProfileErasure(IDbContextFactory<MatchingDb> databases, TimeProvider clock)
{
    /// <summary>
    /// The longest that an answer about a stored profile lives in any cache; one being worked out at the erasure is kept a little
    /// later.
    /// </summary>
    public static TimeSpan LongestLife { get; } = CacheLife.Default.Redis + CacheLife.Default.Memory;

    /// <summary>Erases a profile, or finds it erased. Returns when the last cached answer is gone.</summary>
    public Task<DateTimeOffset> EraseAsync(string owner, string id, string etag, CancellationToken cancellationToken) =>
        Conflicts.RetryAsync(() => TryEraseAsync(owner, id, etag, cancellationToken));

    private async Task<DateTimeOffset> TryEraseAsync(string owner, string id, string etag, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        // The row first: once it is gone its tombstone is there, so nobody falls between the two.
        if (await db.Profiles.SingleOrDefaultAsync(p => p.Owner == owner && p.Id == id, cancellationToken) is not { } row)
        {
            var earlier =
                await db.Tombstones.SingleOrDefaultAsync(t => t.Owner == owner && t.Id == id, cancellationToken)
                ?? throw StoredProfiles.NotFound(id);
            return DateTimeOffset.FromUnixTimeMilliseconds(earlier.EraseTime) + LongestLife;
        }

        StoredProfiles.RequireEtag(etag, StoredProfiles.Read(row));

        var now = clock.GetUtcNow();
        var revision = row.Revision + 1;
        db.Profiles.Remove(row);
        foreach (
            var request in await db.Requests.Where(r => r.Owner == owner && r.ProfileId == id).ToListAsync(cancellationToken)
        )
        {
            request.Response = [];
            request.Fingerprint = [];
        }

        db.Tombstones.Add(
            new ErasureTombstone
            {
                Owner = owner,
                Id = id,
                Revision = revision,
                EraseTime = now.ToUnixTimeMilliseconds(),
            }
        );
        db.Enqueue(owner, StoredProfiles.NameOf(id), revision, new ProfileErased { Profile = StoredProfiles.NameOf(id) });
        await db.SaveChangesAsync(cancellationToken);
        return now + LongestLife;
    }
}
