namespace CareerRecs.Vocabulary;

/// <summary>A word of a text with where it stands, in UTF-16 units.</summary>
/// <param name="Text">The word in lower case, as written otherwise.</param>
/// <param name="Start">Where it starts.</param>
/// <param name="End">Where it ends, exclusive.</param>
public readonly record struct Token(string Text, int Start, int End);

/// <summary>
/// Words of a text in lower case (<see cref="WordSpans"/>), and the forms in which names are compared.
/// </summary>
public static class TextAnalysis
{
    /// <summary>In texts this long words come again and again; they share one string.</summary>
    private const int SharedFrom = 500;
    private const int LongestShared = 64;

    /// <summary>The words of the text, in order. Linear in its length.</summary>
    public static List<Token> Tokenize(ReadOnlySpan<char> text)
    {
        var tokens = new List<Token>(text.Length / 6 + 4);
        var words =
            text.Length > SharedFrom
                ? new HashSet<string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>()
                : default(HashSet<string>.AlternateLookup<ReadOnlySpan<char>>?);
        var spans = new WordSpans(text);
        while (spans.MoveNext())
        {
            tokens.Add(new Token(Lower(spans.Current, words), spans.Start, spans.End));
        }

        return tokens;
    }

    /// <summary>The words of a short text joined by single spaces: the form in which names are compared.</summary>
    public static string Normalize(string text) => string.Join(' ', Tokenize(LetterForms.Normalize(text)).Select(t => t.Text));

    /// <summary>The word without a plural ending: "databases" and "database" become one. Not a stemmer; only plurals.</summary>
    public static string Singular(string word)
    {
        // "apis" and "kpis" are plurals, "analysis" is not.
        if (word.Length > 3 && word.EndsWith("pis", StringComparison.Ordinal))
        {
            return word[..^1];
        }
        if (word.Length <= 3 || word[^1] != 's' || word[^2] is 's' or 'u' or 'i')
        {
            return word;
        }
        if (word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4)
        {
            return string.Concat(word.AsSpan(0, word.Length - 3), "y");
        }
        if (
            word.EndsWith("sses", StringComparison.Ordinal)
            || word.EndsWith("xes", StringComparison.Ordinal)
            || word.EndsWith("ches", StringComparison.Ordinal)
        )
        {
            return word[..^2];
        }
        return word[..^1];
    }

    private static string Lower(ReadOnlySpan<char> word, HashSet<string>.AlternateLookup<ReadOnlySpan<char>>? words)
    {
        Span<char> lower = word.Length <= LongestShared ? stackalloc char[word.Length] : new char[word.Length];
        word.ToLowerInvariant(lower);
        if (words is not { } shared || word.Length > LongestShared)
        {
            return new string(lower);
        }
        if (!shared.TryGetValue(lower, out var known))
        {
            shared.Set.Add(known = new string(lower));
        }
        return known;
    }
}
