using System.Security.Cryptography;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Documents;
using CareerRecs.ProfileMatching.Snapshots;
using CareerRecs.ProfileMatching.Storage;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Errors;
using Google.Protobuf;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.ProfileMatching.Profiles;

/// <summary>Stores a new profile, given in fields or read from a document; once, however often the same request comes.</summary>
internal sealed class ProfileCreation(
    IDbContextFactory<MatchingDb> databases,
    SnapshotLibrary library,
    DocumentReading documents,
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
        var (content, documentText) = await ReadSubjectAsync(caller, request, cancellationToken);
        return await Conflicts.RetryAsync(() =>
            TryCreateAsync(caller, request, content.Clone(), documentText, cancellationToken)
        );
    }

    private async Task<CreateProfileResponse> TryCreateAsync(
        Caller caller,
        CreateProfileRequest request,
        Profile content,
        string documentText,
        CancellationToken cancellationToken
    )
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var fingerprint = request.RequestId.Length > 0 ? SHA256.HashData(request.ToByteArray()) : [];
        if (request.RequestId.Length > 0)
        {
            var earlier = await db.Requests.SingleOrDefaultAsync(
                r => r.Owner == caller.Tenant && r.RequestId == request.RequestId,
                cancellationToken
            );
            if (earlier is not null && earlier.CreateTime > (now - RequestLife).ToUnixTimeMilliseconds())
            {
                return Repeat(earlier, fingerprint);
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
        await StoredProfiles.RequireFreeExternalIdAsync(db, caller.Tenant, content.ExternalId, id, cancellationToken);

        var response = new CreateProfileResponse
        {
            Profile = StoredProfiles.Add(db, caller.Tenant, id, content, documentText, now),
        };
        if (request.RequestId.Length > 0)
        {
            db.Requests.Add(
                new RequestRow
                {
                    Owner = caller.Tenant,
                    RequestId = request.RequestId,
                    ProfileId = id,
                    Fingerprint = fingerprint,
                    Response = response.ToByteArray(),
                    CreateTime = now.ToUnixTimeMilliseconds(),
                }
            );
        }

        await db.SaveChangesAsync(cancellationToken);
        return response;
    }

    private async Task<(Profile Content, string DocumentText)> ReadSubjectAsync(
        Caller caller,
        CreateProfileRequest request,
        CancellationToken cancellationToken
    )
    {
        switch (request.Subject.SubjectCase)
        {
            case Subject.SubjectOneofCase.InlineProfile:
                ProfileRules.Require(request.Subject.InlineProfile, "subject.inline_profile");
                return (ProfileFields.SettableOnly(request.Subject.InlineProfile), "");
            case Subject.SubjectOneofCase.Document:
                var document = request.Subject.Document;
                // Only what the caller states is the caller's to put right.
                ProfileRules.Require(document.Stated, "subject.document.stated");
                var catalog = await library.GetAsync(caller, request.Catalog, null, cancellationToken);
                var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
                var read = await documents.ReadAsync(
                    caller,
                    document,
                    "subject.document",
                    catalog.Snapshot,
                    today,
                    cancellationToken
                );
                var content = ProfileFields.SettableOnly(read.Profile);
                // Set by the server: this is where it does.
                // Terms that no role uses tell nothing here, and may tell who the person is.
                content.Terms.AddRange(read.Profile.Terms.Where(t => catalog.Index.Text.Knows(t.Term)));
                return (content, document.StoreText ? read.Text : "");
            default:
                throw Errors.InvalidArgument(
                    "subject.profile",
                    "names a stored profile; send inline_profile or document to make a new one"
                );
        }
    }

    private static CreateProfileResponse Repeat(RequestRow earlier, byte[] fingerprint)
    {
        if (earlier.Response.Length == 0)
        {
            throw Errors.FailedPrecondition(
                "PROFILE_ERASED",
                "The profile that this request made was erased since. Use another request_id to make a new one."
            );
        }
        if (!earlier.Fingerprint.AsSpan().SequenceEqual(fingerprint))
        {
            throw Errors.InvalidArgument(
                "request_id",
                "came with another request within the last day; each request needs its own"
            );
        }
        return CreateProfileResponse.Parser.ParseFrom(earlier.Response);
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
}
