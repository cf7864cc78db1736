namespace CareerRecs.Catalog.Import.Tables;

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
    /// <summary>Finds the columns in a header. -1: an absent one.</summary>
    /// <param name="names">The header's cells.</param>
    /// <param name="unread">Columns that the publisher is known to have and nothing here reads. Others are reported.</param>
    /// <param name="file">The file, for findings.</param>
    /// <param name="line">The header's line.</param>
    /// <param name="findings">Gets the unknown columns.</param>
    public int[] Bind(IReadOnlyList<string> names, IReadOnlySet<string> unread, string file, int line, ImportFindings findings)
    {
        var indexes = new int[Columns.Length];
        var bound = new bool[names.Count];
        for (var c = 0; c < Columns.Length; c++)
        {
            indexes[c] = Find(Columns[c].TrimEnd('?').Split('|'), names);
            if (indexes[c] >= 0)
            {
                bound[indexes[c]] = true;
            }
        }

        for (var i = 0; i < names.Count; i++)
        {
            if (bound[i] || unread.Contains(names[i]))
            {
                continue;
            }
            var name = names[i].Length > 60 ? names[i][..60] : names[i];
            findings.Warn("UNKNOWN_COLUMN", $"The column '{name}' is not known and was not read.", file, line, name);
        }

        return indexes;
    }

    /// <summary>The first needed column that a header does not have; null: it has all.</summary>
    public string? FirstAbsent(IReadOnlyList<string> names)
    {
        for (var c = 0; c < Columns.Length; c++)
        {
            if (!Columns[c].EndsWith('?') && Find(Columns[c].Split('|'), names) < 0)
            {
                return NameOf(c);
            }
        }

        return null;
    }

    /// <summary>The present name of a column.</summary>
    public string NameOf(int column) => Columns[column].TrimEnd('?').Split('|')[0];

    private static int Find(string[] aliases, IReadOnlyList<string> names)
    {
        foreach (var alias in aliases)
        {
            for (var i = 0; i < names.Count; i++)
            {
                if (names[i].Equals(alias, StringComparison.OrdinalIgnoreCase))
                {
                    return i;
                }
            }
        }

        return -1;
    }
}
