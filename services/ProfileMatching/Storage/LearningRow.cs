namespace CareerRecs.ProfileMatching.Storage;

/// <summary>What a tenant lists to learn from.</summary>
public sealed class LearningRow
{
    /// <summary>The tenant.</summary>
    public required string Owner { get; init; }

    /// <summary>Rises with every replacement; a write that read another revision fails.</summary>
    public long Revision { get; set; }

    /// <summary>A serialized <c>careerrecs.matching.storage.v1.LearningRecord</c>.</summary>
    public byte[] Record { get; set; } = [];
}
