using CareerRecs.Catalog.Import.Tables;

namespace CareerRecs.Catalog.Import.Esco;

/// <summary>The concepts of one kind by their URI, and those that were left out.</summary>
internal sealed class Concepts<T>(string kind, ImportFindings findings)
    where T : class
{
    private const int MaxUri = 200;

    private readonly Dictionary<string, T> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string> _leftOut = new(StringComparer.Ordinal);

    public IReadOnlyCollection<T> All => _known.Values;

    /// <summary>In the order of their URIs, which a release keeps.</summary>
    public IEnumerable<(string Uri, T Concept)> Ordered =>
        _known.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => (c.Key, c.Value));

    /// <summary>
    /// Whether the row tells of a concept to take: it has a URI and a label, is of the latest state ("released", or no
    /// state) and is the first of its URI.
    /// </summary>
    public bool IsNew(CsvTable row, int uriColumn, int statusColumn, int labelColumn)
    {
        var uri = row[uriColumn];
        if (!uri.StartsWith("http", StringComparison.OrdinalIgnoreCase) || uri.Length > MaxUri)
        {
            return row.Refuse("UNPARSABLE_CELL", uriColumn, $"'{row.Shown(uriColumn)}' is not the URI of a concept.");
        }
        var status = row[statusColumn];
        if (!status.IsEmpty && !status.Equals("released", StringComparison.OrdinalIgnoreCase))
        {
            _leftOut.Add(uri.ToString());
            findings.Count($"{kind}s left out, {(status.Length > 20 ? "of an unknown status" : status.ToString())}");
            return false;
        }

        if (_known.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(uri))
        {
            row.Warn("DUPLICATE", uriColumn, $"{uri} stands twice; the first was kept.");
            return false;
        }

        if (row[labelColumn].IsEmpty)
        {
            return row.Refuse("EMPTY_CELL", labelColumn, "The cell is empty.");
        }
        return row[labelColumn].Length <= Labels.MaxLabel
            || row.Refuse("OUT_OF_RANGE", labelColumn, $"The label is longer than {Labels.MaxLabel} characters.");
    }

    public void Add(string uri, T concept) => _known.Add(uri, concept);

    /// <summary>The concept that a cell names. What names none is counted: apart where the concept was left out.</summary>
    public bool TryFind(CsvTable row, int column, out T concept)
    {
        var uri = row[column];
        if (_known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(uri, out concept!))
        {
            return true;
        }
        if (_leftOut.GetAlternateLookup<ReadOnlySpan<char>>().Contains(uri))
        {
            findings.Count($"rows of {row.File} left out, {kind} left out");
            return false;
        }

        findings.Count($"rows of {row.File} left out, {kind} unknown");
        row.Warn(
            $"DANGLING_{kind.ToUpperInvariant()}",
            column,
            $"'{row.Shown(column)}' is not among the {kind}s; its rows were left out."
        );
        return false;
    }
}
