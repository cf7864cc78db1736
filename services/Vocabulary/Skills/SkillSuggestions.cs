using System.Collections.Immutable;
using CareerRecs.Catalog.V1;

namespace CareerRecs.Vocabulary;

/// <summary>
/// Titles to offer for a text that names no skill: near by meaning, else sharing its rarest word, else spelt nearly so.
/// </summary>
internal sealed class SkillSuggestions(ImmutableArray<Skill> skills)
{
    private const int Most = 3;
    private const float LeastCosine = 0.55f;

    private readonly Dictionary<string, List<int>> _byWord = new(StringComparer.Ordinal);
    private readonly SpellingIndex _spelling = new();

    /// <summary>Adds a normalized name.</summary>
    public void Add(string name, int skill)
    {
        _spelling.Add(name, skill);
        foreach (var word in name.Split(' '))
        {
            if (!_byWord.TryGetValue(word, out var having))
            {
                _byWord.Add(word, having = []);
            }

            if (having.Count == 0 || having[^1] != skill)
            {
                having.Add(skill);
            }
        }
    }

    /// <summary>Up to three titles, the most useful first.</summary>
    public IEnumerable<string> List(string name, List<NearMeaning> nearest) =>
        nearest
            .Where(near => near.Cosine >= LeastCosine)
            .Select(near => skills[near.Skill].Title)
            .Concat(SharingWord(name))
            .Distinct()
            .Take(Most)
            .DefaultIfEmpty()
            .SelectMany(title => title is null ? SpeltNear(name) : [title]);

    private IEnumerable<string> SharingWord(string name) =>
        name.Split(' ')
            .Where(_byWord.ContainsKey)
            .Select(word => _byWord[word])
            .OrderBy(having => having.Count)
            .Take(1)
            .SelectMany(having => having)
            .Distinct()
            .Select(skill => skills[skill].Title)
            .OrderBy(title => title.Length)
            .ThenBy(title => title, StringComparer.Ordinal)
            .Take(Most);

    private IEnumerable<string> SpeltNear(string name) => _spelling.Near(name).Select(skill => skills[skill].Title).Take(Most);
}
