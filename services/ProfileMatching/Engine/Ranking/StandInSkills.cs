using System.Collections.Frozen;
using System.Collections.Immutable;
using CareerRecs.Catalog.V1;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.Types.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Engine.Ranking;

/// <summary>Skills that stand in for another in part: related ones, and broader and narrower ones.</summary>
internal static class StandInSkills
{
    /// <summary>A related skill stands in as far as its source says; a narrower one for the wider one it belongs to.</summary>
    public static Neighbour[][] Compile(CatalogSnapshot snapshot, FrozenDictionary<string, SkillId> skills, float broader)
    {
        var lists = new List<Neighbour>[snapshot.Skills.Length];
        for (var i = 0; i < snapshot.Skills.Length; i++)
        {
            foreach (var related in snapshot.Skills[i].Related)
            {
                // `related` of X says how much the other stands for X.
                if (skills.TryGetValue(related.Skill, out var other))
                {
                    (lists[other.Index] ??= []).Add(new Neighbour(new SkillId(i), (float)related.Similarity));
                }
            }

            foreach (var wider in snapshot.Skills[i].Broader)
            {
                if (skills.TryGetValue(wider, out var other))
                {
                    (lists[i] ??= []).Add(new Neighbour(other, broader));
                }
            }
        }

        return [.. lists.Select(l => l?.ToArray() ?? [])];
    }
}
