using CareerRecs.Matching.Storage.V1;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Profiles.Encryption;
using CareerRecs.ProfileMatching.Profiles.Layers;
using CareerRecs.ProfileMatching.Storage;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Errors;
using Google.Protobuf;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.ProfileMatching.Profiles;

/// <summary>Stores a new profile, given in fields or read from a document; once, however often the same request comes.</summary>
internal sealed class ProfileCreation(
    IDbContextFactory<MatchingDb> databases,
    ProfileDocuments documents,
    StoredProfiles profiles,
    ProfileCipher cipher,
    TimeProvider clock
)
{
    /// <summary>How long a request id is remembered.</summary>
    public static TimeSpan RequestLife { get; } = TimeSpan.FromDays(1);

    public async Task<CreateProfileResponse> CreateAsync(
        Caller caller,
        CreateProfileRequest request,
        CancellationToken cancellationToken
    )
    {
        var read = await ReadSubjectAsync(caller, request, cancellationToken);
        return await Conflicts.RetryAsync(() => TryCreateAsync(caller, request, read, cancellationToken));
    }

    private async Task<CreateProfileResponse> TryCreateAsync(
        Caller caller,
        CreateProfileRequest request,
        GivenPerson person,
        CancellationToken cancellationToken
    )
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var fingerprints = request.RequestId.Length > 0 ? cipher.FindFingerprints(request.ToByteArray()) : [];
        if (request.RequestId.Length > 0)
        {
            var earlier = await db.Requests.SingleOrDefaultAsync(
                r => r.Owner == caller.Tenant && r.RequestId == request.RequestId,
                cancellationToken
            );
            if (earlier is not null && earlier.CreateTime > (now - RequestLife).ToUnixTimeMilliseconds())
            {
                return await RepeatAsync(db, earlier, fingerprints, cancellationToken);
            }
            if (earlier is not null)
            {
                // Too old to answer with, and the sweep has not come by yet. Saved apart, as the new row has the same key.
                db.Requests.Remove(earlier);
                await db.SaveChangesAsync(cancellationToken);
            }
        }

        var id = request.ProfileId.Length > 0 ? request.ProfileId : Guid.CreateVersion7(now).ToString("N");
        if (request.ProfileId.Length > 0)
        {
            await RequireFreeIdAsync(db, caller.Tenant, id, cancellationToken);
        }
        var row = new ProfileRow { Owner = caller.Tenant, Id = id };
        await profiles.RequireFreeExternalIdAsync(db, row, person.Stated.ExternalId, cancellationToken);

        var content = ProfileContent.FromRecord(new ProfileRecord(), now);
        content.StateByPerson(person.Stated, ProfileFields.Settable);
        if (person.Document is { } document)
        {
            content = content.WithDocument(document);
        }

        var response = new CreateProfileResponse { Profile = profiles.Add(db, row, content, now) };
        if (request.RequestId.Length > 0)
        {
            var kept = new RequestRow
            {
                Owner = caller.Tenant,
                RequestId = request.RequestId,
                ProfileId = id,
                Fingerprint = fingerprints[0],
                CreateTime = now.ToUnixTimeMilliseconds(),
            };
            cipher.StoreResponse(kept, row, response.ToByteArray());
            db.Requests.Add(kept);
        }

        await db.SaveChangesAsync(cancellationToken);
        return response;
    }

    private async Task<GivenPerson> ReadSubjectAsync(
        Caller caller,
        CreateProfileRequest request,
        CancellationToken cancellationToken
    )
    {
        switch (request.Subject.SubjectCase)
        {
            case Subject.SubjectOneofCase.InlineProfile:
                ProfileRules.Require(request.Subject.InlineProfile, "subject.inline_profile");
                return new GivenPerson(request.Subject.InlineProfile, null);
            case Subject.SubjectOneofCase.Document:
                var source = new DocumentSource(request.Subject.Document, "subject.document", request.Catalog);
                return new GivenPerson(
                    request.Subject.Document.Stated ?? new Profile(),
                    await documents.ReadAsync(caller, source, cancellationToken)
                );
            default:
                throw Errors.InvalidArgument(
                    "subject.profile",
                    "names a stored profile; send inline_profile or document to make a new one"
                );
        }
    }

    private async Task<CreateProfileResponse> RepeatAsync(
        MatchingDb db,
        RequestRow earlier,
        byte[][] fingerprints,
        CancellationToken cancellationToken
    )
    {
        var row = await db
            .Profiles.AsNoTracking()
            .SingleOrDefaultAsync(p => p.Owner == earlier.Owner && p.Id == earlier.ProfileId, cancellationToken);
        if (row is null || earlier.Response.Length == 0)
        {
            throw Errors.FailedPrecondition(
                "PROFILE_ERASED",
                "The profile that this request made was erased since. Use another request_id to make a new one."
            );
        }
        if (!fingerprints.Any(earlier.Fingerprint.SequenceEqual))
        {
            throw Errors.InvalidArgument(
                "request_id",
                "came with another request within the last day; each request needs its own"
            );
        }
        return CreateProfileResponse.Parser.ParseFrom(cipher.OpenResponse(earlier, StoredRecord.FromRow(row)));
    }

    private static async Task RequireFreeIdAsync(MatchingDb db, string owner, string id, CancellationToken cancellationToken)
    {
        if (await db.Tombstones.AnyAsync(t => t.Owner == owner && t.Id == id, cancellationToken))
        {
            throw Errors.AlreadyExists(
                StoredProfiles.NameOf(id),
                $"{StoredProfiles.NameOf(id)} was erased and its id is not used again. Choose another profile_id."
            );
        }
        if (await db.Profiles.AnyAsync(p => p.Owner == owner && p.Id == id, cancellationToken))
        {
            throw Errors.AlreadyExists(
                StoredProfiles.NameOf(id),
                $"{StoredProfiles.NameOf(id)} is there already. Choose another profile_id, or update it."
            );
        }
    }

    /// <summary>A person as a request gives one.</summary>
    /// <param name="Stated">What the person states.</param>
    /// <param name="Document">What a document states; null: there is none.</param>
    private sealed record GivenPerson(Profile Stated, DocumentFacts? Document);
}
