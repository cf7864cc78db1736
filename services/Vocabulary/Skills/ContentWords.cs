namespace CareerRecs.Vocabulary;

/// <summary>Words of a name that carry its meaning, as stems: "brick laying" and "lay the bricks" have the same.</summary>
internal static class ContentWords
{
    private static readonly HashSet<string> Light = new(StringComparer.Ordinal)
    {
        "a",
        "an",
        "the",
        "of",
        "for",
        "to",
        "in",
        "on",
        "with",
        "and",
        "at",
        "by",
        "from",
        "as",
        "my",
        "use",
        "using",
        "usage",
        "operate",
        "operating",
        "operation",
        "perform",
        "performing",
        "do",
        "doing",
        "carry",
        "out",
        "work",
        "working",
        "handle",
        "handling",
        "experience",
        "experienced",
        "knowledge",
        "understanding",
        "familiar",
        "proficient",
        "skill",
        "skills",
        "skilled",
        "ability",
        "able",
        "basic",
        "basics",
        "good",
        "strong",
        "excellent",
        "advanced",
        "expert",
    };

    /// <summary>Stems of the content words in the order of the text; of all words if every word is light.</summary>
    public static string[] FindStems(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var content = Array.FindAll(words, word => !Light.Contains(word));
        return Array.ConvertAll(content.Length > 0 ? content : words, word => Stemmer.Stem(WordKeys.KeyFor(word)));
    }

    /// <summary>The stems as a set written as one text, the same for any order.</summary>
    public static string SetKey(string name) =>
        string.Join(' ', FindStems(name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
}
