using CareerRecs.Events.V1;
using CareerRecs.ProfileMatching.Storage;
using CareerRecs.ServiceDefaults.Caching;
using CareerRecs.ServiceDefaults.Events;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.ProfileMatching.Profiles;

/// <summary>
/// Erases a profile: the row with its data key and the answers kept for repeats go, a tombstone stays and the event is sent, in
/// one transaction.
/// Answers in caches are found by the profile's revision, which nobody can ask for any more, and are gone after
/// <see cref="LongestLife"/>.
/// </summary>
internal sealed class ProfileErasure(IDbContextFactory<MatchingDb> databases, StoredProfiles profiles, TimeProvider clock)
{
    /// <summary>
    /// The longest that an answer about a stored profile lives in any cache; one being worked out at the erasure is kept a little
    /// later.
    /// </summary>
    public static TimeSpan LongestLife { get; } = CacheLife.Default.Redis + CacheLife.Default.Memory;

    /// <summary>Erases a profile, or finds it erased. Returns when the last cached answer is gone.</summary>
    public Task<DateTimeOffset> EraseAsync(string owner, ProfileName name, string etag, CancellationToken cancellationToken) =>
        Conflicts.RetryAsync(() => TryEraseAsync(owner, name, etag, cancellationToken));

    private async Task<DateTimeOffset> TryEraseAsync(
        string owner,
        ProfileName name,
        string etag,
        CancellationToken cancellationToken
    )
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        // The row first: once it is gone its tombstone is there, so nobody falls between the two.
        if (await profiles.Select(db.Profiles, owner, name).SingleOrDefaultAsync(cancellationToken) is not { } row)
        {
            // A tombstone keeps no external id: that would be something about the person.
            var earlier =
                await db.Tombstones.SingleOrDefaultAsync(t => t.Owner == owner && t.Id == name.Id, cancellationToken)
                ?? throw await profiles.ExplainMissingAsync(db, owner, name, cancellationToken);
            return DateTimeOffset.FromUnixTimeMilliseconds(earlier.EraseTime) + LongestLife;
        }

        // Nothing of the record is read: a profile whose key is gone can be erased.
        StoredProfiles.RequireEtag(etag, row);

        var id = row.Id;
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
