using System.Collections.Frozen;
using CareerRecs.Catalog.Import.Archives;
using CareerRecs.Catalog.Import.Tables;

namespace CareerRecs.Catalog.Import.Onet.Files;

/// <summary>Runs the rows of the archive's tables through their maps.</summary>
internal static class OnetTables
{
    /// <summary>A table of which more than this share cannot be read is refused, whatever the cells say.</summary>
    private const double MaxRefusedShare = 0.01;

    private const int RowsThatMayFail = 10;

    /// <summary>Columns that O*NET is known to have and nothing here reads.</summary>
    private static readonly FrozenSet<string> Unread = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Title",
        "Element ID",
        "Element Name",
        "Scale Name",
        "Category Description",
        "N",
        "Standard Error",
        "Lower CI Bound",
        "Upper CI Bound",
        "Not Relevant",
        "Date",
        "Domain Source",
        "Task ID",
        "Incumbents Responding",
        "Related Title",
        "Shown in My Next Move",
        "IWA ID"
    );

    public static void Read(ImportArchive archive, TableMap map, OnetDraft draft, CancellationToken cancellationToken)
    {
        foreach (var table in Choose(archive, map.Layout, draft))
        {
            ReadFile(archive, table, map, draft, cancellationToken);
        }
        map.Complete();
    }

    private static IEnumerable<string> Choose(ImportArchive archive, TableLayout layout, OnetDraft draft)
    {
        var parts = layout.Files.FirstOrDefault(files => files.Any(archive.Has)) ?? layout.Files[0];
        foreach (var missing in parts.Where(p => !archive.Has(p)))
        {
            var names = string.Join(" or ", layout.Files.Select(f => string.Join(" + ", f.Select(archive.FileOf))));
            if (layout.Required)
            {
                throw new ImportFileException(
                    archive.FileOf(missing),
                    0,
                    "",
                    $"The archive has no {names}. Import the complete O*NET text database."
                );
            }

            draft.Findings.Warn(
                "TABLE_MISSING",
                $"The archive has no {names}; what it tells is left out.",
                archive.FileOf(missing)
            );
        }

        return parts.Where(archive.Has);
    }

    private static void ReadFile(
        ImportArchive archive,
        string table,
        TableMap map,
        OnetDraft draft,
        CancellationToken cancellationToken
    )
    {
        var file = archive.FileOf(table);
        using var lines = new LineReader(archive.Open(table), file);
        if (!lines.TryRead(out var header) || header.IsWhiteSpace())
        {
            throw new ImportFileException(file, 1, "", "The file has no header line.");
        }

        var names = header.ToString().Split('\t', StringSplitOptions.TrimEntries);
        var columns = map.Layout.Bind(names, Unread, file, 1, draft.Findings);
        if (map.Layout.FirstAbsent(names) is { } missing)
        {
            if (map.Layout.Required)
            {
                throw new ImportFileException(file, 1, missing, $"The column '{missing}' is missing.");
            }
            draft.Findings.Error(
                "COLUMN_MISSING",
                $"The column '{missing}' is missing; the table was not read.",
                file,
                1,
                missing
            );
            return;
        }

        var row = new OnetRow(map.Layout, columns, names.Length, file, draft);
        var rows = 0;
        while (lines.TryRead(out var line))
        {
            if ((++rows & 0x3FF) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
            if (!line.IsWhiteSpace() && row.Move(line, lines.Number))
            {
                map.Row(row);
            }
        }

        draft.Findings.Count($"rows of {file}", rows);
        if (row.Refused > Math.Max(RowsThatMayFail, rows * MaxRefusedShare))
        {
            var (line, column, message) = row.FirstRefused;
            throw new ImportFileException(
                file,
                line,
                column,
                $"{row.Refused} of {rows} rows cannot be read; the first: {message} Nothing was imported."
            );
        }
    }
}
