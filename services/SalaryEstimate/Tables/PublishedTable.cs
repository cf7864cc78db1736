using System.Globalization;
using CareerRecs.Salary.Parameters;

namespace CareerRecs.Salary.Tables;

/// <summary>A published table as read into a model.</summary>
/// <param name="Id">What the model is to be called: kind and year of the table.</param>
/// <param name="Source">Where the table is from, in words.</param>
/// <param name="Model">The base model with the table in place of its own.</param>
/// <param name="RowCount">Rows read.</param>
/// <param name="Notes">What was taken in and what left out, a line each kind.</param>
internal sealed record PublishedTable(string Id, string Source, ModelParameters Model, int RowCount, IReadOnlyList<string> Notes)
{
    /// <summary>
    /// Whether the model's date is that of the import: the same table a month later makes the same model but for it.
    /// </summary>
    public bool IsDatedByImport { get; init; }

    /// <summary>A line of <see cref="Notes"/>: "2 currencies taken in".</summary>
    public static string Note(int count, string noun, string said)
    {
        var nouns =
            count == 1 ? noun
            : noun.EndsWith('y') ? $"{noun[..^1]}ies"
            : $"{noun}s";
        return string.Create(CultureInfo.InvariantCulture, $"{count:N0} {nouns} {said}");
    }
}
