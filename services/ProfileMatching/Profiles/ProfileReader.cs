using CareerRecs.Matching.Storage.V1;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Profiles.Encryption;
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
internal sealed class ProfileReader(IDbContextFactory<MatchingDb> databases, StoredProfiles profiles, ProfileCipher cipher)
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
        var asked = names.Select(name => AskedName.Parse(cipher, caller, name)).ToList();
        var (ids, externalIds) = (asked.Select(n => n.Name.Id).ToArray(), asked.SelectMany(n => n.StoredIds).ToArray());
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await Kept(db, db.Profiles.Where(p => p.Owner == caller.Tenant), caller)
            .Where(p => ids.Contains(p.Id) || (p.ExternalId != null && externalIds.Contains(p.ExternalId)))
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        var found = new List<Profile>(asked.Count);
        foreach (var name in asked)
        {
            var row =
                rows.Find(name.Matches)
                ?? throw await profiles.ExplainMissingAsync(db, caller.Tenant, name.Name, cancellationToken);
            found.Add(profiles.Read(row).Profile);
        }
        return found;
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
            await Kept(db, profiles.Select(db.Profiles, caller.Tenant, asked), caller)
                .Select(p => new
                {
                    p.Id,
                    p.Revision,
                    // The content is read only where consent has to be looked at.
                    Record = db.Tenants.Any(t => t.Owner == caller.Tenant && t.ConsentRequired) ? p.Record : null,
                    p.KeyId,
                    p.WrappedKey,
                })
                .SingleOrDefaultAsync(cancellationToken)
            ?? throw await profiles.ExplainMissingAsync(db, caller.Tenant, asked, cancellationToken);
        if (found.Record is { } record)
        {
            var stored = new StoredRecord(caller.Tenant, found.Id, found.KeyId, found.WrappedKey, record);
            Consent.Require(caller, cipher.Open(stored).Profile);
        }
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
            await Kept(db, profiles.Select(db.Profiles, caller.Tenant, asked), caller)
                .AsNoTracking()
                .SingleOrDefaultAsync(cancellationToken)
            ?? throw await profiles.ExplainMissingAsync(db, caller.Tenant, asked, cancellationToken);
        return (row, profiles.Read(row));
    }

    private static IQueryable<ProfileRow> Kept(MatchingDb db, IQueryable<ProfileRow> rows, Caller caller) =>
        rows.Where(p => !db.Tombstones.Any(t => t.Owner == caller.Tenant && t.Id == p.Id));

    /// <summary>A name of a batch, and what its external id may be stored as.</summary>
    private sealed record AskedName(ProfileName Name, string[] StoredIds)
    {
        public static AskedName Parse(ProfileCipher cipher, Caller caller, string name)
        {
            var parsed = ProfileName.Parse(name);
            return new(parsed, parsed.ExternalId is { } id ? cipher.FindStoredIds(caller.Tenant, id) : []);
        }

        public bool Matches(ProfileRow row) => Name.Id is { } id ? row.Id == id : StoredIds.Contains(row.ExternalId);
    }
}
