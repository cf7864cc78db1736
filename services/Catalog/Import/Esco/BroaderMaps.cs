using CareerRecs.Catalog.Import.Tables;
using CareerRecs.Catalog.V1;

namespace CareerRecs.Catalog.Import.Esco;

/// <summary>
/// broaderRelationsSkillPillar: wider skills of a skill. Groups of skills are headings of the classification, nothing a
/// person can have, and are left out. A longer loop is found by the validation.
/// </summary>
internal sealed class BroaderSkillMap(EscoDraft draft) : EscoMap(draft, BroaderTable.Layout("broaderRelationsSkillPillar"))
{
    private const int MaxBroader = 50;

    protected override void Row(CsvTable row)
    {
        if (
            !BroaderTable.AreConcepts(row, "KnowledgeSkillCompetence", Draft.Findings)
            || !Draft.Skills.TryFind(row, BroaderTable.Concept, out var skill)
            || !Draft.Skills.TryFind(row, BroaderTable.Broader, out var broader)
        )
        {
            return;
        }
        if (skill == broader)
        {
            row.Warn("BROADER_THAN_ITSELF", BroaderTable.Broader, $"{skill.Title} is wider than itself; the row was left out.");
        }
        else if (!skill.Broader.Contains(broader.Name) && Draft.TryAdd(skill.Broader, broader.Name, MaxBroader, "wider skills"))
        {
            Draft.Findings.Count("wider skills of skills");
        }
    }
}

/// <summary>broaderRelationsOccPillar: an occupation under another. Each is the other's nearest, as ESCO says.</summary>
internal sealed class BroaderOccupationMap(EscoDraft draft) : EscoMap(draft, BroaderTable.Layout("broaderRelationsOccPillar"))
{
    private const int MaxRelated = 500;

    protected override void Row(CsvTable row)
    {
        if (
            !BroaderTable.AreConcepts(row, "Occupation", Draft.Findings)
            || !Draft.Occupations.TryFind(row, BroaderTable.Concept, out var role)
            || !Draft.Occupations.TryFind(row, BroaderTable.Broader, out var broader)
            || role == broader
        )
        {
            return;
        }
        Relate(role, broader);
        Relate(broader, role);
        Draft.Findings.Count("occupations under another");
    }

    private void Relate(Role role, Role other)
    {
        if (role.RelatedRoles.All(r => r.Role != other.Name))
        {
            Draft.TryAdd(
                role.RelatedRoles,
                new RelatedRole { Role = other.Name, Relation = RelatedRole.Types.Relation.Primary },
                MaxRelated,
                "related roles"
            );
        }
    }
}

/// <summary>What the tables of both pillars have in common.</summary>
internal static class BroaderTable
{
    public const int Concept = 0;
    public const int Broader = 1;
    private const int ConceptType = 2;
    private const int BroaderType = 3;

    public static TableLayout Layout(string table) =>
        new(
            [
                [table],
            ],
            ["conceptUri", "broaderUri", "conceptType", "broaderType"]
        );

    /// <summary>Whether both sides are concepts rather than groups of the classification.</summary>
    public static bool AreConcepts(CsvTable row, string type, ImportFindings findings)
    {
        if (row[ConceptType].SequenceEqual(type) && row[BroaderType].SequenceEqual(type))
        {
            return true;
        }
        findings.Count($"rows of {row.File} about groups, left out");
        return false;
    }
}
