namespace CareerRecs.Vocabulary;

/// <summary>Orders a short list of names by how near they are to what somebody wrote, to offer in a message.</summary>
public static class NearNames
{
    private const int LongestCompared = 100;

    /// <summary>The names, nearest first: those that share most words, then those with the fewest edits.</summary>
    public static IEnumerable<string> Order(string written, IEnumerable<string> names)
    {
        var words = Words(written).ToHashSet(StringComparer.Ordinal);
        var plain = string.Join(' ', Words(written));
        if (plain.Length > LongestCompared)
        {
            plain = plain[..LongestCompared];
        }
        return names
            .OrderByDescending(name => Words(name).Count(words.Contains))
            .ThenBy(name => EditDistance.Between(plain, string.Join(' ', Words(name)), LongestCompared))
            .ThenBy(name => name, StringComparer.Ordinal);
    }

    private static IEnumerable<string> Words(string text) =>
        TextAnalysis.Tokenize(text).Select(t => TextAnalysis.Singular(t.Text));
}
