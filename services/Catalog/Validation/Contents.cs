using CareerRecs.Catalog.V1;

namespace CareerRecs.Catalog.Validation;

/// <summary>The entries under check, by kind, and by name where a name is taken twice the first.</summary>
internal sealed class Contents
{
    public Contents(IReadOnlyCollection<CatalogEntry> entries)
    {
        Entries = entries;
        foreach (var entry in entries)
        {
            switch (entry.EntryCase)
            {
                case CatalogEntry.EntryOneofCase.Skill:
                    Skills.Add(entry.Skill);
                    SkillsByName.TryAdd(entry.Skill.Name, entry.Skill);
                    break;
                case CatalogEntry.EntryOneofCase.Field:
                    Fields.Add(entry.Field);
                    FieldNames.Add(entry.Field.Name);
                    break;
                case CatalogEntry.EntryOneofCase.Role:
                    Roles.Add(entry.Role);
                    RolesByName.TryAdd(entry.Role.Name, entry.Role);
                    break;
            }
        }
    }

    public IReadOnlyCollection<CatalogEntry> Entries { get; }

    public List<Skill> Skills { get; } = [];

    public List<Field> Fields { get; } = [];

    public List<Role> Roles { get; } = [];

    public Dictionary<string, Skill> SkillsByName { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Role> RolesByName { get; } = new(StringComparer.Ordinal);

    public HashSet<string> FieldNames { get; } = new(StringComparer.Ordinal);
}
