using System.Collections.Frozen;
using System.Collections.Immutable;
using CareerRecs.Catalog.V1;

namespace CareerRecs.Vocabulary;

/// <summary>
/// One catalog version in memory, immutable. Its messages are shared by every reader: hand out clones or bytes, never change
/// them.
/// </summary>
public sealed class CatalogSnapshot
{
    private readonly FrozenDictionary<string, Role> _roles;
    private readonly FrozenDictionary<string, Skill> _skills;
    private readonly FrozenDictionary<string, Field> _fields;
    private readonly Lazy<SkillLexicon> _skillLexicon;
    private readonly Lazy<TitleLexicon> _titleLexicon;
    private readonly Lazy<TitlePhrases> _titlePhrases;
    private readonly Lazy<CertificationPhrases> _certificationPhrases;

    private CatalogSnapshot(
        CatalogVersion version,
        ImmutableArray<Role> roles,
        ImmutableArray<Skill> skills,
        ImmutableArray<Field> fields
    )
    {
        Version = version;
        Roles = [.. roles.Where(r => !r.Retired)];
        RetiredRoles = [.. roles.Where(r => r.Retired)];
        Skills = skills;
        Fields = fields;
        _roles = roles.ToFrozenDictionary(r => r.Name, StringComparer.Ordinal);
        _skills = skills.ToFrozenDictionary(s => s.Name, StringComparer.Ordinal);
        _fields = fields.ToFrozenDictionary(f => f.Name, StringComparer.Ordinal);
        _skillLexicon = new Lazy<SkillLexicon>(() => new SkillLexicon(skills));
        _titleLexicon = new Lazy<TitleLexicon>(() => new TitleLexicon(Roles));
        _titlePhrases = new Lazy<TitlePhrases>(() => new TitlePhrases(Roles));
        _certificationPhrases = new Lazy<CertificationPhrases>(() => new CertificationPhrases(Roles));
    }

    /// <summary>The version's own record.</summary>
    public CatalogVersion Version { get; }

    /// <summary>The roles, by name, without the retired ones.</summary>
    public ImmutableArray<Role> Roles { get; }

    /// <summary>Roles that only answer by name any more, by name.</summary>
    public ImmutableArray<Role> RetiredRoles { get; }

    /// <summary>All roles, retired or not.</summary>
    public IEnumerable<Role> AllRoles => Roles.Concat(RetiredRoles);

    /// <summary>The skills, by name.</summary>
    public ImmutableArray<Skill> Skills { get; }

    /// <summary>The fields, by name.</summary>
    public ImmutableArray<Field> Fields { get; }

    /// <summary>Reads words as skills of this version. Built on first use.</summary>
    public SkillLexicon SkillLexicon => _skillLexicon.Value;

    /// <summary>Reads words as titles of this version. Built on first use.</summary>
    public TitleLexicon TitleLexicon => _titleLexicon.Value;

    /// <summary>Finds titles of this version in running text. Built on first use.</summary>
    public TitlePhrases TitlePhrases => _titlePhrases.Value;

    /// <summary>Finds certifications that roles of this version ask for in running text. Built on first use.</summary>
    public CertificationPhrases CertificationPhrases => _certificationPhrases.Value;

    /// <summary>Builds what is otherwise built on first use, so that nobody's question has to wait for it.</summary>
    public void Warm()
    {
        SkillLexicon.Warm();
        _ = (TitleLexicon, TitlePhrases);
    }

    /// <summary>The snapshot of a version's bytes.</summary>
    public static CatalogSnapshot Read(CatalogVersion version, ReadOnlyMemory<byte> bytes) =>
        From(version, EntryStream.Read(bytes));

    /// <summary>The snapshot of entries that are in the stream's order.</summary>
    public static CatalogSnapshot From(CatalogVersion version, IEnumerable<CatalogEntry> entries)
    {
        var roles = ImmutableArray.CreateBuilder<Role>();
        var skills = ImmutableArray.CreateBuilder<Skill>();
        var fields = ImmutableArray.CreateBuilder<Field>();
        foreach (var entry in entries)
        {
            switch (entry.EntryCase)
            {
                case CatalogEntry.EntryOneofCase.Role:
                    roles.Add(entry.Role);
                    break;
                case CatalogEntry.EntryOneofCase.Skill:
                    skills.Add(entry.Skill);
                    break;
                case CatalogEntry.EntryOneofCase.Field:
                    fields.Add(entry.Field);
                    break;
            }
        }

        return new CatalogSnapshot(version, roles.ToImmutable(), skills.ToImmutable(), fields.ToImmutable());
    }

    /// <summary>The role of this name, retired or not.</summary>
    public bool TryGetRole(string name, out Role role) => _roles.TryGetValue(name, out role!);

    /// <summary>The skill of this name.</summary>
    public bool TryGetSkill(string name, out Skill skill) => _skills.TryGetValue(name, out skill!);

    /// <summary>The field of this name.</summary>
    public bool TryGetField(string name, out Field field) => _fields.TryGetValue(name, out field!);
}
