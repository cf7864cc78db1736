using System.Globalization;
using CareerRecs.Events.V1;
using CareerRecs.Matching.Storage.V1;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Profiles.Encryption;
using CareerRecs.ProfileMatching.Profiles.Layers;
using CareerRecs.ProfileMatching.Storage;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Errors;
using CareerRecs.ServiceDefaults.Events;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.ProfileMatching.Profiles;

/// <summary>Result of writing a profile.</summary>
/// <param name="Profile">The profile.</param>
/// <param name="IsChanged">Whether it was another before.</param>
internal readonly record struct WrittenProfile(Profile Profile, bool IsChanged);

/// <summary>Rows and the profiles in them: names, stamps, and the event that goes with every write.</summary>
internal sealed class StoredProfiles(ProfileCipher cipher)
{
    /// <summary><c>profiles/{profile}</c>.</summary>
    public static string NameOf(string id) => ProfileName.Prefix + id;

    /// <summary>The error for a profile that is not there; the same for one that another tenant has.</summary>
    public static RpcException NotFound(ProfileName name) =>
        Errors.NotFound(name.ToString(), "It may never have been, or was erased. ListProfiles names those that are there.");

    /// <summary>What is in a row.</summary>
    public ProfileRecord Read(ProfileRow row) => cipher.Open(StoredRecord.FromRow(row));

    /// <summary>Adds a new profile to the context, with its event.</summary>
    public Profile Add(MatchingDb db, ProfileRow row, ProfileContent content, DateTimeOffset now)
    {
        content.Own.CreateTime = Timestamp.FromDateTimeOffset(now);
        db.Profiles.Add(row);
        return Write(db, row, content, now).Profile;
    }

    /// <summary>
    /// Puts a changed profile into its row, with its event, unless nothing changed. Nothing is written before the context is
    /// saved.
    /// </summary>
    public WrittenProfile Write(MatchingDb db, ProfileRow row, ProfileContent content, DateTimeOffset now)
    {
        var before = Read(row);
        var record = content.ToRecord();
        var profile = record.Profile;
        profile.Name = NameOf(row.Id);
        ProfileFields.CopyStamps(before.Profile, profile);
        if (record.Equals(before))
        {
            return new WrittenProfile(before.Profile, IsChanged: false);
        }

        row.Revision++;
        profile.Revision = row.Revision;
        profile.Etag = FormatEtag(row);
        profile.UpdateTime = Timestamp.FromDateTimeOffset(now);
        profile.ExpireTime = profile.Retention is { } retention ? profile.UpdateTime + retention : null;

        row.ExpireTime = profile.ExpireTime?.ToDateTimeOffset().ToUnixTimeMilliseconds();
        row.UpdateTime = now.UtcTicks;
        cipher.Store(row, record);
        var fields = ProfileFields.Differing(profile, before.Profile ?? new Profile());
        db.Enqueue(
            row.Owner,
            profile.Name,
            row.Revision,
            new ProfileChanged { Profile = profile.Name, ChangedFields = { fields } }
        );
        return new WrittenProfile(profile, IsChanged: true);
    }

    /// <summary>ABORTED unless the caller's etag is the profile's, or empty.</summary>
    public static void RequireEtag(string etag, ProfileRow row)
    {
        if (etag.Length > 0 && etag != FormatEtag(row))
        {
            throw Errors.Aborted(NameOf(row.Id));
        }
    }

    /// <summary>The tenant's rows of a name: one, or none.</summary>
    public IQueryable<ProfileRow> Select(IQueryable<ProfileRow> rows, string owner, ProfileName name)
    {
        if (name.Id is { } id)
        {
            return rows.Where(p => p.Owner == owner && p.Id == id);
        }
        var storedIds = cipher.FindStoredIds(owner, name.ExternalId!);
        return rows.Where(p => p.Owner == owner && storedIds.Contains(p.ExternalId));
    }

    /// <summary>Loads the tenant's row of a name for a change. NOT_FOUND if there is none.</summary>
    public async Task<ProfileRow> FindAsync(
        MatchingDb db,
        Caller caller,
        ProfileName name,
        CancellationToken cancellationToken
    ) =>
        await Select(db.Profiles, caller.Tenant, name).SingleOrDefaultAsync(cancellationToken)
        ?? throw await ExplainMissingAsync(db, caller.Tenant, name, cancellationToken);

    /// <summary>
    /// The error for a profile that was not found; FAILED_PRECONDITION if the host lacks the keys to find it by its external id.
    /// </summary>
    public async Task<RpcException> ExplainMissingAsync(
        MatchingDb db,
        string owner,
        ProfileName name,
        CancellationToken cancellationToken
    )
    {
        if (name.ExternalId is not null)
        {
            await cipher.RequireSearchableAsync(db, owner, cancellationToken);
        }
        return NotFound(name);
    }

    /// <summary>ALREADY_EXISTS where another profile than the row's has the external id.</summary>
    public async Task RequireFreeExternalIdAsync(
        MatchingDb db,
        ProfileRow row,
        string externalId,
        CancellationToken cancellationToken
    )
    {
        var storedIds = cipher.FindStoredIds(row.Owner, externalId);
        if (externalId.Length == 0 || storedIds.Contains(row.ExternalId))
        {
            return;
        }
        var holder = await db
            .Profiles.Where(p => p.Owner == row.Owner && storedIds.Contains(p.ExternalId) && p.Id != row.Id)
            .Select(p => p.Id)
            .FirstOrDefaultAsync(cancellationToken);
        if (holder is null)
        {
            await cipher.RequireSearchableAsync(db, row.Owner, cancellationToken);
            return;
        }
        throw Errors.AlreadyExists(
            NameOf(holder),
            $"The external_id is taken by {NameOf(holder)}. Update that profile, or use UpsertProfiles."
        );
    }

    private static string FormatEtag(ProfileRow row) => row.Revision.ToString("x8", CultureInfo.InvariantCulture);
}
