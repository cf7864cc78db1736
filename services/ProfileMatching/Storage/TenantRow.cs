namespace CareerRecs.ProfileMatching.Storage;

/// <summary>Settings of a tenant.</summary>
public sealed class TenantRow
{
    /// <summary>The tenant.</summary>
    public required string Owner { get; init; }

    /// <summary>Whether questions about stored profiles need consent to the purpose of the call.</summary>
    public bool ConsentRequired { get; set; }

    /// <summary>Rises by one with every change; a write that read another revision fails.</summary>
    public long Revision { get; set; }

    /// <summary>Unix milliseconds of the last change.</summary>
    public long UpdateTime { get; set; }
}
