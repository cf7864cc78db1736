using System.Buffers.Text;
using System.Security.Cryptography;
using CareerRecs.Matching.Storage.V1;
using CareerRecs.ProfileMatching.Storage;
using CareerRecs.ServiceDefaults.Configuration;
using CareerRecs.ServiceDefaults.Errors;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.ProfileMatching.Profiles.Encryption;

/// <summary>
/// Encrypts what is stored of people, if the host has keys for it. Each profile has a data key of its own, wrapped by a key of
/// the ring; the row's identity is part of both, so that nothing opens in the place of another. Rows stored as they are stay
/// readable.
/// </summary>
/// <param name="keys">Keys of the host; null: profiles are stored as they are.</param>
internal sealed class ProfileCipher(ReloadedFile<KeyRing>? keys)
{
    /// <summary>The keys that count now; null if the host has none.</summary>
    public KeyRing? Ring => keys?.GetCurrent();

    /// <summary>Decrypts a record. FAILED_PRECONDITION if the host lacks its key, DATA_LOSS if it was changed.</summary>
    public ProfileRecord Open(StoredRecord stored) =>
        ProfileRecord.Parser.ParseFrom(
            stored.KeyId is null ? stored.Record : Decrypt(UnwrapKey(stored), stored.Record, IdentifyRecord(stored), stored.Id)
        );

    /// <summary>Puts a record and its external id into its row, encrypted if the host has keys.</summary>
    public void Store(ProfileRow row, ProfileRecord record)
    {
        var externalId = record.Profile.ExternalId;
        var bytes = record.ToByteArray();
        if (Ring is not { } ring)
        {
            row.Record = bytes;
            row.ExternalId = externalId.Length > 0 ? externalId : null;
            return;
        }

        var stored = StoredRecord.FromRow(row);
        var dataKey = stored.KeyId is null ? RandomNumberGenerator.GetBytes(KeyRingFile.KeyBytes) : UnwrapKey(stored);
        if (row.KeyId != ring.Primary)
        {
            (row.KeyId, row.WrappedKey) = (ring.Primary, WrapKey(ring, stored, dataKey));
        }
        row.Record = SealedBytes.Seal(dataKey, bytes, IdentifyRecord(stored));
        row.ExternalId = externalId.Length > 0 ? HashExternalId(ring, row.Owner, externalId) : null;
    }

    /// <summary>Returns the data key of an encrypted record, wrapped by the primary key of a ring.</summary>
    public byte[] Rewrap(StoredRecord stored, KeyRing ring) => WrapKey(ring, stored, UnwrapKey(stored));

    /// <summary>Returns what the external id of a profile may be stored as.</summary>
    public string[] FindStoredIds(string owner, string externalId) =>
        Ring is { } ring ? [HashExternalId(ring, owner, externalId), externalId] : [externalId];

    /// <summary>
    /// FAILED_PRECONDITION if the host has no keys and profiles of the tenant are encrypted, so that it cannot tell whether one
    /// has an external id.
    /// </summary>
    public async Task RequireSearchableAsync(MatchingDb db, string owner, CancellationToken cancellationToken)
    {
        if (keys is not null)
        {
            return;
        }
        var keyId = await db
            .Profiles.Where(p => p.Owner == owner && p.KeyId != null)
            .Select(p => p.KeyId)
            .FirstOrDefaultAsync(cancellationToken);
        if (keyId is not null)
        {
            throw KeyMissing(keyId);
        }
    }

    /// <summary>Puts an answer that is kept for repeats into its row, encrypted as its profile is.</summary>
    public void StoreResponse(RequestRow request, ProfileRow profile, byte[] response)
    {
        var stored = StoredRecord.FromRow(profile);
        request.IsSealed = stored.KeyId is not null;
        request.Response = request.IsSealed ? SealResponse(request, stored, response) : response;
    }

    /// <summary>Encrypts an answer that is kept for repeats.</summary>
    public byte[] SealResponse(RequestRow request, StoredRecord profile, byte[] response) =>
        SealedBytes.Seal(UnwrapKey(profile), response, IdentifyResponse(request));

    /// <summary>Decrypts an answer that is kept for repeats.</summary>
    public byte[] OpenResponse(RequestRow request, StoredRecord profile) =>
        request.IsSealed
            ? Decrypt(UnwrapKey(profile), request.Response, IdentifyResponse(request), request.ProfileId)
            : request.Response;

    /// <summary>Returns what the fingerprint of a request may be stored as; the first is stored now.</summary>
    public byte[][] FindFingerprints(byte[] request)
    {
        var plain = SHA256.HashData(request);
        return Ring is { } ring ? [HMACSHA256.HashData(ring.LookupKey, plain), plain] : [plain];
    }

    private static string HashExternalId(KeyRing ring, string owner, string externalId) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(ring.LookupKey, SealedBytes.Identify("external_id", owner, externalId)));

    private static byte[] WrapKey(KeyRing ring, StoredRecord stored, byte[] dataKey) =>
        SealedBytes.Seal(ring.Find(ring.Primary), dataKey, IdentifyDataKey(stored, ring.Primary));

    private byte[] UnwrapKey(StoredRecord stored) =>
        Ring?.Find(stored.KeyId!) is { } key
            ? Decrypt(key, stored.WrappedKey, IdentifyDataKey(stored, stored.KeyId!), stored.Id)
            : throw KeyMissing(stored.KeyId!);

    private static byte[] Decrypt(byte[] key, byte[]? closed, byte[] identity, string id) =>
        SealedBytes.TryOpen(key, closed, identity) ?? throw Errors.StoreDamaged($"profiles/{id}");

    private static byte[] IdentifyRecord(StoredRecord stored) => SealedBytes.Identify("profile", stored.Owner, stored.Id);

    private static byte[] IdentifyDataKey(StoredRecord stored, string keyId) =>
        SealedBytes.Identify("data_key", stored.Owner, stored.Id, keyId);

    private static byte[] IdentifyResponse(RequestRow request) =>
        SealedBytes.Identify("response", request.Owner, request.RequestId, request.ProfileId);

    private static RpcException KeyMissing(string keyId) =>
        Errors.FailedPrecondition(
            "ENCRYPTION_KEY_MISSING",
            $"The profile is encrypted by the key '{keyId}', which this host does not have. Its operator puts the key back into "
                + "Profiles__EncryptionKeysFile.",
            ("key", keyId)
        );
}
