using System.Globalization;
using CareerRecs.Events.V1;
using CareerRecs.Matching.Storage.V1;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Storage;
using CareerRecs.ServiceDefaults.Errors;
using CareerRecs.ServiceDefaults.Events;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.ProfileMatching.Profiles;

/// <summary>Rows and the profiles in them: names, stamps, and the event that goes with every write.</summary>
internal static class StoredProfiles
{
    private const string Prefix = "profiles/";

    /// <summary><c>profiles/{profile}</c>.</summary>
    public static string NameOf(string id) => Prefix + id;

    /// <summary>The id in a resource name.</summary>
    public static string IdOf(string name) => name[Prefix.Length..];

    /// <summary>The error for a profile that is not there; the same for one that another tenant has.</summary>
    public static RpcException NotFound(string id) =>
        Errors.NotFound(NameOf(id), "It may never have been, or was erased. ListProfiles names those that are there.");

    /// <summary>What is in a row.</summary>
    public static ProfileRecord Read(ProfileRow row) => ProfileRecord.Parser.ParseFrom(row.Record);

    /// <summary>Adds a new profile to the context, with its event.</summary>
    public static Profile Add(MatchingDb db, string owner, string id, Profile content, string documentText, DateTimeOffset now)
    {
        var row = new ProfileRow { Owner = owner, Id = id };
        content.CreateTime = Timestamp.FromDateTimeOffset(now);
        db.Profiles.Add(row);
        return Write(db, row, content, documentText, now, ProfileFields.Differing(content, new Profile()));
    }

    /// <summary>Puts a changed profile into its row, with its event. Nothing is written before the context is saved.</summary>
    public static Profile Write(
        MatchingDb db,
        ProfileRow row,
        Profile profile,
        string documentText,
        DateTimeOffset now,
        IReadOnlyList<string> changedFields
    )
    {
        row.Revision++;
        profile.Name = NameOf(row.Id);
        profile.Revision = row.Revision;
        profile.Etag = row.Revision.ToString("x8", CultureInfo.InvariantCulture);
        profile.UpdateTime = Timestamp.FromDateTimeOffset(now);
        profile.ExpireTime = profile.Retention is { } retention ? profile.UpdateTime + retention : null;

        row.ExternalId = profile.ExternalId.Length > 0 ? profile.ExternalId : null;
        row.ExpireTime = profile.ExpireTime?.ToDateTimeOffset().ToUnixTimeMilliseconds();
        row.Record = new ProfileRecord { Profile = profile, DocumentText = documentText }.ToByteArray();
        db.Enqueue(
            row.Owner,
            profile.Name,
            row.Revision,
            new ProfileChanged { Profile = profile.Name, ChangedFields = { changedFields } }
        );
        return profile;
    }

    /// <summary>ABORTED unless the caller's etag is the profile's, or empty.</summary>
    public static void RequireEtag(string etag, ProfileRecord record)
    {
        if (etag.Length > 0 && etag != record.Profile.Etag)
        {
            throw Errors.Aborted(record.Profile.Name);
        }
    }

    /// <summary>ALREADY_EXISTS where another profile of the tenant has the external id.</summary>
    public static async Task RequireFreeExternalIdAsync(
        MatchingDb db,
        string owner,
        string externalId,
        string exceptId,
        CancellationToken cancellationToken
    )
    {
        if (externalId.Length == 0)
        {
            return;
        }
        var holder = await db
            .Profiles.Where(p => p.Owner == owner && p.ExternalId == externalId && p.Id != exceptId)
            .Select(p => p.Id)
            .FirstOrDefaultAsync(cancellationToken);
        if (holder is null)
        {
            return;
        }
        throw Errors.AlreadyExists(
            NameOf(holder),
            $"The external_id is taken by {NameOf(holder)}. Update that profile, or use UpsertProfiles."
        );
    }
}
