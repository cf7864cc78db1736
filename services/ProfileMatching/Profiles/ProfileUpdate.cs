using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Storage;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Errors;
using Google.Protobuf.Reflection;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.ProfileMatching.Profiles;

/// <summary>Changes the fields of a stored profile that a mask names.</summary>
internal sealed class ProfileUpdate(IDbContextFactory<MatchingDb> databases, TimeProvider clock)
{
    public async Task<Profile> UpdateAsync(Caller caller, UpdateProfileRequest request, CancellationToken cancellationToken)
    {
        if (request.Profile.Name.Length == 0)
        {
            throw Errors.InvalidArgument("profile.name", "is required: profiles/{profile}");
        }
        var fields = ProfileFields.InMask(request.UpdateMask);
        ProfileRules.Require(request.Profile, "profile");
        return await Conflicts.RetryAsync(() => TryUpdateAsync(caller, request.Profile.Clone(), fields, cancellationToken));
    }

    private async Task<Profile> TryUpdateAsync(
        Caller caller,
        Profile sent,
        IReadOnlyList<FieldDescriptor> fields,
        CancellationToken cancellationToken
    )
    {
        var id = StoredProfiles.IdOf(sent.Name);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var row =
            await db.Profiles.SingleOrDefaultAsync(p => p.Owner == caller.Tenant && p.Id == id, cancellationToken)
            ?? throw StoredProfiles.NotFound(id);
        var record = StoredProfiles.Read(row);
        StoredProfiles.RequireEtag(sent.Etag, record);

        var changed = record.Profile.Clone();
        ProfileFields.Copy(fields, sent, changed);
        if (Corrections.IsReading(changed.Skills))
        {
            Corrections.Keep(record.Profile.Skills, changed.Skills);
        }

        var differing = ProfileFields.Differing(changed, record.Profile);
        if (differing.Count == 0)
        {
            return record.Profile;
        }
        await StoredProfiles.RequireFreeExternalIdAsync(db, caller.Tenant, changed.ExternalId, id, cancellationToken);
        StoredProfiles.Write(db, row, changed, record.DocumentText, clock.GetUtcNow(), differing);
        await db.SaveChangesAsync(cancellationToken);
        return changed;
    }
}
