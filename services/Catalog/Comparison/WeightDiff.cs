using CareerRecs.Catalog.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.Catalog.Comparison;

/// <summary>How skills weigh in the roles that two versions share.</summary>
internal static class WeightDiff
{
    private const double MostProficiency = 7;

    private static readonly RoleSkill Absent = new();

    /// <summary>Skills that a role asks for in both versions, but otherwise.</summary>
    public static List<WeightChange> Changed(CatalogSnapshot before, CatalogSnapshot after) =>
        [
            .. Pairs(before, after)
                .Where(pair => pair is { Was: not null, Is: not null } && Differ(pair.Was, pair.Is))
                .Select(pair => Change(before, after, pair)),
        ];

    /// <summary>Skills that a role asks for in one of the versions alone.</summary>
    public static List<WeightChange> OneSided(CatalogSnapshot before, CatalogSnapshot after) =>
        [.. Pairs(before, after).Where(pair => pair.Was is null || pair.Is is null).Select(pair => Change(before, after, pair))];

    /// <summary>How large a change is: of importance, and of proficiency on the same scale.</summary>
    public static double Size(WeightChange change) =>
        Math.Abs(change.ImportanceAfter - change.ImportanceBefore)
        + (
            change.HasProficiencyBefore && change.HasProficiencyAfter
                ? Math.Abs(change.ProficiencyAfter - change.ProficiencyBefore) / MostProficiency
                : 0
        );

    private static IEnumerable<(Role Role, RoleSkill? Was, RoleSkill? Is)> Pairs(CatalogSnapshot before, CatalogSnapshot after)
    {
        foreach (var role in after.Roles)
        {
            if (!before.TryGetRole(role.Name, out var earlier) || earlier.Retired)
            {
                continue;
            }
            // A draft may still name a skill twice; the first counts.
            var was = earlier
                .Skills.DistinctBy(skill => skill.Skill, StringComparer.Ordinal)
                .ToDictionary(skill => skill.Skill, StringComparer.Ordinal);
            foreach (var skill in role.Skills.DistinctBy(skill => skill.Skill, StringComparer.Ordinal))
            {
                was.Remove(skill.Skill, out var same);
                yield return (role, same, skill);
            }

            foreach (var gone in was.Values)
            {
                yield return (role, gone, null);
            }
        }
    }

    private static bool Differ(RoleSkill was, RoleSkill now) =>
        was.Importance != now.Importance
        || was.Necessity != now.Necessity
        || was.HasProficiency != now.HasProficiency
        || was.Proficiency != now.Proficiency;

    private static WeightChange Change(
        CatalogSnapshot before,
        CatalogSnapshot after,
        (Role Role, RoleSkill? Was, RoleSkill? Is) pair
    )
    {
        var (was, now) = (pair.Was ?? Absent, pair.Is ?? Absent);
        var skill = (pair.Is ?? pair.Was!).Skill;
        var change = new WeightChange
        {
            Role = pair.Role.Name,
            RoleTitle = pair.Role.Title,
            Skill = skill,
            SkillTitle =
                after.TryGetSkill(skill, out var known) || before.TryGetSkill(skill, out known)
                    ? known.Title
                    : ResourceName.IdOf(skill),
            ImportanceBefore = was.Importance,
            ImportanceAfter = now.Importance,
            EssentialBefore = was.Necessity == Necessity.Essential,
            EssentialAfter = now.Necessity == Necessity.Essential,
        };
        if (was.HasProficiency)
        {
            change.ProficiencyBefore = was.Proficiency;
        }
        if (now.HasProficiency)
        {
            change.ProficiencyAfter = now.Proficiency;
        }
        return change;
    }
}
