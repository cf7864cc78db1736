using CareerRecs.Catalog.V1;
using CareerRecs.Types.V1;

namespace CareerRecs.Catalog.Validation;

/// <summary>
/// Ladders climb: every role that carries one is a step of it, all tell it alike, seniority rises, and what a step asks
/// for the next one does not ask for less of. That a step's role exists is checked with the other references.
/// </summary>
internal static class LadderChecks
{
    public static void Run(Contents contents, Findings findings)
    {
        foreach (
            var carriers in contents
                .Roles.Where(role => role.Ladder is not null)
                .GroupBy(role => role.Ladder.Id, StringComparer.Ordinal)
        )
        {
            var ladder = carriers.First().Ladder;
            foreach (var role in carriers)
            {
                if (role.Ladder.Steps.All(step => step.Role != role.Name))
                {
                    findings.Error("LADDER_WITHOUT_ROLE", $"{role.Name} carries ladder '{ladder.Id}' but is no step of it.");
                }
                if (!role.Ladder.Equals(ladder))
                {
                    findings.Error(
                        "LADDERS_DIFFER",
                        $"{role.Name} tells ladder '{ladder.Id}' otherwise than {carriers.First().Name}."
                    );
                }
            }

            CheckSteps(contents, ladder, findings);
        }
    }

    private static void CheckSteps(Contents contents, Ladder ladder, Findings findings)
    {
        var roles = ladder.Steps.Select(step => contents.RolesByName.GetValueOrDefault(step.Role)).OfType<Role>().ToList();
        foreach (var (lower, upper) in roles.Zip(roles.Skip(1)))
        {
            if (
                lower.Seniority != Seniority.Unspecified
                && upper.Seniority != Seniority.Unspecified
                && upper.Seniority <= lower.Seniority
            )
            {
                findings.Error(
                    "LADDER_SENIORITY_FALLS",
                    $"Ladder '{ladder.Id}': {upper.Name} ({upper.Seniority}) must be above {lower.Name} ({lower.Seniority})."
                );
            }

            // Who goes on to manage people may well code less; that is no fault of the ladder.
            if (lower.Track == upper.Track)
            {
                CheckProficiencies(ladder, lower, upper, findings);
            }
        }
    }

    private static void CheckProficiencies(Ladder ladder, Role lower, Role upper, Findings findings)
    {
        foreach (var asked in upper.Skills.Where(skill => skill.HasProficiency))
        {
            if (
                lower.Skills.FirstOrDefault(skill => skill.Skill == asked.Skill) is { HasProficiency: true } before
                && asked.Proficiency < before.Proficiency
            )
            {
                findings.Warning(
                    "LADDER_PROFICIENCY_FALLS",
                    $"Ladder '{ladder.Id}': {upper.Name} asks for less {asked.Skill} "
                        + $"({asked.Proficiency}) than {lower.Name} ({before.Proficiency})."
                );
            }
        }
    }
}
