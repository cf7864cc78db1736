using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Profiles.Layers;
using CareerRecs.ProfileMatching.Storage;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Errors;
using Google.Protobuf.Reflection;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.ProfileMatching.Profiles;

/// <summary>Changes what the person states in the fields that a mask names.</summary>
internal sealed class ProfileUpdate(IDbContextFactory<MatchingDb> databases, StoredProfiles profiles, TimeProvider clock)
{
    public async Task<Profile> UpdateAsync(Caller caller, UpdateProfileRequest request, CancellationToken cancellationToken)
    {
        if (request.Profile.Name.Length == 0)
        {
            throw Errors.InvalidArgument("profile.name", "is required: profiles/{profile}");
        }
        var fields = ProfileFields.InMask(request.UpdateMask, request.Profile);
        ProfileRules.Require(request.Profile, "profile");
        return await Conflicts.RetryAsync(() => TryUpdateAsync(caller, request.Profile.Clone(), fields, cancellationToken));
    }

    private async Task<Profile> TryUpdateAsync(
        Caller caller,
        Profile sent,
        IReadOnlyCollection<FieldDescriptor> fields,
        CancellationToken cancellationToken
    )
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var row = await profiles.FindAsync(db, caller, ProfileName.Parse(sent.Name), cancellationToken);
        var record = profiles.Read(row);
        StoredProfiles.RequireEtag(sent.Etag, row);
        if (Corrections.IsReading(sent.Skills))
        {
            Corrections.Keep(record.Profile.Skills, sent.Skills);
        }

        var now = clock.GetUtcNow();
        var content = ProfileContent.FromRecord(record, now);
        content.StateByPerson(sent, fields);
        await profiles.RequireFreeExternalIdAsync(db, row, content.Own.ExternalId, cancellationToken);
        var written = profiles.Write(db, row, content, now);
        await db.SaveChangesAsync(cancellationToken);
        return written.Profile;
    }
}
