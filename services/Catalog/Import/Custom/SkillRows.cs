using CareerRecs.Catalog.Import.Tables;
using CareerRecs.Catalog.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.Catalog.Import.Custom;

/// <summary>A skill as a row asks for it.</summary>
internal sealed record AskedSkill(string Name, Necessity Necessity, double? Importance, double? Proficiency);

/// <summary>
/// The skills that the rows name: those of the version below by title or alias, else new ones.
/// </summary>
internal sealed class SkillRows
{
    private const int MaxTitle = 300;
    private const double MostProficiency = 7;

    private readonly CustomDraft _draft;
    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Skill> _made = new(StringComparer.Ordinal);

    public SkillRows(CustomDraft draft)
    {
        _draft = draft;
        foreach (var skill in draft.BaseSkills)
            _known.TryAdd(TextAnalysis.Normalize(skill.Title), skill.Name);
        foreach (var skill in draft.BaseSkills)
        {
            foreach (var alias in skill.Aliases)
                _known.TryAdd(TextAnalysis.Normalize(alias), skill.Name);
        }
    }

    /// <summary>The skill of the row; null where it names none. False: the row was left out.</summary>
    public bool TryRead(CsvTable row, out AskedSkill? skill)
    {
        skill = null;
        if (row[Columns.Skill].IsEmpty)
            return true;
        if (!Columns.TryText(row, Columns.Skill, MaxTitle, out var title)
            || !Columns.TryWord<SkillCategory>(row, Columns.Category, out var category)
            || !Columns.TryWord<Necessity>(row, Columns.Necessity, out var necessity)
            || !Columns.TryNumber(row, Columns.Importance, 0, 1, out var importance)
            || !Columns.TryNumber(row, Columns.Proficiency, 0, MostProficiency, out var proficiency))
            return false;

        var name = NameOf(row, title, category);
        skill = new AskedSkill(name, necessity, importance, proficiency);
        return true;
    }

    public void Complete()
    {
        foreach (var skill in _made.Values)
            _draft.TryPut(new CatalogEntry { Skill = skill });
        _draft.Findings.Count("skills made", _made.Count);
    }

    private string NameOf(CsvTable row, string title, SkillCategory category)
    {
        if (!_known.TryGetValue(TextAnalysis.Normalize(title), out var name))
        {
            name = ResourceName.Skill(_draft.CatalogId, Slug.Of(title));
            _known[TextAnalysis.Normalize(title)] = name;
            _made.TryAdd(name, new Skill { Name = name, Title = title });
        }

        if (!_made.TryGetValue(name, out var made))
            return name;
        // What a row says of a skill may stand in any row that names it.
        if (made.Category == SkillCategory.Unspecified)
            made.Category = category;
        foreach (var alias in Columns.Items(row, Columns.Aliases).Where(alias => alias.Length <= MaxTitle && !made.Aliases.Contains(alias)))
            made.Aliases.Add(alias);
        return name;
    }
}
