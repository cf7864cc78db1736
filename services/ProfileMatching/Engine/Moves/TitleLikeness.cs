using CareerRecs.Catalog.V1;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Engine.Moves;

/// <summary>How alike roles are in the words of all their titles: cosines of TF-IDF vectors, inverted.</summary>
internal sealed class TitleLikeness
{
    private readonly (int Term, float Weight)[][] _vectors;
    private readonly List<(RoleId Role, float Weight)>[] _postings;

    /// <summary>Compiles the vectors of the roles.</summary>
    public TitleLikeness(IReadOnlyList<Role> roles)
    {
        var terms = new Dictionary<string, int>(StringComparer.Ordinal);
        var counts = roles
            .Select(role =>
                TextIndex.Terms(role.AlternateTitles.Prepend(role.Title).SelectMany(title => TextAnalysis.Tokenize(title)))
            )
            .ToList();
        var roleCounts = new List<int>();
        foreach (var term in counts.SelectMany(c => c.Keys))
        {
            if (terms.TryAdd(term, roleCounts.Count))
            {
                roleCounts.Add(0);
            }

            roleCounts[terms[term]]++;
        }

        _postings = [.. roleCounts.Select(_ => new List<(RoleId, float)>())];
        _vectors = [.. counts.Select(c => Unit(c, terms, term => Math.Log((double)roles.Count / roleCounts[term])))];
        for (var role = 0; role < _vectors.Length; role++)
        {
            foreach (var (term, weight) in _vectors[role])
            {
                _postings[term].Add((new RoleId(role), weight));
            }
        }
    }

    /// <summary>Cosine of a role with every other, by role.</summary>
    public float[] Of(RoleId role)
    {
        var cosines = new float[_vectors.Length];
        foreach (var (term, weight) in _vectors[role.Index])
        {
            foreach (var (other, otherWeight) in _postings[term])
            {
                cosines[other.Index] += weight * otherWeight;
            }
        }

        return cosines;
    }

    private static (int Term, float Weight)[] Unit(
        Dictionary<string, int> counts,
        Dictionary<string, int> terms,
        Func<int, double> rarity
    )
    {
        var weights = counts
            .Select(c => (Term: terms[c.Key], Weight: Math.Log(1 + c.Value) * rarity(terms[c.Key])))
            .OrderBy(c => c.Term)
            .ToList();
        var norm = Math.Sqrt(weights.Sum(w => w.Weight * w.Weight));
        return norm > 0 ? [.. weights.Select(w => (w.Term, (float)(w.Weight / norm)))] : [];
    }
}
