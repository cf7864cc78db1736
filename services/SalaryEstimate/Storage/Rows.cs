namespace CareerRecs.Salary.Storage;

/// <summary>A salary model: the public message and the parameter file.</summary>
public sealed class ModelRow
{
    /// <summary>Identifier: the last segment of its resource name.</summary>
    public string Id { get; set; } = "";

    /// <summary>When it was made, Unix milliseconds; orders the models.</summary>
    public long CreatedAt { get; set; }

    /// <summary>Revision of its last activation; 0: never activated.</summary>
    public long Revision { get; set; }

    /// <summary>The <c>SalaryModel</c> message, without what changes: state, etag, revision.</summary>
    public byte[] Message { get; set; } = [];

    /// <summary>Whether its file is there; of older models only the name is known.</summary>
    public bool IsKept { get; set; } = true;

    /// <summary>The parameter file; empty where it is no longer kept.</summary>
    public byte[] File { get; set; } = [];
}

/// <summary>Which model answers.</summary>
public sealed class ActivationRow
{
    /// <summary>The key of the only row.</summary>
    public const int OnlyId = 1;

    /// <summary>Always <see cref="OnlyId"/>.</summary>
    public int Id { get; set; } = OnlyId;

    /// <summary>The model that answers.</summary>
    public string ModelId { get; set; } = "";

    /// <summary>Rises by one with every activation.</summary>
    public long Revision { get; set; }
}

/// <summary>One change of the model that answers.</summary>
public sealed class AuditRow
{
    /// <summary>Key.</summary>
    public long Id { get; set; }

    /// <summary>When, Unix milliseconds.</summary>
    public long At { get; set; }

    /// <summary>Tenant of who did it.</summary>
    public string Tenant { get; set; } = "";

    /// <summary>Who did it.</summary>
    public string Subject { get; set; } = "";

    /// <summary>The model that was activated.</summary>
    public string ModelId { get; set; } = "";

    /// <summary>The model before.</summary>
    public string PreviousId { get; set; } = "";

    /// <summary>Revision of the activation.</summary>
    public long Revision { get; set; }

    /// <summary>Why, as stated.</summary>
    public string Reason { get; set; } = "";
}

/// <summary>A pay observation of a tenant, amount brought to a year.</summary>
public sealed class ObservationRow
{
    /// <summary>Whose it is; never shown to another.</summary>
    public string Tenant { get; set; } = "";

    /// <summary>Where it is from.</summary>
    public string Source { get; set; } = "";

    /// <summary>Its identifier there.</summary>
    public string ObservationId { get; set; } = "";

    /// <summary>When it was taken in, Unix milliseconds.</summary>
    public long ImportedAt { get; set; }

    /// <summary>The <c>PayObservation</c> message as normalised.</summary>
    public byte[] Message { get; set; } = [];
}
