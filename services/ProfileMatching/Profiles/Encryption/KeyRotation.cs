using CareerRecs.ProfileMatching.Storage;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.ProfileMatching.Profiles.Encryption;

/// <summary>What a pass over the stored profiles did.</summary>
/// <param name="Rewrapped">Data keys brought to the primary key.</param>
/// <param name="Encrypted">Profiles encrypted that were stored as they are.</param>
/// <param name="Failed">Profiles that did not open.</param>
/// <param name="Use">Which keys are used after it.</param>
public sealed record RotationReport(long Rewrapped, long Encrypted, long Failed, KeyUse Use);

/// <summary>
/// Brings every stored profile to the primary key while the host goes on. A row that is written meanwhile conflicts with one of
/// the two by its key, and is read again; nothing of a profile but its keys changes, so its revision stays.
/// </summary>
internal sealed class KeyRotation(IDbContextFactory<MatchingDb> databases, ProfileCipher cipher)
{
    private const int Batch = 100;
    private const int MostResponses = 1_000;

    /// <summary>Goes over all profiles once. Without keys nothing is changed.</summary>
    public async Task<RotationReport> RunAsync(CancellationToken cancellationToken)
    {
        long rewrapped = 0;
        long encrypted = 0;
        long failed = 0;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (cipher.Ring is { } ring)
        {
            var (owner, id) = ("", "");
            while (await FindDueAsync(db, ring, owner, id, cancellationToken) is { Count: > 0 } due)
            {
                foreach (var row in due)
                {
                    try
                    {
                        rewrapped += row.KeyId is null ? 0 : await RewrapAsync(db, row, ring, cancellationToken);
                        encrypted += row.KeyId is null ? await EncryptAsync(db, row, cancellationToken) : 0;
                    }
                    catch (RpcException)
                    {
                        failed++;
                    }
                }
                (owner, id) = (due[^1].Owner, due[^1].Id);
            }
            failed += await EncryptResponsesAsync(db, ring, cancellationToken);
        }
        return new RotationReport(
            rewrapped,
            encrypted,
            failed,
            await KeyUse.CountAsync(db, cipher.Ring?.Primary, cancellationToken)
        );
    }

    /// <summary>Returns the next rows that can be brought to the primary key; those of a key that is not here cannot.</summary>
    private static Task<List<ProfileRow>> FindDueAsync(
        MatchingDb db,
        KeyRing ring,
        string owner,
        string id,
        CancellationToken cancellationToken
    )
    {
        var others = ring.Others.ToArray();
        return db
            .Profiles.AsNoTracking()
            .Where(p => p.KeyId == null || others.Contains(p.KeyId))
            .Where(p => p.Owner.CompareTo(owner) > 0 || (p.Owner == owner && p.Id.CompareTo(id) > 0))
            .OrderBy(p => p.Owner)
            .ThenBy(p => p.Id)
            .Take(Batch)
            .ToListAsync(cancellationToken);
    }

    private Task<int> RewrapAsync(MatchingDb db, ProfileRow row, KeyRing ring, CancellationToken cancellationToken)
    {
        var (keyId, wrapped) = (ring.Primary, cipher.Rewrap(StoredRecord.FromRow(row), ring));
        return db
            .Profiles.Where(p => p.Owner == row.Owner && p.Id == row.Id && p.KeyId == row.KeyId)
            .ExecuteUpdateAsync(
                p => p.SetProperty(r => r.KeyId, keyId).SetProperty(r => r.WrappedKey, wrapped),
                cancellationToken
            );
    }

    private Task<int> EncryptAsync(MatchingDb db, ProfileRow row, CancellationToken cancellationToken)
    {
        cipher.Store(row, cipher.Open(StoredRecord.FromRow(row)));
        return db
            .Profiles.Where(p => p.Owner == row.Owner && p.Id == row.Id && p.KeyId == null && p.Revision == row.Revision)
            .ExecuteUpdateAsync(
                p =>
                    p.SetProperty(r => r.KeyId, row.KeyId)
                        .SetProperty(r => r.WrappedKey, row.WrappedKey)
                        .SetProperty(r => r.Record, row.Record)
                        .SetProperty(r => r.ExternalId, row.ExternalId),
                cancellationToken
            );
    }

    /// <summary>Answers kept for repeats live for a day: only those from before the host had keys are not encrypted.</summary>
    private async Task<int> EncryptResponsesAsync(MatchingDb db, KeyRing ring, CancellationToken cancellationToken)
    {
        byte[] erased = [];
        var due = await (
            from request in db.Requests.AsNoTracking()
            where !request.IsSealed && request.Response != erased
            join profile in db.Profiles on new { request.Owner, Id = request.ProfileId } equals new { profile.Owner, profile.Id }
            where profile.KeyId == ring.Primary
            select new { request, profile }
        )
            .Take(MostResponses)
            .ToListAsync(cancellationToken);
        var failed = 0;
        foreach (var pair in due)
        {
            failed += await TryEncryptResponseAsync(db, pair.request, pair.profile, cancellationToken) ? 0 : 1;
        }
        return failed;
    }

    private async Task<bool> TryEncryptResponseAsync(
        MatchingDb db,
        RequestRow request,
        ProfileRow profile,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var plain = request.Response;
            var closed = cipher.SealResponse(request, StoredRecord.FromRow(profile), plain);
            await db
                .Requests.Where(r => r.Owner == request.Owner && r.RequestId == request.RequestId && r.Response == plain)
                .ExecuteUpdateAsync(
                    r => r.SetProperty(row => row.Response, closed).SetProperty(row => row.IsSealed, true),
                    cancellationToken
                );
            return true;
        }
        catch (RpcException)
        {
            return false;
        }
    }
}
