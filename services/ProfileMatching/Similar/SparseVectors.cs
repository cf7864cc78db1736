using CareerRecs.Matching.Ranking;

namespace CareerRecs.Matching.Similar;

/// <summary>One vector of unit length a role over a part of the skills.</summary>
internal sealed class SparseVectors
{
    private readonly float[][] _dense;

    private SparseVectors(float[][] dense) => _dense = dense;

    /// <summary>Importance times proficiency over the chosen skills; tools, which have no proficiency, by rarity alone.</summary>
    public static SparseVectors Of(MatchIndex index, Func<int, bool> chosen, bool rated)
    {
        // Only skills that two roles or more ask for can make roles alike.
        var dimensions = Enumerable.Range(0, index.SkillIds.Count).Where(s => chosen(s) && index.Postings(s).Length > 1).ToArray();
        var at = dimensions.Select((s, i) => (s, i)).ToDictionary(p => p.s, p => p.i);
        var vectors = new float[index.RoleCount][];
        for (var role = 0; role < vectors.Length; role++)
        {
            vectors[role] = new float[dimensions.Length];
            foreach (var demand in index.Demands(role))
            {
                if (!at.TryGetValue(demand.Skill, out var i)) continue;
                var rarity = index.SkillRarity(demand.Skill);
                vectors[role][i] = rated ? demand.Weight * demand.Required : rarity * rarity;
            }
        }

        // What most roles rate is taken as deviation from the mean: that all need to read makes nobody alike.
        for (var d = 0; d < dimensions.Length; d++)
        {
            if (rated && index.Postings(dimensions[d]).Length * 2 > index.RoleCount) Centre(vectors, d);
        }

        foreach (var vector in vectors) Normalize(vector);
        return new SparseVectors(vectors);
    }

    /// <summary>Cosine of two roles; 0 where either has nothing.</summary>
    public double Cosine(int a, int b) => System.Numerics.Tensors.TensorPrimitives.Dot<float>(_dense[a], _dense[b]);

    private static void Centre(float[][] vectors, int dimension)
    {
        var asking = vectors.Where(v => v[dimension] > 0).ToList();
        var mean = asking.Average(v => v[dimension]);
        foreach (var vector in asking) vector[dimension] -= mean;
    }

    private static void Normalize(float[] vector)
    {
        var norm = Math.Sqrt(vector.Sum(v => (double)v * v));
        if (norm > 0)
        {
            for (var i = 0; i < vector.Length; i++) vector[i] = (float)(vector[i] / norm);
        }
    }
}
