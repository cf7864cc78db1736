namespace CareerRecs.Evaluation.Suites.Documents;

/// <summary>Counts of one metric in one document.</summary>
/// <param name="Hits">Items read right.</param>
/// <param name="Of">Items that there are, of recall, or that were read, of precision.</param>
internal readonly record struct Count(int Hits, int Of)
{
    public static Count operator +(Count a, Count b) => new(a.Hits + b.Hits, a.Of + b.Of);

    /// <summary>Share of the items read right; 1 if there are none.</summary>
    public double Share => Of == 0 ? 1 : (double)Hits / Of;
}

/// <summary>One document as read, counted against its truth.</summary>
/// <param name="File">Name of the document.</param>
/// <param name="Truth">Its truth.</param>
/// <param name="Text">Its text as read.</param>
/// <param name="Counts">Counts by metric.</param>
/// <param name="Misses">What was read wrong, a line each.</param>
internal sealed record Score(
    string File,
    Truth Truth,
    string Text,
    IReadOnlyDictionary<string, Count> Counts,
    IReadOnlyList<string> Misses
);
