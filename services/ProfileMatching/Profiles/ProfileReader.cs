using CareerRecs.Matching.Storage.V1;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Storage;
using CareerRecs.ServiceDefaults.Auth;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.ProfileMatching.Profiles;

/// <summary>A stored profile as it was read; the caller's own copy.</summary>
public sealed record StoredProfile(string Owner, string Id, long Revision, Profile Profile);

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
    /// Reads the revision of a profile without its content: all that a cached answer needs. NOT_FOUND if the tenant has no such
    /// profile.
    /// </summary>
    public async Task<long> GetRevisionAsync(Caller caller, string name, CancellationToken cancellationToken)
    {
        var id = StoredProfiles.IdOf(name);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await Kept(db, caller, id).Select(p => (long?)p.Revision).SingleOrDefaultAsync(cancellationToken)
            ?? throw StoredProfiles.NotFound(id);
    }

    /// <summary>Reads all that is stored of a profile.</summary>
    internal async Task<(ProfileRow Row, ProfileRecord Record)> ReadAsync(
        Caller caller,
        string name,
        CancellationToken cancellationToken
    )
    {
        var id = StoredProfiles.IdOf(name);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var row =
            await Kept(db, caller, id).AsNoTracking().SingleOrDefaultAsync(cancellationToken)
            ?? throw StoredProfiles.NotFound(id);
        return (row, StoredProfiles.Read(row));
    }

    private static IQueryable<ProfileRow> Kept(MatchingDb db, Caller caller, string id) =>
        db.Profiles.Where(p =>
            p.Owner == caller.Tenant && p.Id == id && !db.Tombstones.Any(t => t.Owner == caller.Tenant && t.Id == id)
        );
}
