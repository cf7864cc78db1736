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
public sealed class ModelAuditRow
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

    /// <summary>The year it speaks of; 0: not stated. Null: taken in before this was kept, the message tells.</summary>
    public int? Year { get; set; }

    /// <summary>The <c>PayObservation</c> message as normalised.</summary>
    public byte[] Message { get; set; } = [];
}

/// <summary>A training of a model: who may go on with it is a matter of its lease.</summary>
public sealed class TrainingRow
{
    /// <summary>The slot that a running one holds.</summary>
    public const int OnlySlot = 1;

    /// <summary>Key: the last segment of its resource name.</summary>
    public long Id { get; set; }

    /// <summary>Whose observations it reads.</summary>
    public string Tenant { get; set; } = "";

    /// <summary>The model that it is to make, or has made; empty while it has no name.</summary>
    public string ModelId { get; set; } = "";

    /// <summary>How it stands. Who ends it must find it running.</summary>
    public V1.SalaryTraining.Types.State State { get; set; } = V1.SalaryTraining.Types.State.Running;

    /// <summary>How far it is, 0-1.</summary>
    public double Progress { get; set; }

    /// <summary>What it is doing.</summary>
    public string Step { get; set; } = "";

    /// <summary>Why it failed.</summary>
    public string Message { get; set; } = "";

    /// <summary>
    /// The same as a <c>google.rpc.Status</c>. Null if it did not fail, or failed before this was kept.
    /// </summary>
    public byte[]? Error { get; set; }

    /// <summary>Distinct rows that it is fitted to.</summary>
    public long Observations { get; set; }

    /// <summary>When it was started, Unix milliseconds.</summary>
    public long CreatedAt { get; set; }

    /// <summary>When it ended, Unix milliseconds.</summary>
    public long? EndedAt { get; set; }

    /// <summary>Until when its process is taken to live, Unix milliseconds.</summary>
    public long LeaseUntil { get; set; }

    /// <summary><see cref="OnlySlot"/> while it runs, else null. Unique, so the database itself lets only one run.</summary>
    public int? Slot { get; set; } = OnlySlot;
}

/// <summary>What was last said of the coverage of the model that answers.</summary>
public sealed class DriftRow
{
    /// <summary>The key of the only row.</summary>
    public const int OnlyId = 1;

    /// <summary>Always <see cref="OnlyId"/>.</summary>
    public int Id { get; set; } = OnlyId;

    /// <summary>Whether the last event said that the ranges no longer hold what they claim.</summary>
    public bool IsDrifted { get; set; }

    /// <summary>Rises by one with every event.</summary>
    public long Revision { get; set; }
}
