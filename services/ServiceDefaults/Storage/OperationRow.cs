namespace CareerRecs.ServiceDefaults.Storage;

/// <summary>States of a stored operation.</summary>
public enum OperationState
{
    /// <summary>It runs, or its process died and nobody has looked since.</summary>
    Running,

    /// <summary>It has a response.</summary>
    Succeeded,

    /// <summary>It failed or was cancelled.</summary>
    Failed,
}

/// <summary>Long work of a tenant, kept for a while after it ended. A running one holds a lease.</summary>
public sealed class OperationRow
{
    /// <summary>Last segment of its name. Identifiers sort by when the operation was started.</summary>
    public required string Id { get; set; }

    /// <summary>Tenant that started it; others do not see it.</summary>
    public required string Tenant { get; set; }

    /// <summary>Scope that starting it needed, which cancelling and deleting it needs too.</summary>
    public required string Scope { get; set; }

    /// <summary>State. Only a running one is ended.</summary>
    public OperationState State { get; set; }

    /// <summary>Whether it was asked to stop.</summary>
    public bool IsCancelRequested { get; set; }

    /// <summary>Metadata: a <c>google.protobuf.Any</c>.</summary>
    public required byte[] Metadata { get; set; }

    /// <summary>
    /// Response (<c>google.protobuf.Any</c>) if it succeeded, error (<c>google.rpc.Status</c>) if it failed, empty while it runs.
    /// </summary>
    public byte[] Result { get; set; } = [];

    /// <summary>When it was started, Unix milliseconds.</summary>
    public long CreatedAt { get; set; }

    /// <summary>When it ended, Unix milliseconds.</summary>
    public long? EndedAt { get; set; }

    /// <summary>End of its lease, Unix milliseconds: until then its process counts as alive.</summary>
    public long LeaseUntil { get; set; }
}
