using CareerRecs.Catalog.V1;
using CareerRecs.ServiceDefaults.Validation;
using CareerRecs.Vocabulary;

namespace CareerRecs.Catalog.Validation;

/// <summary>No text, list or number of an entry goes beyond what the contract allows it, however the entry came here.</summary>
internal static class LimitChecks
{
    public static void Run(Contents contents, Findings findings)
    {
        foreach (var entry in contents.Entries)
        {
            foreach (var violation in RequestRules.Check(entry))
            {
                findings.Error("LIMIT_EXCEEDED", $"{EntryStream.NameOf(entry)}: {violation.Field}: {violation.Description}.");
            }
        }

        foreach (var role in contents.Roles)
        {
            if (
                role.Requirements is { HasExperienceYearsMin: true, HasExperienceYearsMax: true } asked
                && asked.ExperienceYearsMin > asked.ExperienceYearsMax
            )
            {
                findings.Error(
                    "EXPERIENCE_REVERSED",
                    $"{role.Name}: the least years of experience ({asked.ExperienceYearsMin}) "
                        + $"are above the most ({asked.ExperienceYearsMax})."
                );
            }
        }
    }
}
