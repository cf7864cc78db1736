using CareerRecs.Catalog.Import.Onet.Files;
using CareerRecs.Catalog.V1;

namespace CareerRecs.Catalog.Import.Onet.Duties;

/// <summary>Makes the skills of duties: one a duty, under a name that no other skill has.</summary>
internal static class DutySkills
{
    /// <summary>Part of O*NET's content model for what one does with hands and machines.</summary>
    private const string WorkOutput = "4.A.3";

    public static void Make(IEnumerable<Duty> chosen, OnetDraft draft)
    {
        var duties = chosen
            .Distinct()
            .OrderByDescending(duty => duty.Roles)
            .ThenBy(duty => duty.Id, StringComparer.Ordinal)
            .ToList();
        var taken = draft
            .Skills.SelectMany(skill => skill.Aliases.Prepend(skill.Title))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        taken.UnionWith(duties.Select(duty => DutyName.Whole(duty.Text)));
        foreach (var duty in duties)
        {
            // The short name goes to the duty that most roles have; the others of that name keep their whole text.
            var (name, whole) = (DutyName.Shorten(duty.Text), DutyName.Whole(duty.Text));
            var title = name == whole || taken.Add(name) ? name : whole;
            duty.Skill = new Skill
            {
                Name = draft.Names.Duty(duty.Id),
                Title = title,
                Category = duty.Id.StartsWith(WorkOutput, StringComparison.Ordinal)
                    ? SkillCategory.Technical
                    : SkillCategory.Method,
                Description = duty.Text,
            };
            if (title != whole)
            {
                duty.Skill.Aliases.Add(whole);
            }

            duty.Skill.Codes.Add(
                new Code
                {
                    System = CodeSystem.Onet,
                    Value = duty.Id,
                    Match = CodeMatch.Exact,
                }
            );
            draft.Skills.Add(duty.Skill);
        }

        draft.Findings.Count("duties that are skills", duties.Count);
    }
}
