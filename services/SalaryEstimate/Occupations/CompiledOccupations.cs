using System.Collections.Frozen;
using System.Globalization;
using CareerRecs.Salary.Estimation;
using CareerRecs.Salary.Parameters;
using CareerRecs.Salary.WageTables;
using CareerRecs.Types.V1;

namespace CareerRecs.Salary.Occupations;

/// <summary>
/// Turns the wage rows of a model into what estimates use: spreads as logarithms, seniority factors of their own.
/// </summary>
internal sealed class CompiledOccupations
{
    // The factors of seniority are those of computing jobs. Where pay spreads less, seniority moves it less: the factor is raised
    // to the occupation's spread over that of computing jobs, within bounds that keep odd tables from doing odd things.
    private const double LeastDamping = 0.3;
    private const double MostDamping = 1.2;
    private const double UsualSpread = 0.65; // computing jobs in 2024, for a table that lacks their group

    private readonly ModelParameters _model;
    private readonly double _usual;
    private readonly (WageRow Row, WageCurve Curve)[] _home;
    private readonly WageTableTerms _terms;

    public CompiledOccupations(ModelParameters model, WageTableTerms terms)
    {
        (_model, _terms) = (model, terms);
        var factors = model.Seniority.Factors;
        if (factors.Length != (int)Seniority.Executive)
        {
            throw new FormatException("seniority.factors does not have 7 values.");
        }
        if (factors.Zip(factors.Skip(1)).Any(p => p.First > p.Second))
        {
            throw new FormatException("seniority.factors falls.");
        }
        _home = [.. Rows(model.Occupations).Select(row => (row, WageCurve.Complete(row, model.WageTable.TopCode)))];
        _usual = _home
            .Where(o => o.Row.Soc == model.Seniority.SpreadOf)
            .Select(o => MiddleSpread(o.Curve))
            .FirstOrDefault(UsualSpread);
    }

    /// <summary>The occupations of the United States.</summary>
    public IEnumerable<Occupation> Home()
    {
        var areas = (_model.Areas?.Factors ?? [])
            .Select(line => line.Split('|'))
            .ToDictionary(cells => cells[0], Areas, StringComparer.Ordinal);
        foreach (var (row, curve) in _home)
        {
            yield return Compile(row, curve, _terms, isShapeBorrowed: false, areas.GetValueOrDefault(row.Soc));
        }
    }

    /// <summary>
    /// The occupations of another country. Percentiles that its table lacks have the shape of the occupation's at home.
    /// </summary>
    public IEnumerable<Occupation> Abroad(CountryWages table, WageTableTerms terms)
    {
        var shapes = _home.ToDictionary(o => o.Row.Soc, o => o.Curve, StringComparer.Ordinal);
        foreach (var row in Rows(table.Occupations))
        {
            var isWhole = row is { P10: not null, P25: not null, P75: not null, P90: not null };
            var curve = shapes.TryGetValue(row.Soc, out var shape) ? WageCurve.Shaped(row, shape) : WageCurve.Complete(row, 0);
            yield return Compile(row, curve, terms, isShapeBorrowed: !isWhole, areas: null);
        }
    }

    private static IEnumerable<WageRow> Rows(IEnumerable<string> lines) =>
        lines.Select(OccupationLine.Read).Where(row => row.P50 is not null);

    private Occupation Compile(
        WageRow row,
        WageCurve curve,
        WageTableTerms terms,
        bool isShapeBorrowed,
        FrozenDictionary<string, double>? areas
    )
    {
        var reference = Reference(_model.Seniority, row.Soc);
        var factors = _model.Seniority.Factors;
        var damping = Math.Clamp(MiddleSpread(curve) / _usual, LeastDamping, MostDamping);
        return new Occupation
        {
            Wages = row,
            Table = terms,
            Curve = curve,
            IsShapeBorrowed = isShapeBorrowed,
            Spread = (
                Math.Log(curve.P10 / curve.P50),
                Math.Log(curve.P25 / curve.P50),
                Math.Log(curve.P75 / curve.P50),
                Math.Log(curve.P90 / curve.P50)
            ),
            Reference = reference,
            SeniorityFactors = [1, .. factors.Select(f => Math.Pow(f / factors[(int)reference - 1], damping))],
            PlaceGroup = Group(_model, row.Soc),
            AreaFactors = areas,
            BaselineLabel = string.Create(CultureInfo.InvariantCulture, $"{row.Title}, {terms.Country} median {terms.Year}"),
        };
    }

    private static double MiddleSpread(WageCurve curve) => Math.Log(curve.P75 / curve.P25);

    private static FrozenDictionary<string, double> Areas(string[] cells) =>
        cells
            .Skip(1)
            .Select(cell => cell.Split(' '))
            .ToFrozenDictionary(c => c[0], c => double.Parse(c[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);

    private static Seniority Reference(SeniorityNote note, string soc) =>
        note
            .References.Where(r => soc.StartsWith(r.SocPrefix, StringComparison.Ordinal))
            .OrderByDescending(r => r.SocPrefix.Length)
            .Select(r => r.Seniority)
            .FirstOrDefault(Seniority.Mid);

    /// <summary>Which of the place factors is that of an occupation.</summary>
    internal static int Group(ModelParameters model, string soc)
    {
        var own = model.PlaceGroups.IndexOf($"{soc.AsSpan(0, 2)}-0000");
        return own >= 0 ? own : Math.Max(0, model.PlaceGroups.IndexOf("00-0000"));
    }
}
