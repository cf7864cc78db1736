using System.Globalization;

namespace CareerRecs.Salary.Parameters;

/// <summary>Everything that a model was made from: what it began with, and the tables imported since.</summary>
internal static class TableSources
{
    public static IEnumerable<SourceNote> Of(ModelParameters model)
    {
        IEnumerable<SourceNote?> tables =
        [
            model.Prices?.Source,
            model.Areas?.Source,
            .. model.Countries.Select(c => c.Source),
            .. model.Rates.Select(r => Published(r.Source, r.Date.Year)),
            .. model.Indices.Select(i => Published(i.Source, int.Parse(i.Years[^1].AsSpan(0, 4), CultureInfo.InvariantCulture))),
        ];
        return model.Sources.Concat(tables.OfType<SourceNote>()).DistinctBy(source => (source.Name, source.Year));
    }

    private static SourceNote Published(string source, int year) =>
        new(source, year.ToString(CultureInfo.InvariantCulture), "as its publisher states");
}
