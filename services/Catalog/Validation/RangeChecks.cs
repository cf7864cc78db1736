using CareerRecs.Catalog.V1;

namespace CareerRecs.Catalog.Validation;

/// <summary>Numbers lie on the scales that the contract gives them.</summary>
internal static class RangeChecks
{
    public static void Run(Contents contents, Findings findings)
    {
        foreach (var role in contents.Roles)
        {
            foreach (var skill in role.Skills)
                Check(role, skill, findings);

            if (role.JobZone is < 0 or > 5)
                findings.Error("JOB_ZONE_OUT_OF_RANGE", $"{role.Name}: job_zone is {role.JobZone}; allowed are 0 (unknown) to 5.");
            if (role.Requirements is { } requirements)
                Check(role, requirements, findings);
        }

        foreach (var skill in contents.Skills)
        {
            foreach (var related in skill.Related.Where(related => !Within(related.Similarity, 1)))
                findings.Error("SIMILARITY_OUT_OF_RANGE", $"{skill.Name}: similarity to {related.Skill} is {related.Similarity}; allowed is 0 to 1.");
        }
    }

    private static void Check(Role role, RoleSkill skill, Findings findings)
    {
        if (!Within(skill.Importance, 1))
            findings.Error("IMPORTANCE_OUT_OF_RANGE", $"{role.Name}: importance of {skill.Skill} is {skill.Importance}; allowed is 0 to 1.");
        if (skill.HasProficiency && !Within(skill.Proficiency, 7))
            findings.Error("PROFICIENCY_OUT_OF_RANGE", $"{role.Name}: proficiency in {skill.Skill} is {skill.Proficiency}; allowed is 0 to 7.");
        if (skill.HasImportanceError && !Within(skill.ImportanceError, 1))
            findings.Error("ERROR_OUT_OF_RANGE", $"{role.Name}: importance_error of {skill.Skill} is {skill.ImportanceError}; allowed is 0 to 1.");
    }

    private static void Check(Role role, Requirements requirements, Findings findings)
    {
        foreach (var education in requirements.Education.Where(education => education.HasShare && !Within(education.Share, 1)))
            findings.Error("SHARE_OUT_OF_RANGE", $"{role.Name}: share of {education.Level} is {education.Share}; allowed is 0 to 1.");

        if ((requirements.HasExperienceYearsMin && !Within(requirements.ExperienceYearsMin, 60))
            || (requirements.HasExperienceYearsMax && !Within(requirements.ExperienceYearsMax, 60))
            || (requirements.HasExperienceYearsMin && requirements.HasExperienceYearsMax
                && requirements.ExperienceYearsMin > requirements.ExperienceYearsMax))
        {
            findings.Error("EXPERIENCE_OUT_OF_RANGE", $"{role.Name}: years of experience must lie in 0 to 60, the least not above the most.");
        }
    }

    /// <summary>False for NaN too.</summary>
    private static bool Within(double value, double most) => value >= 0 && value <= most;
}
