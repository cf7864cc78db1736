using CareerRecs.Catalog.Import.Onet.Files;
using CareerRecs.Catalog.Import.Tables;
using CareerRecs.Catalog.V1;

namespace CareerRecs.Catalog.Import.Onet.Occupations;

/// <summary>Occupation Data: the roles, with title, overview, codes and family.</summary>
internal sealed class OnetOccupationMap(OnetDraft draft, string source, IReadOnlyList<string> attributions)
    : TableMap(draft, Table)
{
    private const int Code = 0;
    private const int Title = 1;
    private const int Description = 2;

    private static readonly TableLayout Table = new(
        [
            ["Occupation Data"],
        ],
        ["O*NET-SOC Code", "Title", "Description?"],
        Required: true
    );

    public override void Row(OnetRow row)
    {
        if (!SocCode.IsOnet(row[Code]))
        {
            row.Refuse("UNPARSABLE_CELL", Code, $"'{row[Code]}' is not a code like 15-2051.00.");
            return;
        }

        if (!row.TryText(Title, out var title))
        {
            return;
        }

        var code = row.Text(Code);
        var soc = code[..7];
        var role = new Role
        {
            Name = Draft.Names.Role(code),
            Title = title,
            Overview = row.Text(Description),
            Family = SocCode.Family(soc),
            Source = source,
        };
        role.Codes.Add(
            new Code
            {
                System = CodeSystem.Onet,
                Value = code,
                Match = CodeMatch.Exact,
            }
        );
        // ".01" and up are O*NET's own divisions of a SOC occupation.
        var whole = code.EndsWith(".00", StringComparison.Ordinal);
        role.Codes.Add(
            new Code
            {
                System = CodeSystem.Soc,
                Value = soc,
                Match = whole ? CodeMatch.Exact : CodeMatch.Broad,
            }
        );
        role.Attributions.Add(attributions);
        Licences.AddFromDescription(role);
        if (!Draft.TryAdd(code, role))
        {
            row.Duplicate(Code, code);
        }
    }

    public override void Complete()
    {
        if (Draft.Roles.Count == 0)
        {
            throw new ImportFileException("Occupation Data.txt", 0, "", "The table has no occupation.");
        }
    }
}
