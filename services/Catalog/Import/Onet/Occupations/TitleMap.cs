using CareerRecs.Catalog.Import.Onet.Files;
using CareerRecs.Catalog.Import.Tables;
using CareerRecs.Catalog.V1;

namespace CareerRecs.Catalog.Import.Onet.Occupations;

/// <summary>Other titles of an occupation: those that workers report and those collected elsewhere.</summary>
internal sealed class TitleMap(OnetDraft draft, TableLayout layout) : TableMap(draft, layout)
{
    private const int Code = 0;
    private const int Title = 1;
    private const int ShortTitle = 2;
    private const int Sources = 3;

    /// <summary>What workers answered when asked for their job title; read first, so that it stands first.</summary>
    public static readonly TableLayout Reported = new(
        [
            ["Sample of Reported Titles"],
        ],
        ["O*NET-SOC Code", "Reported Job Title", "Short Title?", "Source(s)?"]
    );

    /// <summary>All other titles, called "Job Titles" from release 30.3 on.</summary>
    public static readonly TableLayout Alternate = new(
        [
            ["Alternate Titles"],
            ["Job Titles"],
        ],
        ["O*NET-SOC Code", "Alternate Title|Job Title", "Short Title?", "Source(s)?"]
    );

    private readonly Dictionary<string, HashSet<string>> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(Role Role, int Sources)>> _claims = new(StringComparer.OrdinalIgnoreCase);

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

            Claim(form, role, row.Text(Sources));
        }
    }

    /// <summary>Only where several occupations go by a title does it matter how many sources give it to each.</summary>
    public override void Complete()
    {
        foreach (var (title, claims) in _claims.Where(c => c.Value.Count > 1))
        {
            foreach (var (role, sources) in claims.Where(c => c.Sources > 1))
            {
                role.AttestedTitles.Add(new AttestedTitle { Title = title, SourceCount = sources });
            }
        }
    }

    private void Claim(string title, Role role, string sources)
    {
        if (!_claims.TryGetValue(title, out var claims))
        {
            _claims.Add(title, claims = []);
        }
        if (claims.Count == 0 || claims[^1].Role != role)
        {
            claims.Add((role, sources.Split(',').Length));
        }
    }
}
