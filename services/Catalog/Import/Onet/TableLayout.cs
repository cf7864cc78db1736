using System.Collections.Frozen;

namespace CareerRecs.Catalog.Import.Onet;

/// <summary>Which files a table is read from and which of their columns.</summary>
/// <param name="Files">
/// Alternatives, the present naming and those of other releases; the first of which any file is there is taken.
/// An alternative of several files is one table in parts.
/// </param>
/// <param name="Columns">
/// The columns that rows are read by, in the order of the row's indexes; "A|B" are two names of the same column.
/// A trailing "?" marks a column that may be absent.
/// </param>
/// <param name="Required">Without this table there is no catalog.</param>
internal sealed record TableLayout(string[][] Files, string[] Columns, bool Required = false)
{
    /// <summary>Columns that O*NET is known to have and nothing here reads. Others are reported.</summary>
    private static readonly FrozenSet<string> Unread = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Title", "Element ID", "Element Name", "Scale Name", "Category Description", "N", "Standard Error", "Lower CI Bound",
        "Upper CI Bound", "Not Relevant", "Date", "Domain Source", "Source(s)", "Task ID", "Incumbents Responding", "Related Title",
        "Shown in My Next Move");

    /// <summary>Finds the columns in a header. -1: an absent column that may be.</summary>
    public int[] Bind(string header, string file, ImportFindings findings, out string[] names)
    {
        names = header.Split('\t', StringSplitOptions.TrimEntries);
        var indexes = new int[Columns.Length];
        var bound = new bool[names.Length];
        for (var c = 0; c < Columns.Length; c++)
        {
            indexes[c] = Find(Columns[c].TrimEnd('?').Split('|'), names);
            if (indexes[c] >= 0)
                bound[indexes[c]] = true;
        }

        for (var i = 0; i < names.Length; i++)
        {
            if (bound[i] || Unread.Contains(names[i]))
                continue;
            var name = names[i].Length > 60 ? names[i][..60] : names[i];
            findings.Warn("UNKNOWN_COLUMN", $"The column '{name}' is not known and was not read.", file, 1, name);
        }

        return indexes;
    }

    /// <summary>The first column that must be there and is not; null: all are.</summary>
    public string? Missing(int[] indexes)
    {
        for (var c = 0; c < Columns.Length; c++)
        {
            if (indexes[c] < 0 && !Columns[c].EndsWith('?'))
                return NameOf(c);
        }

        return null;
    }

    /// <summary>The present name of a column.</summary>
    public string NameOf(int column) => Columns[column].TrimEnd('?').Split('|')[0];

    private static int Find(string[] aliases, string[] names)
    {
        foreach (var alias in aliases)
        {
            var index = Array.FindIndex(names, n => n.Equals(alias, StringComparison.OrdinalIgnoreCase));
            if (index >= 0)
                return index;
        }

        return -1;
    }
}
