using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Storage;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Validation;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.ProfileMatching.Profiles;

/// <summary>
/// Stores many profiles by their external id. Rows are written a chunk at a time, each chunk in one transaction; a row that is
/// refused says why and leaves the others alone. Repeating a call that was cut off is safe: rows that arrived are unchanged.
/// </summary>
internal sealed class ProfileUpsert(IDbContextFactory<MatchingDb> databases, TimeProvider clock)
{
    private const int ChunkSize = 100;

    public async Task<UpsertProfilesResponse> UpsertAsync(
        Caller caller,
        IReadOnlyList<Profile> profiles,
        CancellationToken cancellationToken
    )
    {
        var results = new UpsertResult[profiles.Count];
        var good = new List<int>(profiles.Count);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < profiles.Count; i++)
        {
            if (WhyNot(profiles[i], i, seen) is { } error)
            {
                results[i] = Failed(profiles[i], error);
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
                await WriteAsync(caller, profiles, chunk, results, cancellationToken);
            }
            catch (Exception conflict) when (Conflicts.IsConflict(conflict))
            {
                // Somebody else writes one of these profiles; alone, each row gets through or says why not.
                foreach (var row in chunk)
                {
                    await WriteAloneAsync(caller, profiles, row, results, cancellationToken);
                }
            }
        }

        return new UpsertProfilesResponse { Results = { results } };
    }

    private async Task WriteAloneAsync(
        Caller caller,
        IReadOnlyList<Profile> profiles,
        int row,
        UpsertResult[] results,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await Conflicts.RetryAsync(async () =>
            {
                await WriteAsync(caller, profiles, [row], results, cancellationToken);
                return true;
            });
        }
        catch (Exception conflict) when (Conflicts.IsConflict(conflict))
        {
            results[row] = Failed(profiles[row], $"profiles[{row}]: is being changed by others all the time; send it again");
        }
    }

    private async Task WriteAsync(
        Caller caller,
        IReadOnlyList<Profile> profiles,
        int[] chunk,
        UpsertResult[] results,
        CancellationToken cancellationToken
    )
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var externalIds = chunk.Select(i => profiles[i].ExternalId).ToArray();
        var existing = await db
            .Profiles.Where(p => p.Owner == caller.Tenant && externalIds.Contains(p.ExternalId))
            .ToDictionaryAsync(p => p.ExternalId!, StringComparer.Ordinal, cancellationToken);
        foreach (var i in chunk)
        {
            var sent = ProfileFields.SettableOnly(profiles[i]);
            results[i] = existing.TryGetValue(sent.ExternalId, out var row)
                ? Replace(db, row, sent, now)
                : Done(
                    StoredProfiles.Add(db, caller.Tenant, Guid.CreateVersion7(now).ToString("N"), sent, "", now),
                    UpsertOutcome.Created
                );
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private static UpsertResult Replace(MatchingDb db, ProfileRow row, Profile sent, DateTimeOffset now)
    {
        var record = StoredProfiles.Read(row);
        Corrections.Keep(record.Profile.Skills, sent.Skills);
        var changed = record.Profile.Clone();
        ProfileFields.Copy(ProfileFields.Settable, sent, changed);
        var differing = ProfileFields.Differing(changed, record.Profile);
        if (differing.Count == 0)
        {
            return Done(record.Profile, UpsertOutcome.Unchanged);
        }
        return Done(StoredProfiles.Write(db, row, changed, record.DocumentText, now, differing), UpsertOutcome.Updated);
    }

    private static string? WhyNot(Profile profile, int index, Dictionary<string, int> seen)
    {
        var path = $"profiles[{index}]";
        if (profile.ExternalId.Length == 0)
        {
            return $"{path}.external_id: is required";
        }
        if (!seen.TryAdd(profile.ExternalId, index))
        {
            return $"{path}.external_id: stands in profiles[{seen[profile.ExternalId]}] too; send one row for each";
        }
        if (RequestRules.Check(profile) is [var broken, ..])
        {
            return $"{path}.{broken.Field}: {broken.Description}";
        }
        return ProfileRules.Check(profile, path).FirstOrDefault() is { } wrong ? $"{wrong.Field}: {wrong.Description}" : null;
    }

    private static UpsertResult Done(Profile profile, UpsertOutcome outcome) =>
        new()
        {
            ExternalId = profile.ExternalId,
            Profile = profile.Name,
            Outcome = outcome,
        };

    private static UpsertResult Failed(Profile profile, string error) =>
        new()
        {
            ExternalId = profile.ExternalId,
            Outcome = UpsertOutcome.Failed,
            Error = error,
        };
}
