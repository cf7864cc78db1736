namespace CareerRecs.Vocabulary;

/// <summary>
/// Other ways to write a name: abbreviations written out, signs that were spelt ("C sharp"), words apart or in one.
/// </summary>
internal static class WrittenForms
{
    private const int MostWords = 6;

    private static readonly (string Short, string Long)[] Abbreviations =
    [
        ("js", "javascript"),
        ("ts", "typescript"),
        ("ms", "microsoft"),
        ("gcp", "google cloud platform"),
        ("k8s", "kubernetes"),
        ("psql", "postgresql"),
        ("postgres", "postgresql"),
        ("tf", "tensorflow"),
        ("ml", "machine learning"),
        ("dl", "deep learning"),
        ("nlp", "natural language processing"),
        ("rpa", "robotic process automation"),
        ("org", "organizational"),
        ("admin", "administration"),
        ("mgmt", "management"),
        ("dev", "development"),
        ("c sharp", "c#"),
        ("f sharp", "f#"),
        ("c plus plus", "c++"),
        ("cpp", "c++"),
        ("dot net", ".net"),
        ("dotnet", ".net"),
        ("math", "mathematics"),
        ("maths", "mathematics"),
    ];

    private static readonly HashSet<string> Kinds = new(StringComparer.Ordinal)
    {
        "programming",
        "coding",
        "scripting",
        "language",
        "software",
        "program",
        "pipeline",
        "pipelines",
        "skills",
        "application",
        "tool",
        "tools",
        "suite",
        "framework",
        "library",
        "queries",
        "containers",
        "app",
        "development",
        "developer",
        "certification",
    };

    /// <summary>The normalized name and its other writings, likeliest first.</summary>
    public static IEnumerable<string> List(string name)
    {
        yield return name;
        if (WriteOut(name) is { } written)
        {
            yield return written;
        }

        foreach (var joined in JoinWords(name))
        {
            yield return joined;
        }
    }

    /// <summary>
    /// "python" of "python programming", "ci cd" of "ci cd pipelines"; null if the last word names no kind of thing.
    /// </summary>
    public static string? WithoutKind(string name)
    {
        var last = name.LastIndexOf(' ');
        return last > 0 && Kinds.Contains(name[(last + 1)..]) ? name[..last] : null;
    }

    private static string? WriteOut(string name)
    {
        var padded = $" {name} ";
        foreach (var (abbreviation, full) in Abbreviations)
        {
            padded = padded.Replace($" {abbreviation} ", $" {full} ", StringComparison.Ordinal);
        }

        return padded.Length == name.Length + 2 && padded.AsSpan(1, name.Length).SequenceEqual(name) ? null : padded.Trim();
    }

    private static IEnumerable<string> JoinWords(string name)
    {
        var words = name.Split(' ');
        for (var i = 0; i + 1 < words.Length && words.Length <= MostWords; i++)
        {
            yield return string.Join(' ', [.. words[..i], words[i] + words[i + 1], .. words[(i + 2)..]]);
        }
    }
}
