using CareerRecs.Catalog.Import.Onet.Files;
using CareerRecs.Catalog.Import.Tables;

namespace CareerRecs.Catalog.Import.Onet.Occupations;

/// <summary>Other titles of an occupation: those that workers report and those collected elsewhere.</summary>
internal sealed class TitleMap(OnetDraft draft, TableLayout layout) : TableMap(draft, layout)
{
    private const int Code = 0;
    private const int Title = 1;
    private const int ShortTitle = 2;

    /// <summary>What workers answered when asked for their job title; read first, so that it stands first.</summary>
    public static readonly TableLayout Reported = new(
        [
            ["Sample of Reported Titles"],
        ],
        ["O*NET-SOC Code", "Reported Job Title", "Short Title?"]
    );

    /// <summary>All other titles, called "Job Titles" from release 30.3 on.</summary>
    public static readonly TableLayout Alternate = new(
        [
            ["Alternate Titles"],
            ["Job Titles"],
        ],
        ["O*NET-SOC Code", "Alternate Title|Job Title", "Short Title?"]
    );

    private readonly Dictionary<string, HashSet<string>> _known = new(StringComparer.Ordinal);

    public override void Row(OnetRow row)
    {
        if (!row.TryRole(Code, out var role) || !row.TryText(Title, out var title))
        {
            return;
        }
        if (!_known.TryGetValue(role.Name, out var known))
        {
            known = new(role.AlternateTitles, StringComparer.OrdinalIgnoreCase) { role.Title };
            _known.Add(role.Name, known);
        }

        foreach (var form in TitleForms.Of(title, row.Text(ShortTitle)))
        {
            if (known.Add(form))
            {
                role.AlternateTitles.Add(form);
            }
        }
    }
}
