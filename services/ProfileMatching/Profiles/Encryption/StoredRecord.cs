using CareerRecs.ProfileMatching.Storage;

namespace CareerRecs.ProfileMatching.Profiles.Encryption;

/// <summary>What is stored of a profile, and by which key.</summary>
/// <param name="Owner">The tenant.</param>
/// <param name="Id">The last segment of the profile's name.</param>
/// <param name="KeyId">Key that wraps the data key; null if the record is not encrypted.</param>
/// <param name="WrappedKey">The data key, wrapped; null if the record is not encrypted.</param>
/// <param name="Record">The record, encrypted by the data key or as it is.</param>
internal readonly record struct StoredRecord(string Owner, string Id, string? KeyId, byte[]? WrappedKey, byte[] Record)
{
    /// <summary>What is stored in a row.</summary>
    public static StoredRecord FromRow(ProfileRow row) => new(row.Owner, row.Id, row.KeyId, row.WrappedKey, row.Record);
}
