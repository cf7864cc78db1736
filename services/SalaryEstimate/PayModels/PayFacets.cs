using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using CareerRecs.Salary.Places;

namespace CareerRecs.Salary.PayModels;

/// <summary>
/// The values that the rows of a model have, numbered from 1; 0 stands for one that is not known or was never seen.
/// </summary>
public sealed class PayFacets
{
    /// <summary>How many facets there are.</summary>
    public const int Count = (int)PayFacet.Year + 1;

    private const double LargeShare = 0.02; // of the rows; a country with fewer joins the others in its zone
    private const string Others = "others";
    private const string Home = "home";
    private const int MostBands = 100; // their names have two digits

    private readonly FrozenDictionary<string, int>[] _codes;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _titles;
    private readonly int[] _familyOfTitle;
    private readonly int[] _bandCodes;
    private readonly FrozenDictionary<int, int> _yearCodes;
    private readonly int _firstYear;
    private readonly int _lastYear;

    /// <summary>Compiles the values of each facet, in the order of their codes.</summary>
    public PayFacets(ImmutableArray<ImmutableArray<string>> values)
    {
        if (values.Length != Count)
        {
            throw new FormatException($"The model has {values.Length} facets, {Count} are expected.");
        }
        Values = values;
        _codes = [.. values.Select(v => v.Index().ToFrozenDictionary(x => x.Item, x => x.Index + 1, StringComparer.Ordinal))];
        _titles = _codes[(int)PayFacet.Title].GetAlternateLookup<ReadOnlySpan<char>>();
        _familyOfTitle = [0, .. values[(int)PayFacet.Title].Select(title => Code(PayFacet.Family, Family(title)))];
        var years = values[(int)PayFacet.Year].Select(y => int.Parse(y, CultureInfo.InvariantCulture)).ToArray();
        (_firstYear, _lastYear) = years.Length == 0 ? (0, 0) : (years.Min(), years.Max());
        // Bands and years are looked up several times an estimate: by number, no name is written for it.
        _bandCodes = [.. Enumerable.Range(0, MostBands).Select(band => Code(PayFacet.Band, BandName(band)))];
        _yearCodes = years
            .Distinct()
            .ToFrozenDictionary(year => year, year => Code(PayFacet.Year, year.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>Values by facet, in the order of their codes.</summary>
    public ImmutableArray<ImmutableArray<string>> Values { get; }

    /// <summary>The values that rows have.</summary>
    public static PayFacets Of(IReadOnlyCollection<PayFacts> rows)
    {
        var large = rows.GroupBy(r => r.Country, StringComparer.Ordinal)
            .Where(g => g.Key.Length > 0 && g.Count() >= LargeShare * rows.Count)
            .Select(g => g.Key)
            .Append(Others)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToImmutableArray();
        return new PayFacets([
            Distinct(r => r.Title),
            Distinct(r => Family(r.Title)),
            Distinct(r => BandName(r.Band)),
            Distinct(r => r.Country),
            large,
            [.. large.Append(Home)],
            Distinct(r => r.Residence),
            Distinct(r => r.Place),
            Distinct(r => r.Employer),
            Distinct(r => r.Remote),
            Distinct(r => r.Size),
            Distinct(r => r.Year?.ToString(CultureInfo.InvariantCulture) ?? ""),
        ]);

        ImmutableArray<string> Distinct(Func<PayFacts, string> value) =>
            [.. rows.Select(value).Where(v => v.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>Writes the code of each facet; the band as the nearest whole one.</summary>
    public void Encode(PayFacts facts, Span<int> codes)
    {
        var title = TitleCode(facts.Title);
        codes[(int)PayFacet.Title] = title;
        codes[(int)PayFacet.Family] = title > 0 ? _familyOfTitle[title] : Code(PayFacet.Family, Family(facts.Title));
        codes[(int)PayFacet.Band] = BandCode(facts.Band);
        codes[(int)PayFacet.Country] = Code(PayFacet.Country, facts.Country);
        var zone =
            facts.Country.Length == 0 ? ""
            : _codes[(int)PayFacet.Zone].ContainsKey(facts.Country) ? facts.Country
            : Others;
        codes[(int)PayFacet.Zone] = Code(PayFacet.Zone, zone);
        var abroad = facts.Residence.Length > 0 && facts.Residence != facts.Country;
        codes[(int)PayFacet.Abroad] = zone.Length == 0 ? 0 : Code(PayFacet.Abroad, abroad ? zone : Home);
        codes[(int)PayFacet.Residence] = Code(PayFacet.Residence, facts.Residence.Length > 0 ? facts.Residence : facts.Country);
        codes[(int)PayFacet.Place] = Code(PayFacet.Place, facts.Place);
        codes[(int)PayFacet.Employer] = Code(PayFacet.Employer, facts.Employer);
        codes[(int)PayFacet.Remote] = Code(PayFacet.Remote, facts.Remote);
        codes[(int)PayFacet.Size] = Code(PayFacet.Size, facts.Size);
        codes[(int)PayFacet.Year] = facts.Year is { } year
            ? _yearCodes.GetValueOrDefault(Math.Clamp(year, _firstYear, _lastYear))
            : 0;
    }

    /// <summary>Whether rows have a value.</summary>
    public bool Has(PayFacet facet, string value) => _codes[(int)facet].ContainsKey(value);

    /// <summary>The code of the nearest whole band; 0 where it is not known.</summary>
    public int BandCode(double? band) =>
        band is >= 0 and < MostBands - 1 and var known ? _bandCodes[(int)Math.Round(known, MidpointRounding.AwayFromZero)] : 0;

    /// <summary>The code of a country.</summary>
    public int CountryCode(string country) => Code(PayFacet.Country, country);

    /// <summary>
    /// The title of the rows that a title is read as: itself, else without its leading words; empty where there is none.
    /// </summary>
    public string TitleRead(string title) => TitleCode(title) is > 0 and var code ? Values[(int)PayFacet.Title][code - 1] : "";

    /// <summary>The code of the title that a title is read as; 0 where there is none.</summary>
    public int TitleCode(ReadOnlySpan<char> title)
    {
        // "cloud data engineer" has no rows of its own: it is read as "data engineer", one word alone only where it is the whole
        // title.
        if (_titles.TryGetValue(title, out var code))
        {
            return code;
        }
        for (var space = title.IndexOf(' '); space >= 0; space = title.IndexOf(' '))
        {
            title = title[(space + 1)..];
            if (title.Contains(' ') && _titles.TryGetValue(title, out code))
            {
                return code;
            }
        }

        return 0;
    }

    private int Code(PayFacet facet, string value) => _codes[(int)facet].GetValueOrDefault(value);

    private static string Family(string title) => title[(title.LastIndexOf(' ') + 1)..];

    private static string BandName(double? band) =>
        band is { } b ? Math.Round(b, MidpointRounding.AwayFromZero).ToString("00", CultureInfo.InvariantCulture) : "";
}
