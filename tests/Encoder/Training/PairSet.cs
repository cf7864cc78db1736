namespace CareerRecs.Encoder;

/// <summary>Two phrases that mean one thing, as rows of units.</summary>
/// <param name="First">Rows of the first phrase.</param>
/// <param name="Second">Rows of the second phrase.</param>
/// <param name="Things">Occupations or skills that the first phrase names, sorted: no negatives of one another.</param>
/// <param name="Group">Classification group; neighbours make hard negatives.</param>
public sealed record PairExample(int[] First, int[] Second, int[] Things, int Group)
{
    /// <summary>Whether the examples share a thing or a phrase.</summary>
    public bool Overlaps(PairExample other) =>
        Things.AsSpan().IndexOfAny(other.Things) >= 0
        || First.AsSpan().SequenceEqual(other.First)
        || Second.AsSpan().SequenceEqual(other.Second);
}

/// <summary>Pairs of one kind.</summary>
/// <param name="Name">Name of the kind.</param>
/// <param name="PerEpoch">Pairs drawn an epoch.</param>
/// <param name="Draw">Draws a number of pairs.</param>
public sealed record PairSet(string Name, int PerEpoch, Func<Random, int, IEnumerable<PairExample>> Draw);
