namespace CareerRecs.Encoder;

/// <summary>Settings of the contrastive training.</summary>
public sealed record TrainingSettings
{
    /// <summary>Passes over all kinds of pairs.</summary>
    public int Epochs { get; init; } = 2;

    /// <summary>
    /// Runs from different seeds whose rows are averaged; they share their start, so rows of a unit stay alike.
    /// </summary>
    public int Seeds { get; init; } = 1;

    /// <summary>Step of a component, relative to the row's start length.</summary>
    public float Rate { get; init; } = 0.024f;

    /// <summary>Divisor of cosines; lower tells near phrases apart more sharply.</summary>
    public float Temperature { get; init; } = 0.05f;

    /// <summary>Share of the way back to its start that a touched row goes with each batch.</summary>
    public float Anchor { get; init; } = 0.0002f;

    /// <summary>Share of the trained rows in the result; the rest is the start, which knows words that the pairs lack.</summary>
    public float Share { get; init; } = 1;

    /// <summary>Pairs a batch.</summary>
    public int Batch { get; init; } = 512;
}
