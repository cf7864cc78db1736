using CareerRecs.Catalog.Import.Onet.Files;
using CareerRecs.Catalog.Import.Tables;

namespace CareerRecs.Catalog.Import.Onet.Skills;

/// <summary>Content Model Reference: a sentence on each element.</summary>
internal sealed class ElementReference(OnetDraft draft) : TableMap(draft, Table)
{
    private const int Element = 0;
    private const int Description = 1;

    private static readonly TableLayout Table = new(
        [
            ["Content Model Reference"],
        ],
        ["Element ID", "Description"]
    );

    private readonly Dictionary<string, string> _descriptions = new(StringComparer.Ordinal);

    public override void Row(OnetRow row) => _descriptions.TryAdd(row.Text(Element), row.Text(Description));

    public string Describe(string element) => _descriptions.GetValueOrDefault(element, "");
}
