using CareerRecs.Catalog.Import.Tables;
using CareerRecs.Catalog.V1;

namespace CareerRecs.Catalog.Import.Esco;

/// <summary>
/// skillSkillRelations: knowledge that another piece of knowledge or a skill needs. Who has the one has a part of the
/// other, so the relation holds both ways.
/// </summary>
internal sealed class SkillRelationMap(EscoDraft draft) : EscoMap(draft, Table)
{
    private const int Original = 0;
    private const int Relation = 1;
    private const int Related = 2;

    // ESCO gives no degree; a part, and less than half a part, as a person who maps skills by hand would say.
    private const double EssentialSimilarity = 0.5;
    private const double OptionalSimilarity = 0.3;

    private const int MaxRelated = 500;

    private static readonly TableLayout Table = new(
        [
            ["skillSkillRelations"],
        ],
        ["originalSkillUri", "relationType", "relatedSkillUri"]
    );

    private readonly Dictionary<(string Skill, string Other), RelatedSkill> _known = [];

    protected override void Row(CsvTable row)
    {
        if (!TryReadEssential(row, Relation, out var essential))
        {
            return;
        }
        if (!Draft.Skills.TryFind(row, Original, out var skill) || !Draft.Skills.TryFind(row, Related, out var other))
        {
            return;
        }
        if (skill.Name == other.Name)
        {
            row.Warn("RELATED_TO_ITSELF", Related, $"{skill.Title} is related to itself; the row was left out.");
            return;
        }

        var similarity = essential ? EssentialSimilarity : OptionalSimilarity;
        Relate(skill, other, similarity);
        Relate(other, skill, similarity);
        Draft.Findings.Count("related skills");
    }

    private void Relate(Skill skill, Skill other, double similarity)
    {
        if (_known.TryGetValue((skill.Name, other.Name), out var related))
        {
            related.Similarity = Math.Max(related.Similarity, similarity);
            return;
        }

        related = new RelatedSkill { Skill = other.Name, Similarity = similarity };
        if (Draft.TryAdd(skill.Related, related, MaxRelated, "related skills"))
        {
            _known.Add((skill.Name, other.Name), related);
        }
    }
}
