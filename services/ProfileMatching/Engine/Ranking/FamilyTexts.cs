using CareerRecs.ProfileMatching.Engine.Fit;

namespace CareerRecs.ProfileMatching.Engine.Ranking;

/// <summary>
/// The texts of lines of work: each the sum of its roles' vectors at unit length. A text is often nearer to a line of work as a
/// whole than to any one role's few sentences, and what its neighbours say smooths what one role happens to leave out.
/// </summary>
internal sealed class FamilyTexts
{
    private readonly RoleFamilies _families;
    private readonly (int Family, float Weight)[][] _postings;

    /// <param name="families">Which roles are in which lines of work.</param>
    /// <param name="roles">Weights of the roles by term.</param>
    public FamilyTexts(RoleFamilies families, IReadOnlyList<(RoleId Role, float Weight)[]> roles)
    {
        _families = families;
        _postings = new (int, float)[roles.Count][];
        var sums = new float[families.Count];
        var touched = new List<int>();
        var norms = new double[families.Count];
        for (var term = 0; term < roles.Count; term++)
        {
            touched.Clear();
            foreach (var (role, weight) in roles[term])
            {
                foreach (var family in families.Of(role))
                {
                    if (family < 0)
                    {
                        continue;
                    }
                    if (sums[family] == 0)
                    {
                        touched.Add(family);
                    }
                    sums[family] += weight;
                }
            }

            var postings = _postings[term] = new (int, float)[touched.Count];
            for (var i = 0; i < postings.Length; i++)
            {
                var family = touched[i];
                postings[i] = (family, sums[family]);
                norms[family] += (double)sums[family] * sums[family];
                sums[family] = 0;
            }
        }

        foreach (var postings in _postings)
        {
            foreach (ref var posting in postings.AsSpan())
            {
                posting.Weight = (float)(posting.Weight / Math.Sqrt(norms[posting.Family]));
            }
        }
    }

    /// <summary>How many lines of work.</summary>
    public int Count => _families.Count;

    /// <summary>Adds what a term of the text brings to each line of work.</summary>
    public void Add(int term, float weight, Span<float> products)
    {
        foreach (var (family, familyWeight) in _postings[term])
        {
            products[family] += weight * familyWeight;
        }
    }

    /// <summary>The mean over the lines of work of a role; one that it lacks counts as 0.</summary>
    public float Mean(ReadOnlySpan<float> products, RoleId role)
    {
        float sum = 0;
        foreach (var family in _families.Of(role))
        {
            sum += family < 0 ? 0 : products[family];
        }
        return sum / RoleFamilies.Levels;
    }
}
