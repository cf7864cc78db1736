using CareerRecs.Matching.Storage;
using CareerRecs.Matching.Storage.V1;
using CareerRecs.Matching.V1;
using CareerRecs.ServiceDefaults.Auth;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.Matching.Profiles;

/// <summary>A stored profile as it was read; the caller's own copy.</summary>
public sealed record StoredProfile(string Owner, string Id, long Revision, Profile Profile);

/// <summary>Loads stored profiles. The tombstone is looked at first, so that nothing late shows an erased one.</summary>
public sealed class ProfileReader(IDbContextFactory<MatchingDb> databases)
{
    /// <summary>The profile of a resource name. NOT_FOUND where the tenant has none.</summary>
    public async Task<StoredProfile> GetAsync(Caller caller, string name, CancellationToken cancellationToken)
    {
        var (row, record) = await ReadAsync(caller, name, cancellationToken);
        return new StoredProfile(row.Owner, row.Id, row.Revision, record.Profile);
    }

    /// <summary>The revision of a profile, to look into a cache by. NOT_FOUND where the tenant has no such profile.</summary>
    public async Task<long> GetRevisionAsync(Caller caller, string name, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var id = await RequireNotErasedAsync(db, caller, name, cancellationToken);
        return await db.Profiles.Where(p => p.Owner == caller.Tenant && p.Id == id)
            .Select(p => (long?)p.Revision).SingleOrDefaultAsync(cancellationToken) ?? throw StoredProfiles.NotFound(id);
    }

    /// <summary>All that is stored of a profile.</summary>
    internal async Task<(ProfileRow Row, ProfileRecord Record)> ReadAsync(Caller caller, string name, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var id = await RequireNotErasedAsync(db, caller, name, cancellationToken);
        var row = await db.Profiles.AsNoTracking().SingleOrDefaultAsync(p => p.Owner == caller.Tenant && p.Id == id, cancellationToken)
            ?? throw StoredProfiles.NotFound(id);
        return (row, StoredProfiles.Read(row));
    }

    private static async Task<string> RequireNotErasedAsync(
        MatchingDb db, Caller caller, string name, CancellationToken cancellationToken)
    {
        var id = StoredProfiles.IdOf(name);
        var erased = await db.Tombstones.AnyAsync(t => t.Owner == caller.Tenant && t.Id == id, cancellationToken);
        return erased ? throw StoredProfiles.NotFound(id) : id;
    }
}
