using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using CareerRecs.Salary.Figures;

namespace CareerRecs.Salary.PayModels;

/// <summary>
/// How many rows of a survey there are of a title, in a country, of an experience band; 0 of a code stands for all.
/// </summary>
public sealed class PayCounts
{
    private readonly FrozenDictionary<(int Title, int Country, int Band), int> _rows;

    /// <summary>Reads lines: the codes of title, country and band parted by commas, then how many.</summary>
    public PayCounts(IEnumerable<string> lines)
    {
        var rows = new Dictionary<(int, int, int), int>();
        foreach (var line in lines)
        {
            var cells = line.Split(',', ' ');
            if (cells.Length != 4)
            {
                throw new FormatException($"\"{line}\" is not three codes and a count.");
            }
            var n = Array.ConvertAll(cells, cell => int.Parse(cell, CultureInfo.InvariantCulture));
            // A row whose band is not known is counted once too: under all bands together.
            foreach (var key in new[] { (n[0], n[1], n[2]), (n[0], n[1], 0), (0, n[1], 0) }.Distinct())
            {
                rows[key] = rows.GetValueOrDefault(key) + n[3];
            }
        }

        _rows = rows.ToFrozenDictionary();
        Total = _rows.Where(row => row.Key is { Title: 0, Band: 0 }).Sum(row => row.Value);
    }

    /// <summary>All rows.</summary>
    public int Total { get; }

    /// <summary>The lines of rows.</summary>
    public static ImmutableArray<string> Lines(PayFacets facets, IEnumerable<PayFacts> rows) =>
        [
            .. rows.GroupBy(row => Codes(facets, row))
                .OrderBy(g => g.Key)
                .Select(g =>
                    string.Create(CultureInfo.InvariantCulture, $"{g.Key.Title},{g.Key.Country},{g.Key.Band} {g.Count()}")
                ),
        ];

    /// <summary>The rows behind facts: of the band, or of both bands that it lies between.</summary>
    public int Of(PayFacets facets, PayFacts facts)
    {
        var (title, country) = (facets.TitleCode(facts.Title), facets.CountryCode(facts.Country));
        if (facts.Band is not { } band)
        {
            return Of(title, country, 0);
        }
        var (low, high) = ((int)Math.Floor(band), (int)Math.Ceiling(band));
        return Of(title, country, facets.BandCode(low)) + (high > low ? Of(title, country, facets.BandCode(high)) : 0);
    }

    /// <summary>The counts of single titles, countries and bands, by their values; the band counted from 0.</summary>
    public IEnumerable<(string Title, string Country, int Band, int Rows)> All(PayFacets facets) =>
        _rows
            .Where(row => row.Key is { Title: > 0, Country: > 0, Band: > 0 })
            .Select(row =>
                (
                    facets.Values[(int)PayFacet.Title][row.Key.Title - 1],
                    facets.Values[(int)PayFacet.Country][row.Key.Country - 1],
                    int.Parse(facets.Values[(int)PayFacet.Band][row.Key.Band - 1], CultureInfo.InvariantCulture),
                    row.Value
                )
            );

    /// <summary>The rows of a country.</summary>
    public int OfCountry(PayFacets facets, string country) => Of(0, facets.CountryCode(country), 0);

    private int Of(int title, int country, int band) => country == 0 ? 0 : _rows.GetValueOrDefault((title, country, band));

    private static (int Title, int Country, int Band) Codes(PayFacets facets, PayFacts facts) =>
        (facets.TitleCode(facts.Title), facets.CountryCode(facts.Country), facets.BandCode(facts.Band));
}
