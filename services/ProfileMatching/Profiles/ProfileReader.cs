using CareerRecs.Matching.Storage.V1;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Storage;
using CareerRecs.ServiceDefaults.Auth;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.ProfileMatching.Profiles;

/// <summary>A stored profile as it was read; the caller's own copy.</summary>
public sealed record StoredProfile(string Owner, string Id, long Revision, Profile Profile);

/// <summary>Which profile an answer is about: its id, and its revision when the question came.</summary>
public sealed record ProfileStamp(string Id, long Revision);

/// <summary>
/// Loads stored profiles. The same statement looks for the tombstone, so that a row written late does not bring an erased profile
/// back.
/// </summary>
public sealed class ProfileReader(IDbContextFactory<MatchingDb> databases)
{
    /// <summary>Reads the profile of a resource name. NOT_FOUND if the tenant has none.</summary>
    public async Task<StoredProfile> GetAsync(Caller caller, string name, CancellationToken cancellationToken)
    {
        var (row, record) = await ReadAsync(caller, name, cancellationToken);
        return new StoredProfile(row.Owner, row.Id, row.Revision, record.Profile);
    }

    /// <summary>
    /// Reads several profiles in one statement, in the order of their names. NOT_FOUND for the first that is not there.
    /// </summary>
    internal async Task<IReadOnlyList<Profile>> GetAllAsync(
        Caller caller,
        IReadOnlyCollection<string> names,
        CancellationToken cancellationToken
    )
    {
        var asked = names.Select(ProfileName.Parse).ToList();
        var (ids, externalIds) = (asked.Select(n => n.Id).ToArray(), asked.Select(n => n.ExternalId).ToArray());
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await Kept(db, db.Profiles.Where(p => p.Owner == caller.Tenant), caller)
            .Where(p => ids.Contains(p.Id) || (p.ExternalId != null && externalIds.Contains(p.ExternalId)))
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        return
        [
            .. asked.Select(n =>
                StoredProfiles
                    .Read(
                        rows.Find(r => n.Id is { } id ? r.Id == id : r.ExternalId == n.ExternalId)
                            ?? throw StoredProfiles.NotFound(n)
                    )
                    .Profile
            ),
        ];
    }

    /// <summary>
    /// Reads which profile a name means and its revision, for a question: all that a cached answer needs. NOT_FOUND if the tenant
    /// has no such profile, FAILED_PRECONDITION if it requires consent and the person's does not cover the call.
    /// </summary>
    public async Task<ProfileStamp> GetStampAsync(Caller caller, string name, CancellationToken cancellationToken)
    {
        var asked = ProfileName.Parse(name);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var found =
            await Kept(db, asked.FindIn(db.Profiles, caller.Tenant), caller)
                .Select(p => new
                {
                    p.Id,
                    p.Revision,
                    // The content is read only where consent has to be looked at.
                    Record = db.Tenants.Any(t => t.Owner == caller.Tenant && t.ConsentRequired) ? p.Record : null,
                })
                .SingleOrDefaultAsync(cancellationToken)
            ?? throw StoredProfiles.NotFound(asked);
        Consent.Require(caller, found.Record);
        return new ProfileStamp(found.Id, found.Revision);
    }

    /// <summary>
    /// Reads the profile that a question is about. NOT_FOUND if the tenant has none, FAILED_PRECONDITION if it requires consent
    /// and the person's does not cover the call.
    /// </summary>
    public async Task<StoredProfile> GetForQuestionAsync(Caller caller, string name, CancellationToken cancellationToken)
    {
        await GetStampAsync(caller, name, cancellationToken);
        return await GetAsync(caller, name, cancellationToken);
    }

    /// <summary>Reads all that is stored of a profile.</summary>
    internal async Task<(ProfileRow Row, ProfileRecord Record)> ReadAsync(
        Caller caller,
        string name,
        CancellationToken cancellationToken
    )
    {
        var asked = ProfileName.Parse(name);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var row =
            await Kept(db, asked.FindIn(db.Profiles, caller.Tenant), caller)
                .AsNoTracking()
                .SingleOrDefaultAsync(cancellationToken)
            ?? throw StoredProfiles.NotFound(asked);
        return (row, StoredProfiles.Read(row));
    }

    private static IQueryable<ProfileRow> Kept(MatchingDb db, IQueryable<ProfileRow> rows, Caller caller) =>
        rows.Where(p => !db.Tombstones.Any(t => t.Owner == caller.Tenant && t.Id == p.Id));
}
