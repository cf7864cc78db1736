using CareerRecs.Catalog.Import.Onet.Files;
using CareerRecs.Catalog.Import.Tables;

namespace CareerRecs.Catalog.Import.Onet.Duties;

/// <summary>DWA Reference: the text of each detailed work activity.</summary>
internal sealed class DutyReference(OnetDraft draft) : TableMap(draft, Table)
{
    private const int Id = 0;
    private const int Title = 1;

    private static readonly TableLayout Table = new(
        [
            ["DWA Reference"],
        ],
        ["DWA ID", "DWA Title"]
    );

    private readonly Dictionary<string, Duty> _duties = new(StringComparer.Ordinal);

    public override void Row(OnetRow row)
    {
        if (!row.TryText(Id, out var id) || !row.TryText(Title, out var title))
        {
            return;
        }

        if (!_duties.TryAdd(id, new Duty(id, title)))
        {
            row.Duplicate(Id, id);
        }
    }

    /// <summary>The duty of an identifier; null if the table has none.</summary>
    public Duty? Find(string id) => _duties.GetValueOrDefault(id);
}
