using System.Collections.Frozen;
using CareerRecs.Catalog.Import.Archives;
using CareerRecs.Catalog.Import.Tables;

namespace CareerRecs.Catalog.Import.Esco;

/// <summary>What the rows of one table mean. The rows come one by one; what needs all of them waits for the end.</summary>
internal abstract class EscoMap(EscoDraft draft, TableLayout layout)
{
    /// <summary>Columns that ESCO is known to have and nothing here reads, those that release 1.2 added among them.</summary>
    private static readonly FrozenSet<string> Unread = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "conceptType",
        "modifiedDate",
        "code",
        "inScheme",
        "skillType",
        "originalSkillType",
        "relatedSkillType",
        "naceCode",
        "conceptLabel",
        "broaderLabel",
        "occupationLabel",
        "skillLabel",
        "originalSkillLabel",
        "relatedSkillLabel",
        "scopeNote"
    );

    protected EscoDraft Draft => draft;

    /// <summary>Name of the table's file.</summary>
    protected string File { get; private set; } = "";

    /// <summary>
    /// Reads the table from the archive: without a needed one there is no catalog, without another there is a warning.
    /// </summary>
    public void Read(ImportArchive archive, CancellationToken cancellationToken)
    {
        var table = layout.Files[0][0];
        File = archive.FileOf(table);
        if (archive.Has(table))
        {
            using var stream = archive.Open(table);
            using var rows = new CsvTable(stream, File, layout, draft.Findings, cancellationToken);
            if (rows.FindHeader(Unread))
            {
                while (rows.Read())
                {
                    Row(rows);
                }
            }
        }
        else if (layout.Required)
        {
            throw new ImportFileException(
                File,
                0,
                "",
                $"The archive has no {table}_en.csv or {table}.csv. Import the complete ESCO classification, CSV, one language."
            );
        }
        else
        {
            draft.Findings.Warn("TABLE_MISSING", $"The archive has no {table}.csv; what it tells is left out.", File);
        }

        Complete();
    }

    /// <summary>Reads a row.</summary>
    protected abstract void Row(CsvTable row);

    /// <summary>Whether a relation is essential or optional. False: it is neither, and the row was left out.</summary>
    protected static bool TryReadEssential(CsvTable row, int column, out bool essential)
    {
        essential = row[column].Equals("essential", StringComparison.OrdinalIgnoreCase);
        return essential
            || row[column].Equals("optional", StringComparison.OrdinalIgnoreCase)
            || row.Refuse("UNKNOWN_RELATION", column, $"'{row.Shown(column)}' is neither essential nor optional.");
    }

    /// <summary>Called once after the last row, also when there was no table.</summary>
    protected virtual void Complete() { }
}
