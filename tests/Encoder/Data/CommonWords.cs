namespace CareerRecs.Encoder;

/// <summary>
/// Common English words, the most useful first: people write "nappies" and "posh", which taxonomies of work lack.
/// </summary>
public static class CommonWords
{
    private static readonly string[] Regions = ["english", "british", "american"];
    private static readonly string[] Inflected = ["ed", "ing", "est", "ly", "ness", "ier"];

    /// <summary>
    /// Words of the start model's vocabulary that are English, then those of the SCOWL lists by level and length.
    /// </summary>
    /// <param name="folder">Folder of SCOWL's lists ("english-words.35").</param>
    /// <param name="modelWords">Words of the start model's vocabulary, commonest first.</param>
    public static string[] Load(string folder, string[] modelWords)
    {
        var small = Read(folder, 10, 20);
        var middle = Read(folder, 35).OrderBy(word => word.Length).ThenBy(word => word, StringComparer.Ordinal).ToArray();
        var english = small.Concat(middle).Concat(Read(folder, 40, 50)).ToHashSet();
        return
        [
            .. modelWords.Where(word => english.Contains(word) && !IsInflected(word)),
            .. small.Where(word => !IsInflected(word)),
            .. middle.Where(word => word.Length <= 8 && !IsInflected(word)),
            .. Read(folder, 40, 50, 55, 60).Where(word => word.Length <= 6 && !IsInflected(word)),
            .. modelWords.Where(english.Contains),
        ];
    }

    private static bool IsInflected(string word) =>
        word.Length > 5 && Inflected.Any(ending => word.EndsWith(ending, StringComparison.Ordinal));

    private static string[] Read(string folder, params int[] levels) =>
        levels
            .SelectMany(level => Regions.Select(region => Path.Combine(folder, $"{region}-words.{level}")))
            .Where(File.Exists)
            .SelectMany(File.ReadLines)
            .Where(word => word.Length > 1 && word.All(char.IsAsciiLetterLower))
            .Distinct()
            .ToArray();
}
