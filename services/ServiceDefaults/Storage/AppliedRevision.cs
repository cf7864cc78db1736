namespace CareerRecs.ServiceDefaults.Storage;

/// <summary>The last revision of a key that a durable consumer applied, stored in the transaction of its effect.</summary>
public sealed class AppliedRevision
{
    /// <summary>Revision of what is erased: nothing is ever higher.</summary>
    public const long Tombstone = long.MaxValue;

    /// <summary>The consumer.</summary>
    public required string Consumer { get; set; }

    /// <summary>The tenant.</summary>
    public required string Owner { get; set; }

    /// <summary>What the events tell of.</summary>
    public required string Key { get; set; }

    /// <summary>Last revision applied.</summary>
    public long Revision { get; set; }

    /// <summary>The key was erased; late events about it are dropped for good.</summary>
    public bool IsErased { get; set; }
}
