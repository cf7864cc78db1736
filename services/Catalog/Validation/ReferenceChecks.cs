using CareerRecs.Catalog.Entries;
using CareerRecs.Catalog.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.Catalog.Validation;

/// <summary>Whatever an entry points to stands in the same version, and nothing points to itself or to one skill twice.</summary>
internal static class ReferenceChecks
{
    public static void Run(Contents contents, Findings findings)
    {
        foreach (var entry in contents.Entries)
        {
            var name = EntryStream.NameOf(entry);
            EntryReferences.Visit(
                entry,
                reference =>
                {
                    if (!reference.IsOwnName && !Exists(contents, reference))
                    {
                        findings.Error(
                            $"DANGLING_{reference.Kind.ToString().ToUpperInvariant()}",
                            $"{name}: {reference.Path} names {reference.Value}, which "
                                + $"is not in the version; add it or take the reference out."
                        );
                    }
                }
            );
        }

        foreach (var role in contents.Roles)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var skill in role.Skills)
            {
                if (skill.Skill.Length == 0)
                {
                    findings.Error("SKILL_MISSING", $"{role.Name}: one of its skills names none.");
                }
                else if (!seen.Add(skill.Skill))
                {
                    findings.Error("DUPLICATE_ROLE_SKILL", $"{role.Name} asks for {skill.Skill} twice; keep one.");
                }
            }

            if (role.RelatedRoles.Any(related => related.Role == role.Name))
            {
                findings.Warning("RELATED_TO_ITSELF", $"{role.Name} is listed as related to itself.");
            }
            if (role is { Skills.Count: 0, Retired: false })
            {
                findings.Warning("ROLE_WITHOUT_SKILLS", $"{role.Name} asks for no skill; it cannot be recommended by skills.");
            }
        }
    }

    private static bool Exists(Contents contents, Reference reference) =>
        reference.Kind switch
        {
            ReferenceKind.Skill => contents.SkillsByName.ContainsKey(reference.Value),
            ReferenceKind.Role => contents.RolesByName.ContainsKey(reference.Value),
            _ => contents.FieldNames.Contains(reference.Value),
        };
}
