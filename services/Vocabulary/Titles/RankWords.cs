namespace CareerRecs.Vocabulary;

/// <summary>
/// Words on rank that are part of many titles ("deputy head teacher") and go only where the whole title is unknown.
/// </summary>
internal static class RankWords
{
    private static readonly HashSet<string> Leading = new(StringComparer.Ordinal) { "acting", "chief", "deputy", "interim" };

    /// <summary>
    /// The title without its words on rank: "deputy electrician" is an electrician, "head of finance", "director of finance" and
    /// "vice president finance" are a finance manager. Returns the same list if no such word leads the title.
    /// </summary>
    public static IReadOnlyList<string> Remove(IReadOnlyList<string> words)
    {
        var start = 0;
        while (start < words.Count - 1 && Leading.Contains(words[start]))
        {
            start++;
        }

        if (words.Count - start >= 3 && words[start] is "head" or "director" && words[start + 1] == "of")
        {
            return [.. words.Skip(start + 2), "manager"];
        }

        if (words.Count - start >= 3 && words[start] == "vice" && words[start + 1] == "president")
        {
            return [.. words.Skip(start + 2).SkipWhile(word => word == "of"), "manager"];
        }

        return start == 0 ? words : [.. words.Skip(start)];
    }
}
