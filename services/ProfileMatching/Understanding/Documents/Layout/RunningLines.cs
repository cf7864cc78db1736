namespace CareerRecs.ProfileMatching.Understanding.Documents.Layout;

/// <summary>
/// Drops what every page repeats at its top or bottom: the title of the document, the name, the number of the page.
/// </summary>
internal sealed class RunningLines
{
    /// <summary>Lines at the top and the bottom of a page that may be repeated.</summary>
    private const int Margin = 3;

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>The lines of the next page without those that an earlier page has in its margins.</summary>
    public List<IReadOnlyList<string>> Drop(List<IReadOnlyList<string>> page)
    {
        var margins = Enumerable
            .Range(0, page.Count)
            .Where(i => i < Margin || i >= page.Count - Margin)
            .ToDictionary(i => i, i => Key(page[i]));
        var kept = page.Where((_, i) => !margins.TryGetValue(i, out var key) || !_seen.Contains(key)).ToList();
        _seen.UnionWith(margins.Values);
        return kept;
    }

    /// <summary>The line without its numbers.</summary>
    private static string Key(IReadOnlyList<string> line) =>
        string.Concat(string.Join('\t', line).Select(c => char.IsDigit(c) ? '0' : c));
}
