using CareerRecs.Catalog.Import.Tables;
using CareerRecs.Catalog.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.Catalog.Import.Custom;

/// <summary>A skill as a row asks for it.</summary>
internal sealed record AskedSkill(string Name, Necessity Necessity, double? Importance, double? Proficiency);

/// <summary>
/// The skills that the rows name: those of the version below by title or alias, which stay as they are, else new ones.
/// </summary>
internal sealed class SkillRows
{
    private const int MaxTitle = 300;
    private const int MostAliases = 500;
    private const double MostProficiency = 7;

    private readonly CustomDraft _draft;
    private readonly UniqueIds _ids;
    private readonly Dictionary<string, string> _known = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Skill> _made = new(StringComparer.Ordinal);

    public SkillRows(CustomDraft draft)
    {
        _draft = draft;
        var below = draft.BaseSkills.ToList();
        _ids = new UniqueIds(below.Select(skill => ResourceName.IdOf(skill.Name)), "skill");
        foreach (var skill in below)
        {
            _known.TryAdd(skill.Title, skill.Name);
        }
        foreach (var skill in below)
        {
            foreach (var alias in skill.Aliases)
            {
                _known.TryAdd(alias, skill.Name);
            }
        }
    }

    /// <summary>The skill of the row; null where it names none. False: the row was left out.</summary>
    public bool TryRead(CsvTable row, out AskedSkill? skill)
    {
        skill = null;
        if (row[Columns.Skill].IsEmpty)
        {
            return true;
        }
        if (
            !Columns.TryText(row, Columns.Skill, MaxTitle, out var title)
            || !Columns.TryWord<SkillCategory>(row, Columns.Category, out var category)
            || !Columns.TryWord<Necessity>(row, Columns.Necessity, out var necessity)
            || !Columns.TryNumber(row, Columns.Importance, 0, 1, out var importance)
            || !Columns.TryNumber(row, Columns.Proficiency, 0, MostProficiency, out var proficiency)
        )
        {
            return false;
        }

        if (!_known.TryGetValue(title, out var name))
        {
            _known.Add(title, name = Make(title));
        }
        if (_made.TryGetValue(name, out var made))
        {
            Describe(made, row, category);
        }
        else if (category != SkillCategory.Unspecified || !row[Columns.Aliases].IsEmpty)
        {
            row.Warn(
                "BASE_SKILL_KEPT",
                Columns.Skill,
                $"'{row.Shown(Columns.Skill)}' is a skill of the base version "
                    + $"and stays as it is; category and aliases were not taken."
            );
        }
        skill = new AskedSkill(name, necessity, importance, proficiency);
        return true;
    }

    public void Complete()
    {
        foreach (var skill in _made.Values)
        {
            _draft.TryPut(new CatalogEntry { Skill = skill });
        }
        _draft.Findings.Count("skills made", _made.Count);
    }

    private string Make(string title)
    {
        var name = ResourceName.Skill(_draft.CatalogId, _ids.Next(title));
        _made.Add(name, new Skill { Name = name, Title = title });
        return name;
    }

    /// <summary>What a row says of a skill may stand in any row that names it.</summary>
    private static void Describe(Skill made, CsvTable row, SkillCategory category)
    {
        if (made.Category == SkillCategory.Unspecified)
        {
            made.Category = category;
        }
        foreach (var alias in Columns.Items(row, Columns.Aliases))
        {
            if (alias.Length <= MaxTitle && made.Aliases.Count < MostAliases && !made.Aliases.Contains(alias))
            {
                made.Aliases.Add(alias);
            }
        }
    }
}
