using System.Globalization;
using CareerRecs.Salary.Models;

namespace CareerRecs.Salary.Import;

/// <summary>A published table as read into a model.</summary>
/// <param name="Id">What the model is to be called: kind and year of the table.</param>
/// <param name="Source">Where the table is from, in words.</param>
/// <param name="Model">The base model with the table in place of its own.</param>
/// <param name="RowCount">Rows read.</param>
/// <param name="Notes">What was taken in and what left out, a line each kind.</param>
internal sealed record PublishedTable(string Id, string Source, ModelParameters Model, int RowCount, IReadOnlyList<string> Notes)
{
    /// <summary>A line of <see cref="Notes"/>.</summary>
    public static string Note(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}");
}
