using CareerRecs.Catalog;
using CareerRecs.ProfileMatching;
using CareerRecs.Salary;

namespace CareerRecs.Cli.Embedded;

/// <summary>
/// Remembers which build last migrated the databases of a data folder. Looking whether anything is to be migrated costs
/// a short command more than its answer does; the same build over the same files need not look again.
/// </summary>
internal sealed class MigrationMarker(DataDirectory directory)
{
    private static readonly string[] Databases = ["catalog.db", "matching.db", "salary.db"];

    private readonly string _file = Path.Combine(directory.Path, "migrated");

    /// <summary>Whether this very build has migrated these files.</summary>
    public bool IsCurrent =>
        Array.TrueForAll(Databases, d => File.Exists(Path.Combine(directory.Path, d)))
        && File.Exists(_file)
        && File.ReadAllText(_file) == Build;

    // Module ids change with every change of the code, which a version number does not.
    private static string Build =>
        string.Join(
            ' ',
            new[] { typeof(CatalogHost), typeof(MatchingHost), typeof(SalaryHost) }.Select(t =>
                t.Module.ModuleVersionId.ToString("N")
            )
        );

    /// <summary>Everything is migrated.</summary>
    public void Set() => File.WriteAllText(_file, Build);
}
