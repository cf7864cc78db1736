using System.Collections.Frozen;
using CareerRecs.Catalog.V1;

namespace CareerRecs.Vocabulary;

/// <summary>
/// What people who do a job say they do, in everyday words: "unblocking drains", "doing the month end". Taxonomies describe work
/// in other words than those who do it. Written for this product by occupation of O*NET and ESCO; a role has the phrases of its
/// codes.
/// </summary>
public static class EverydayPhrases
{
    private static readonly Lazy<FrozenDictionary<string, string[]>> Onet = new(() => Load("everyday.onet.tsv"));
    private static readonly Lazy<FrozenDictionary<string, string[]>> Esco = new(() => Load("everyday.esco.tsv"));

    /// <summary>Phrases of a role, by its O*NET and ESCO codes; none for a role without such a code.</summary>
    public static IEnumerable<string> ForRole(Role role) =>
        role
            .Codes.Where(code => code.Match is CodeMatch.Exact or CodeMatch.Unspecified)
            .SelectMany(code =>
                code.System switch
                {
                    CodeSystem.Onet => Onet.Value.GetValueOrDefault(code.Value) ?? [],
                    CodeSystem.Esco => Esco.Value.GetValueOrDefault(code.Value[(code.Value.LastIndexOf('/') + 1)..]) ?? [],
                    _ => [],
                }
            );

    private static FrozenDictionary<string, string[]> Load(string resource)
    {
        using var stream =
            typeof(EverydayPhrases).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {resource}.");
        using var reader = new StreamReader(stream);
        var phrases = new Dictionary<string, string[]>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            phrases.Add(line[..tab], line[(tab + 1)..].Split("; "));
        }

        return phrases.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
