using CareerRecs.Catalog.Import.Tables;
using CareerRecs.Catalog.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.Catalog.Import.Esco;

/// <summary>skills: knowledge, skills and competences, with other names, kind and description.</summary>
internal sealed class SkillMap(EscoDraft draft, string catalogId) : EscoMap(draft, Table)
{
    private const int Uri = 0;
    private const int Label = 1;
    private const int Type = 2;
    private const int Reuse = 3;
    private const int AltLabels = 4;
    private const int HiddenLabels = 5;
    private const int Status = 6;
    private const int Schemes = 7;
    private const int Definition = 8;
    private const int Description = 9;

    private const int MaxAliases = 500;
    private const int MaxDescription = 300;

    private static readonly TableLayout Table = new(
        [
            ["skills"],
        ],
        [
            "conceptUri",
            "preferredLabel",
            "skillType",
            "reuseLevel?",
            "altLabels?",
            "hiddenLabels?",
            "status|conceptStatus?",
            "inScheme?",
            "definition?",
            "description?",
        ],
        Required: true
    );

    /// <summary>The names that ESCO itself writes with a capital, which only proper names have.</summary>
    private readonly List<(Skill Skill, string Name)> _properNames = [];

    protected override void Row(CsvTable row)
    {
        if (!Draft.Skills.IsNew(row, Uri, Status, Label))
        {
            return;
        }
        var label = Labels.Clean(row.Text(Label));
        var description = Labels.Clean(row.Text(row[Description].IsEmpty ? Definition : Description));
        var skill = new Skill
        {
            Title = Labels.Title(label),
            Category = SkillKinds.Of(label, description, row[Type], row[Reuse], row[Schemes]),
            Description = Labels.Shorten(description, MaxDescription),
        };
        if (row[Type].IsEmpty)
        {
            Draft.Findings.Count("skills without a type, taken as technical");
        }
        var uri = row.Text(Uri);
        skill.Codes.Add(
            new Code
            {
                System = CodeSystem.Esco,
                Value = uri,
                Match = CodeMatch.Exact,
            }
        );
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { label };
        Remember(skill, label);
        foreach (var alias in Labels.Split(row.Text(AltLabels)).Concat(Labels.Split(row.Text(HiddenLabels))))
        {
            if (known.Add(alias) && Draft.TryAdd(skill.Aliases, alias, MaxAliases, "aliases"))
            {
                Remember(skill, alias);
            }
        }

        Draft.Skills.Add(uri, skill);
    }

    protected override void Complete()
    {
        if (Draft.Skills.All.Count == 0)
        {
            throw new ImportFileException(File, 0, "", "The table has no skill that is released.");
        }
        var ids = new EscoIds("skill");
        foreach (var (uri, skill) in Draft.Skills.Ordered)
        {
            skill.Name = ResourceName.Skill(catalogId, ids.Next(skill.Title, uri));
        }

        // "Chef" and "R" are products; "chef" and a lone letter are found in every text.
        var ordinary = OrdinaryWords.In(Draft.Occupations.All);
        foreach (var (skill, _) in _properNames.Where(p => !p.Skill.Ambiguous && ordinary.Contains(p.Name)))
        {
            skill.Ambiguous = true;
            Draft.Findings.Count("skills read only in context");
        }
    }

    private void Remember(Skill skill, string name)
    {
        if (char.IsUpper(name[0]))
        {
            _properNames.Add((skill, name));
        }
    }
}
