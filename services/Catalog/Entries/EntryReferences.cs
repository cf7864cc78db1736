using CareerRecs.Catalog.V1;
using Google.Protobuf.Collections;

namespace CareerRecs.Catalog.Entries;

/// <summary>What a resource name inside an entry points to.</summary>
public enum ReferenceKind
{
    /// <summary>A skill.</summary>
    Skill,

    /// <summary>A role.</summary>
    Role,

    /// <summary>A field.</summary>
    Field,
}

/// <summary>
/// One place of an entry that holds a resource name. The path is the proto field's, `name` for the entry's own.
/// </summary>
public readonly record struct Reference(ReferenceKind Kind, string Path, string Value)
{
    /// <summary>Whether this is the entry's own name rather than a pointer to another entry.</summary>
    public bool IsOwnName => Path == "name";
}

/// <summary>
/// The one place that knows where entries hold resource names. The validation reads them, the built-in catalog
/// expands its short names, and a copy into another catalog renames them.
/// </summary>
public static class EntryReferences
{
    /// <summary>Passes every resource name of the entry through <paramref name="map"/> and writes back what changed.</summary>
    public static void Rewrite(CatalogEntry entry, Func<Reference, string> map)
    {
        switch (entry.EntryCase)
        {
            case CatalogEntry.EntryOneofCase.Skill:
                Rewrite(entry.Skill, map);
                break;
            case CatalogEntry.EntryOneofCase.Field:
                Rewrite(entry.Field, map);
                break;
            case CatalogEntry.EntryOneofCase.Role:
                Rewrite(entry.Role, map);
                break;
        }
    }

    /// <summary>Shows every resource name of the entry to <paramref name="visit"/>; changes nothing.</summary>
    public static void Visit(CatalogEntry entry, Action<Reference> visit) =>
        Rewrite(
            entry,
            reference =>
            {
                visit(reference);
                return reference.Value;
            }
        );

    private static void Rewrite(Skill skill, Func<Reference, string> map)
    {
        Each(ReferenceKind.Skill, "name", skill.Name, name => skill.Name = name, map);
        Each(ReferenceKind.Skill, "broader", skill.Broader, map);
        foreach (var related in skill.Related)
        {
            Each(ReferenceKind.Skill, "related.skill", related.Skill, name => related.Skill = name, map);
        }
    }

    private static void Rewrite(Field field, Func<Reference, string> map)
    {
        Each(ReferenceKind.Field, "name", field.Name, name => field.Name = name, map);
        Each(ReferenceKind.Role, "key_roles", field.KeyRoles, map);
        Rewrite(field.MarketDemand, map);
        Rewrite(field.LearningPath, map);
    }

    private static void Rewrite(Role role, Func<Reference, string> map)
    {
        Each(ReferenceKind.Role, "name", role.Name, name => role.Name = name, map);
        Each(ReferenceKind.Field, "field", role.Field, name => role.Field = name, map);
        Each(ReferenceKind.Role, "successor", role.Successor, name => role.Successor = name, map);
        foreach (var skill in role.Skills)
        {
            Each(ReferenceKind.Skill, "skills.skill", skill.Skill, name => skill.Skill = name, map);
        }
        foreach (var step in role.Ladder?.Steps ?? [])
        {
            Each(ReferenceKind.Role, "ladder.steps.role", step.Role, name => step.Role = name, map);
        }
        foreach (var related in role.RelatedRoles)
        {
            Each(ReferenceKind.Role, "related_roles.role", related.Role, name => related.Role = name, map);
        }
        Rewrite(role.MarketDemand, map);
        Rewrite(role.LearningPath, map);
    }

    private static void Rewrite(MarketDemand? demand, Func<Reference, string> map)
    {
        foreach (var role in demand?.SoughtAfterRoles ?? [])
        {
            Each(ReferenceKind.Role, "market_demand.sought_after_roles.role", role.Role, name => role.Role = name, map);
        }
    }

    private static void Rewrite(RepeatedField<LearningStage> stages, Func<Reference, string> map)
    {
        foreach (var stage in stages)
        {
            Each(ReferenceKind.Skill, "learning_path.skills", stage.Skills, map);
        }
    }

    private static void Each(ReferenceKind kind, string path, RepeatedField<string> values, Func<Reference, string> map)
    {
        for (var i = 0; i < values.Count; i++)
        {
            var index = i;
            Each(kind, path, values[i], name => values[index] = name, map);
        }
    }

    private static void Each(ReferenceKind kind, string path, string value, Action<string> set, Func<Reference, string> map)
    {
        // An optional reference that is not set stays so; a missing name of its own is for the validation to find.
        if (value.Length == 0)
        {
            return;
        }
        var mapped = map(new Reference(kind, path, value));
        if (!string.Equals(mapped, value, StringComparison.Ordinal))
        {
            set(mapped);
        }
    }
}
