using CareerRecs.Catalog.Import.Tables;

namespace CareerRecs.Catalog.Import.Custom;

/// <summary>
/// Makes a catalog of a CSV table with a line for each skill of each role; this folder's README tells the columns.
/// Pure: a file in, entries and a report out.
/// </summary>
public static class CsvImporter
{
    /// <summary>Reads the file. A row that cannot be used is left out with a finding; too many, and the file is refused.</summary>
    public static ImportedCatalog Import(Stream file, ImportSource source, CancellationToken cancellationToken)
    {
        var draft = new CustomDraft(source);
        var skills = new SkillRows(draft);
        var roles = new RoleRows(draft);
        using (var table = new CsvTable(file, draft.FileName, Columns.Layout, draft.Findings, cancellationToken))
        {
            table.FindHeader(new HashSet<string>());
            while (table.Read())
            {
                // The skill first: a row that is left out must leave no half of itself in the role.
                if (skills.TryRead(table, out var skill) && roles.TryRead(table, out var role) && skill is not null)
                    RoleRows.Ask(table, role, skill);
            }
        }

        skills.Complete();
        roles.Complete();
        return draft.Complete();
    }
}
