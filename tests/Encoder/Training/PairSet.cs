namespace CareerRecs.Encoder;

/// <summary>Two texts that mean one thing. A text is one phrase or several, each as rows of units.</summary>
/// <param name="First">Rows of the phrases of the first text.</param>
/// <param name="Second">Rows of the phrases of the second text.</param>
/// <param name="Things">Occupations or skills that the first text names, sorted: no negatives of one another.</param>
/// <param name="Group">Classification group; neighbours make hard negatives.</param>
public sealed record PairExample(int[][] First, int[][] Second, int[] Things, int Group)
{
    /// <summary>Whether both texts have rows and are not the same.</summary>
    public bool IsUsable => First.Length > 0 && Second.Length > 0 && !IsSame(First, Second);

    /// <summary>Whether the examples share a thing or a text.</summary>
    public bool Overlaps(PairExample other) =>
        Things.AsSpan().IndexOfAny(other.Things) >= 0 || IsSame(First, other.First) || IsSame(Second, other.Second);

    private static bool IsSame(int[][] a, int[][] b) => a.Length == 1 && b.Length == 1 && a[0].AsSpan().SequenceEqual(b[0]);
}

/// <summary>Pairs of one kind.</summary>
/// <param name="Name">Name of the kind.</param>
/// <param name="PerEpoch">Pairs drawn an epoch.</param>
/// <param name="Draw">Draws a number of pairs.</param>
public sealed record PairSet(string Name, int PerEpoch, Func<Random, int, IEnumerable<PairExample>> Draw);
