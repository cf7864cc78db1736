namespace CareerRecs.Vocabulary;

/// <summary>
/// A light English stemmer for comparing running text with role texts: strips plural, -ing, -ed, -er, -ion and the like. It is
/// the S-stemmer of Harman (1991) with the commonest verbal and nominal endings; it prefers leaving a word alone to cutting too
/// much.
/// </summary>
public static class Stemmer
{
    private static readonly (string Ending, string Replacement, int LeastStem)[] Endings =
    [
        ("ational", "ate", 3),
        ("ization", "ize", 3),
        ("ations", "ate", 3),
        ("ation", "ate", 3),
        ("ators", "ate", 3),
        ("ator", "ate", 3),
        ("ments", "", 4),
        ("ment", "", 4),
        ("ings", "", 4),
        ("ing", "", 3),
        ("edly", "", 4),
        ("ied", "y", 2),
        ("ed", "", 3),
        ("ers", "", 4),
        ("er", "", 4),
        ("ions", "", 4),
        ("ion", "", 4),
        ("ities", "", 4),
        ("ity", "", 4),
        ("ally", "", 4),
        ("al", "", 4),
        ("ly", "", 4),
        ("es", "", 4),
        ("e", "", 3),
    ];

    /// <summary>The stem of a lower-case word.</summary>
    public static string Stem(string word)
    {
        if (word.Length < 4 || !char.IsAsciiLetterLower(word[0]))
        {
            return word;
        }
        var singular = TextAnalysis.Singular(word);
        foreach (var (ending, replacement, leastStem) in Endings)
        {
            if (singular.Length - ending.Length < leastStem || !singular.EndsWith(ending, StringComparison.Ordinal))
            {
                continue;
            }
            var stem = string.Concat(singular.AsSpan(0, singular.Length - ending.Length), replacement);
            // "planning" and "plan", "selling" and "sell": a doubled consonant before the ending goes, but for l and s.
            if (replacement.Length == 0 && stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is not ('l' or 's' or 'e' or 'o'))
            {
                stem = stem[..^1];
            }
            return stem.Length > 3 && stem[^1] == 'e' ? stem[..^1] : stem;
        }

        return singular;
    }
}
