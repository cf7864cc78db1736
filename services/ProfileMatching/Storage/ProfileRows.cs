namespace CareerRecs.ProfileMatching.Storage;

/// <summary>A stored profile. Only what is searched by stands in columns; all else is in the record. Times are whole numbers,
/// which both databases compare alike: Unix milliseconds, where the column does not say otherwise.</summary>
public sealed class ProfileRow
{
    /// <summary>The tenant.</summary>
    public required string Owner { get; init; }

    /// <summary>The last segment of <c>profiles/{profile}</c>.</summary>
    public required string Id { get; init; }

    /// <summary>
    /// Identifier in the tenant's HR system, as a keyed hash where the record is encrypted. Null: none, so that the unique index
    /// lets it pass.
    /// </summary>
    public string? ExternalId { get; set; }

    /// <summary>Rises with every change; a write that read another revision fails.</summary>
    public long Revision { get; set; }

    /// <summary>
    /// When it last changed, in ticks of 100 ns (UTC), so that it compares as exactly as <c>Profile.update_time</c>. 0: not since
    /// this column exists.
    /// </summary>
    public long UpdateTime { get; set; }

    /// <summary>When the sweep erases it. Null: never.</summary>
    public long? ExpireTime { get; set; }

    /// <summary>
    /// A serialized <c>careerrecs.matching.storage.v1.ProfileRecord</c>, encrypted by the data key if there is one.
    /// </summary>
    public byte[] Record { get; set; } = [];

    /// <summary>
    /// Key that wraps the data key; a write that read another fails, since the record is of one data key alone. Null: the record
    /// is not encrypted.
    /// </summary>
    public string? KeyId { get; set; }

    /// <summary>The data key of the profile, wrapped. Null: the record is not encrypted.</summary>
    public byte[]? WrappedKey { get; set; }
}

/// <summary>Says that a profile was erased, so that nothing late brings it back and its id is never used again.</summary>
public sealed class ErasureTombstone
{
    /// <summary>The tenant.</summary>
    public required string Owner { get; init; }

    /// <summary>The id of the profile.</summary>
    public required string Id { get; init; }

    /// <summary>Higher than every revision the profile had.</summary>
    public required long Revision { get; init; }

    /// <summary>When it was erased.</summary>
    public required long EraseTime { get; init; }
}

/// <summary>What was answered to a request that carried a <c>request_id</c>; kept for a day.</summary>
public sealed class RequestRow
{
    /// <summary>The tenant.</summary>
    public required string Owner { get; init; }

    /// <summary>The caller's id of the request.</summary>
    public required string RequestId { get; init; }

    /// <summary>The profile that it made.</summary>
    public required string ProfileId { get; init; }

    /// <summary>Hash of the request, keyed if the host has keys, to tell a repeat from an id that is used twice.</summary>
    public byte[] Fingerprint { get; set; } = [];

    /// <summary>The serialized answer. Empty: the profile was erased since.</summary>
    public byte[] Response { get; set; } = [];

    /// <summary>Whether the answer is encrypted by the data key of the profile.</summary>
    public bool IsSealed { get; set; }

    /// <summary>When it came.</summary>
    public required long CreateTime { get; init; }
}
