using CareerRecs.Catalog.Import.Tables;
using CareerRecs.Catalog.V1;

namespace CareerRecs.Catalog.Import.Esco;

/// <summary>occupationSkillRelations: the skills that an occupation asks for, essential or optional.</summary>
internal sealed class NeedMap(EscoDraft draft) : EscoMap(draft, Table)
{
    private const int Occupation = 0;
    private const int Relation = 1;
    private const int Skill = 2;

    // ESCO says essential or optional and no more; these stand for that on the scale of importances.
    private const double EssentialImportance = 1;
    private const double OptionalImportance = 0.5;

    private const int MaxSkills = 1000;

    private static readonly TableLayout Table = new(
        [
            ["occupationSkillRelations"],
        ],
        ["occupationUri", "relationType", "skillUri"],
        Required: true
    );

    private readonly HashSet<(string Role, string Skill)> _known = [];

    protected override void Row(CsvTable row)
    {
        if (!TryReadEssential(row, Relation, out var essential))
        {
            return;
        }
        if (!Draft.Occupations.TryFind(row, Occupation, out var role) || !Draft.Skills.TryFind(row, Skill, out var skill))
        {
            return;
        }
        if (!_known.Add((role.Name, skill.Name)))
        {
            row.Warn("DUPLICATE", Skill, $"{skill.Title} of {role.Title} stands twice; the first was kept.");
            return;
        }

        var need = new RoleSkill
        {
            Skill = skill.Name,
            Necessity = essential ? Necessity.Essential : Necessity.Optional,
            Importance = essential ? EssentialImportance : OptionalImportance,
        };
        if (Draft.TryAdd(role.Skills, need, MaxSkills, "skills of occupations"))
        {
            Draft.Findings.Count(essential ? "essential skills of occupations" : "optional skills of occupations");
        }
    }
}
