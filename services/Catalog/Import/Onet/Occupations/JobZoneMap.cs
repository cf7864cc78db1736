using CareerRecs.Catalog.Import.Onet.Files;
using CareerRecs.Catalog.Import.Tables;

namespace CareerRecs.Catalog.Import.Onet.Occupations;

/// <summary>Job Zones: how much preparation an occupation takes, 1-5.</summary>
internal sealed class JobZoneMap(OnetDraft draft) : TableMap(draft, Table)
{
    private const int Code = 0;
    private const int Zone = 1;

    private static readonly TableLayout Table = new(
        [
            ["Job Zones"],
        ],
        ["O*NET-SOC Code", "Job Zone"]
    );

    public override void Row(OnetRow row)
    {
        if (!row.TryRole(Code, out var role) || !row.TryNumber(Zone, 1, 5, out var zone))
        {
            return;
        }
        if (role.JobZone != 0)
        {
            row.Duplicate(Code, $"{row[Code]}");
        }
        else
        {
            role.JobZone = (int)zone;
        }
    }
}
