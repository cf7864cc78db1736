using CareerRecs.Catalog.Import.Tables;

namespace CareerRecs.Catalog.Import.Custom;

/// <summary>
/// Makes a catalog of a CSV table with a line for each skill of each role; this folder's README tells the columns.
/// Pure: a file in, entries and a report out.
/// </summary>
public static class CsvImporter
{
    /// <summary>
    /// Reads the file. A row that cannot be used is left out with a finding; too many, and the file is refused.
    /// </summary>
    public static ImportedCatalog Import(Stream file, ImportSource source, CancellationToken cancellationToken)
    {
        var draft = new CustomDraft(source);
        var skills = new SkillRows(draft);
        var roles = new RoleRows(draft);
        var ladders = new Ladders();
        using (var table = new CsvTable(file, draft.FileName, Columns.Layout, draft.Findings, cancellationToken))
        {
            table.FindHeader(new HashSet<string>());
            while (table.Read())
            {
                // All cells first: a row that is left out must leave no half of itself behind.
                if (!RoleCells.TryRead(table, out var cells) || !skills.TryRead(table, out var skill))
                {
                    continue;
                }
                var role = roles.Of(cells);
                ladders.Climb(table, cells, role.Role);
                if (skill is not null)
                {
                    role.Ask(table, skill);
                }
            }
        }

        ladders.Complete();
        skills.Complete();
        roles.Complete();
        return draft.Complete();
    }
}
