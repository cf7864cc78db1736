using CareerRecs.Catalog.V1;

namespace CareerRecs.Catalog.Import.Esco;

/// <summary>
/// Keeps the aliases of skills apart: one that is another skill's title is not given, and one that several skills have
/// goes to the one that most occupations ask for.
/// </summary>
internal static class SkillAliases
{
    public static void Settle(EscoDraft draft)
    {
        var uses = draft.Occupations.All.SelectMany(r => r.Skills).CountBy(s => s.Skill, StringComparer.Ordinal).ToDictionary();
        var taken = draft.Skills.All.Select(s => s.Title).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var ordered = draft
            .Skills.All.OrderByDescending(s => uses.GetValueOrDefault(s.Name))
            .ThenBy(s => s.Name, StringComparer.Ordinal);
        foreach (var skill in ordered)
        {
            var aliases = skill.Aliases.Where(taken.Add).ToList();
            if (aliases.Count == skill.Aliases.Count)
            {
                continue;
            }
            draft.Findings.Count("aliases left out, taken by another skill", skill.Aliases.Count - aliases.Count);
            skill.Aliases.Clear();
            skill.Aliases.Add(aliases);
        }
    }
}
