using CareerRecs.Catalog.Import.Tables;
using CareerRecs.Catalog.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.Catalog.Import.Esco;

/// <summary>occupations: the roles, with title, other titles, overview, codes and family.</summary>
internal sealed class EscoOccupationMap(EscoDraft draft, string catalogId, string source, IReadOnlyList<string> attributions)
    : EscoMap(draft, Table)
{
    private const int Uri = 0;
    private const int Label = 1;
    private const int Isco = 2;
    private const int AltLabels = 3;
    private const int HiddenLabels = 4;
    private const int Status = 5;
    private const int Regulated = 6;
    private const int ScopeNote = 7;
    private const int Definition = 8;
    private const int Description = 9;

    private const int MaxTitles = 2000;
    private const int MaxOverview = 10_000;
    private const int MaxItem = 2000;

    private static readonly TableLayout Table = new(
        [
            ["occupations"],
        ],
        [
            "conceptUri",
            "preferredLabel",
            "iscoGroup",
            "altLabels?",
            "hiddenLabels?",
            "status|conceptStatus?",
            "regulatedProfessionNote?",
            "scopeNote?",
            "definition?",
            "description?",
        ],
        Required: true
    );

    protected override void Row(CsvTable row)
    {
        if (!Draft.Occupations.IsNew(row, Uri, Status, Label))
        {
            return;
        }
        var isco = row[Isco];
        if (isco.Length != 4 || isco.ContainsAnyExceptInRange('0', '9'))
        {
            row.Refuse("UNPARSABLE_CELL", Isco, $"'{row.Shown(Isco)}' is not an ISCO-08 unit group like 2511.");
            return;
        }

        var label = Labels.Clean(row.Text(Label));
        var role = new Role
        {
            Title = Labels.Title(label),
            Overview = Labels.Shorten(Labels.Clean(row.Text(row[Description].IsEmpty ? Definition : Description)), MaxOverview),
            Family = isco[..3].ToString(),
            Source = source,
        };
        var uri = row.Text(Uri);
        role.Codes.Add(
            new Code
            {
                System = CodeSystem.Esco,
                Value = uri,
                Match = CodeMatch.Exact,
            }
        );
        role.Codes.Add(
            new Code
            {
                System = CodeSystem.Isco,
                Value = isco.ToString(),
                Match = CodeMatch.Broad,
            }
        );
        role.Attributions.Add(attributions);
        AddTitles(role, row);
        AddSpecifics(role, row);
        Draft.Occupations.Add(uri, role);
    }

    protected override void Complete()
    {
        if (Draft.Occupations.All.Count == 0)
        {
            throw new ImportFileException(File, 0, "", "The table has no occupation that is released.");
        }
        var ids = new EscoIds("occupation");
        foreach (var (uri, role) in Draft.Occupations.Ordered)
        {
            role.Name = ResourceName.Role(catalogId, ids.Next(role.Title, uri));
        }
    }

    // Hidden labels are spellings to be found by, not to be shown; here every alternate title is both, and they are few.
    private void AddTitles(Role role, CsvTable row)
    {
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { role.Title };
        foreach (var label in Labels.Split(row.Text(AltLabels)).Concat(Labels.Split(row.Text(HiddenLabels))))
        {
            if (known.Add(label))
            {
                Draft.TryAdd(role.AlternateTitles, Labels.Title(label), MaxTitles, "alternate titles");
            }
        }
    }

    private void AddSpecifics(Role role, CsvTable row)
    {
        if (!row[ScopeNote].IsEmpty)
        {
            role.Specifics.Add(
                new Theme { Title = "Scope", Items = { Labels.Shorten(Labels.Clean(row.Text(ScopeNote)), MaxItem) } }
            );
        }
        if (!row[Regulated].EndsWith("/regulated", StringComparison.Ordinal))
        {
            return;
        }
        const string regulated =
            "Listed as a regulated profession: in some countries access to it depends on qualifications that the law lays down.";
        role.Specifics.Add(new Theme { Title = "Regulation", Items = { regulated } });
        const string licence = "Licence or registration, where the country regulates the profession";
        role.Requirements ??= new Requirements();
        role.Requirements.Certifications.Add(new CertificationRequirement { Title = licence, Demand = Demand.Required });
        Draft.Findings.Count("occupations listed as regulated professions");
    }
}
