using CareerRecs.Catalog.V1;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Ranking;

namespace CareerRecs.ProfileMatching.Engine.Similar;

/// <summary>
/// How alike two roles are, by the skills and knowledge they ask for, by their tools and by their lines of work: a weighted sum
/// of three cosines and the share of common lines. The weights were set on O*NET's own related occupations; see
/// <c>MODEL_CARD.md</c>.
/// </summary>
public sealed class RoleSimilarity
{
    private const double SkillShare = 0.35;
    private const double KnowledgeShare = 0.40;
    private const double ToolShare = 0.25;
    private const double LineOfWorkWeight = 0.25;

    private readonly MatchIndex _index;
    private readonly double _lineOfWorkWeight;
    private readonly SparseVectors _skills;
    private readonly SparseVectors _knowledge;
    private readonly SparseVectors _tools;

    /// <summary>Compiles the vectors of an index.</summary>
    /// <param name="index">The index.</param>
    /// <param name="byLineOfWork">Whether a common line of work counts; else skills, knowledge and tools alone.</param>
    public RoleSimilarity(MatchIndex index, bool byLineOfWork = true)
    {
        _index = index;
        _lineOfWorkWeight = byLineOfWork ? LineOfWorkWeight : 0;
        _skills = SparseVectors.Of(
            index,
            s => index.Skills[s].Category is not (SkillCategory.Tool or SkillCategory.Knowledge),
            rated: true
        );
        _knowledge = SparseVectors.Of(index, s => index.Skills[s].Category == SkillCategory.Knowledge, rated: true);
        _tools = SparseVectors.Of(index, s => index.IsTool[s], rated: false);
    }

    /// <summary>The roles most like the given one, most alike first, with the similarity 0-1.</summary>
    public List<(RoleId Role, double Similarity)> Nearest(RoleId role, int most)
    {
        var sums = Sums(role);
        var similar = new List<(RoleId Role, double Similarity)>(_index.RoleCount);
        foreach (var other in _index.Roles.Ids)
        {
            var similarity = Similarity(role, other, sums);
            if (other != role && similarity > 0)
            {
                similar.Add((other, similarity));
            }
        }

        similar.Sort((a, b) => b.Similarity != a.Similarity ? b.Similarity.CompareTo(a.Similarity) : a.Role.CompareTo(b.Role));
        return similar.Count > most ? similar.GetRange(0, most) : similar;
    }

    /// <summary>How alike two roles are, 0-1; the same as <see cref="Nearest"/> says.</summary>
    public double Of(RoleId a, RoleId b) => a == b ? 1 : Math.Max(0, Similarity(a, b, Sums(a)));

    /// <summary>Skills that both roles ask for, the heaviest first.</summary>
    public IEnumerable<SkillId> Shared(RoleId a, RoleId b, int most)
    {
        var weights = new Dictionary<SkillId, float>();
        foreach (var demand in _index.Demands(a))
        {
            weights[demand.Skill] = demand.Weight;
        }
        var shared = new List<(SkillId Skill, float Weight)>();
        foreach (var demand in _index.Demands(b))
        {
            if (weights.TryGetValue(demand.Skill, out var weight))
            {
                shared.Add((demand.Skill, Math.Min(weight, demand.Weight)));
            }
        }

        return shared.OrderByDescending(s => s.Weight).ThenBy(s => s.Skill).Take(most).Select(s => s.Skill);
    }

    private double[] Sums(RoleId role)
    {
        var sums = new double[_index.RoleCount];
        _skills.AddCosines(role, SkillShare, sums);
        _knowledge.AddCosines(role, KnowledgeShare, sums);
        _tools.AddCosines(role, ToolShare, sums);
        return sums;
    }

    private double Similarity(RoleId role, RoleId other, double[] sums) =>
        (sums[other.Index] + (_lineOfWorkWeight * _index.Families.Shared(role, other))) / (1 + _lineOfWorkWeight);
}
