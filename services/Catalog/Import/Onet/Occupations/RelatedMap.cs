using CareerRecs.Catalog.Import.Onet.Files;
using CareerRecs.Catalog.Import.Tables;
using CareerRecs.Catalog.V1;
using static CareerRecs.Catalog.V1.RelatedRole.Types;

namespace CareerRecs.Catalog.Import.Onet.Occupations;

/// <summary>Related Occupations: the nearest occupations of each, ranked.</summary>
internal sealed class RelatedMap(OnetDraft draft) : TableMap(draft, Table)
{
    private const int Code = 0;
    private const int Related = 1;
    private const int Tier = 2;
    private const int Index = 3;

    private static readonly TableLayout Table = new(
        [
            ["Related Occupations"],
        ],
        ["O*NET-SOC Code", "Related O*NET-SOC Code", "Relatedness Tier", "Index"]
    );

    public override void Row(OnetRow row)
    {
        if (!row.TryRole(Code, out var role) || !row.TryRole(Related, out var other))
        {
            return;
        }
        var relation =
            row[Tier].StartsWith("Primary", StringComparison.OrdinalIgnoreCase) ? Relation.Primary
            : row[Tier].Equals("Supplemental", StringComparison.OrdinalIgnoreCase) ? Relation.Supplemental
            : Relation.Unspecified;
        if (relation == Relation.Unspecified)
        {
            row.Refuse("UNKNOWN_TIER", Tier, $"'{row[Tier]}' is neither Primary nor Supplemental.");
            return;
        }

        if (!row.TryNumber(Index, 1, 1000, out var rank))
        {
            return;
        }
        if (role.RelatedRoles.Any(r => r.Role == other.Name))
        {
            row.Duplicate(Related, $"{row[Related]} as related to {row[Code]}");
        }
        else
        {
            role.RelatedRoles.Add(
                new RelatedRole
                {
                    Role = other.Name,
                    Relation = relation,
                    Rank = (int)rank,
                }
            );
        }
    }

    public override void Complete()
    {
        foreach (var role in Draft.Roles.Where(r => r.RelatedRoles.Count > 1))
        {
            var ordered = role.RelatedRoles.OrderBy(r => r.Relation).ThenBy(r => r.Rank).ToList();
            role.RelatedRoles.Clear();
            role.RelatedRoles.Add(ordered);
        }
    }
}
