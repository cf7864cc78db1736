using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Meaning;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Careers;

/// <summary>What the work of two roles is, and how the skills they ask for compare.</summary>
internal static class ComparedWork
{
    private const int FirstDuties = 3;
    private const int DistinctDuties = 3;

    /// <summary>Adds overview, first duties, and those duties that tell the role from the other.</summary>
    public static void Add(MatchIndex index, RoleId role, RoleId other, ComparedRole compared)
    {
        var entry = index.Roles[role];
        var duties = entry.Responsibilities.SelectMany(theme => theme.Items).Distinct().ToList();
        compared.Overview = entry.Overview;
        compared.Duties.Add(duties.Take(FirstDuties));
        var (own, theirs) = (index.Meaning.ToQuery(role), index.Meaning.ToQuery(other));
        compared.DistinctDuties.Add(
            duties
                .Select(duty => (Text: duty, Lead: Lead(index.Meaning, duty, own, theirs)))
                .Where(duty => duty.Lead > 0)
                .OrderByDescending(duty => duty.Lead)
                .Take(DistinctDuties)
                .Select(duty => duty.Text)
        );
    }

    /// <summary>
    /// Skills of either role: essentials first, then the others by how much they are the roles' own, last what nearly every role
    /// rates.
    /// </summary>
    public static IEnumerable<ComparedSkill> CompareSkills(MatchIndex index, RoleId one, RoleId other)
    {
        var first = index.Demands(one).ToArray().ToDictionary(d => d.Skill);
        var second = index.Demands(other).ToArray().ToDictionary(d => d.Skill);
        return first
            .Keys.Union(second.Keys)
            .Select(skill => (Skill: skill, A: first.GetValueOrDefault(skill), B: second.GetValueOrDefault(skill)))
            .OrderBy(s => IsGeneric(s.A) && IsGeneric(s.B))
            .ThenByDescending(s => s.A.Essential || s.B.Essential)
            .ThenByDescending(s => Own(one, s.A) + Own(other, s.B))
            .ThenBy(s => s.Skill)
            .Select(s => ToCompared(index, one, other, s.A, s.B));

        bool IsGeneric(Demand demand) => demand.Weight <= 0 || OwnSkills.IsGeneric(index, demand);

        double Own(RoleId role, Demand demand) => demand.Weight <= 0 ? 0 : OwnSkills.Measure(index, role, demand);
    }

    private static float Lead(MeaningIndex meaning, string duty, QueryVector own, QueryVector theirs)
    {
        if (!meaning.TryEncode(duty, out var vector))
        {
            return 0;
        }

        var row = new ByteVectors(1, vector.Length);
        row.Set(0, vector);
        return row.Cosine(0, own) - row.Cosine(0, theirs);
    }

    private static ComparedSkill ToCompared(MatchIndex index, RoleId one, RoleId other, Demand a, Demand b)
    {
        var skill = index.Skills[a.Weight > 0 ? a.Skill : b.Skill];
        var compared = new ComparedSkill
        {
            Skill = skill.Name,
            Title = skill.Title,
            Essential = a.Essential,
            OtherEssential = b.Essential,
        };
        if (a.Weight > 0)
        {
            var asked = index.Roles[one].Skills[a.Asked];
            compared.Importance = asked.Importance;
            if (asked.HasProficiency)
            {
                compared.Proficiency = asked.Proficiency;
            }
        }

        if (b.Weight > 0)
        {
            var asked = index.Roles[other].Skills[b.Asked];
            compared.OtherImportance = asked.Importance;
            if (asked.HasProficiency)
            {
                compared.OtherProficiency = asked.Proficiency;
            }
        }

        return compared;
    }
}
