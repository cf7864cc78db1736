using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Ranking;

namespace CareerRecs.ProfileMatching.Engine.Similar;

/// <summary>
/// One vector of unit length a role over a part of the skills; only what is not 0 is held, by role and by skill.
/// </summary>
internal sealed class SparseVectors
{
    private readonly (int Dimension, float Value)[][] _vectors;
    private readonly (RoleId Role, float Value)[][] _postings;

    private SparseVectors((int Dimension, float Value)[][] vectors, int dimensions)
    {
        _vectors = vectors;
        var lists = new List<(RoleId, float)>[dimensions];
        for (var role = 0; role < vectors.Length; role++)
        {
            foreach (var (dimension, value) in vectors[role])
            {
                (lists[dimension] ??= []).Add((new RoleId(role), value));
            }
        }

        _postings = [.. lists.Select(l => l?.ToArray() ?? [])];
    }

    /// <summary>Importance times proficiency over the chosen skills; tools, which have no proficiency, by rarity alone.</summary>
    public static SparseVectors Of(MatchIndex index, Func<SkillId, bool> chosen, bool rated)
    {
        // Only skills that two roles or more ask for can make roles alike.
        var dimensions = index.Skills.Ids.Where(s => chosen(s) && index.Postings(s).Length > 1).ToArray();
        var at = dimensions.Select((s, i) => (s, i)).ToDictionary(p => p.s, p => p.i);
        var vectors = new SortedDictionary<int, float>[index.RoleCount];
        for (var role = 0; role < vectors.Length; role++)
        {
            vectors[role] = [];
            foreach (var demand in index.Demands(new RoleId(role)))
            {
                if (!at.TryGetValue(demand.Skill, out var i))
                {
                    continue;
                }
                var rarity = index.SkillRarity(demand.Skill);
                vectors[role][i] = rated ? demand.Importance * rarity * demand.Required : rarity * rarity;
            }
        }

        // What most roles rate is taken as deviation from the mean: that all need to read makes nobody alike.
        for (var d = 0; d < dimensions.Length; d++)
        {
            if (rated && index.Postings(dimensions[d]).Length * 2 > index.RoleCount)
            {
                Centre(vectors, d);
            }
        }

        return new SparseVectors([.. vectors.Select(Normalized)], dimensions.Length);
    }

    /// <summary>Adds the cosine of a role with each role, times a weight, to <paramref name="sums"/>.</summary>
    public void AddCosines(RoleId role, double weight, Span<double> sums)
    {
        foreach (var (dimension, value) in _vectors[role.Index])
        {
            foreach (var (other, otherValue) in _postings[dimension])
            {
                sums[other.Index] += weight * value * otherValue;
            }
        }
    }

    private static void Centre(SortedDictionary<int, float>[] vectors, int dimension)
    {
        var asking = vectors.Where(v => v.ContainsKey(dimension)).ToList();
        var mean = asking.Average(v => v[dimension]);
        foreach (var vector in asking)
        {
            vector[dimension] -= mean;
        }
    }

    private static (int Dimension, float Value)[] Normalized(SortedDictionary<int, float> vector)
    {
        var norm = Math.Sqrt(vector.Values.Sum(v => (double)v * v));
        return norm > 0 ? [.. vector.Where(v => v.Value != 0).Select(v => (v.Key, (float)(v.Value / norm)))] : [];
    }
}
