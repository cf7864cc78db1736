using System.Globalization;
using CareerRecs.Salary.Models;
using CareerRecs.Types.V1;

namespace CareerRecs.Salary.Estimation;

/// <summary>Turns the wage rows of a model into what estimates use: spreads as logarithms, seniority factors of their own.</summary>
internal static class CompiledOccupations
{
    // The factors of seniority are those of computing jobs. Where pay spreads less, seniority moves it less: the factor is raised
    // to the occupation's spread over that of computing jobs, within bounds that keep odd tables from doing odd things.
    private const double LeastDamping = 0.3;
    private const double MostDamping = 1.2;
    private const double UsualSpread = 0.65; // computing jobs in 2024, for a table that lacks their group

    public static IEnumerable<Occupation> Of(ModelParameters model)
    {
        var factors = model.Seniority.Factors;
        if (factors.Length != (int)Seniority.Executive) throw new FormatException("seniority.factors does not have 7 values.");
        if (factors.Zip(factors.Skip(1)).Any(p => p.First > p.Second)) throw new FormatException("seniority.factors falls.");
        var rows = model.Occupations.Select(OccupationLine.Read).Where(row => row.P50 is not null).ToArray();
        var curves = Array.ConvertAll(rows, row => WageCurve.Complete(row, model.WageTable.TopCode));
        var usual = curves.Where((_, i) => rows[i].Soc == model.Seniority.SpreadOf).Select(MiddleSpread).FirstOrDefault(UsualSpread);
        var source = model.WageTable.Year.ToString(CultureInfo.InvariantCulture);
        for (var i = 0; i < rows.Length; i++)
        {
            var (row, curve) = (rows[i], curves[i]);
            var reference = Reference(model.Seniority, row.Soc);
            var damping = Math.Clamp(MiddleSpread(curve) / usual, LeastDamping, MostDamping);
            yield return new Occupation
            {
                Wages = row,
                Curve = curve,
                Spread = (Math.Log(curve.P10 / curve.P50), Math.Log(curve.P25 / curve.P50),
                    Math.Log(curve.P75 / curve.P50), Math.Log(curve.P90 / curve.P50)),
                Reference = reference,
                SeniorityFactors =
                    [1, .. factors.Select(f => Math.Pow(f / factors[(int)reference - 1], damping))],
                PlaceGroup = Group(model, row.Soc),
                BaselineLabel = $"{row.Title}, US median {source}",
            };
        }
    }

    private static double MiddleSpread(WageCurve curve) => Math.Log(curve.P75 / curve.P25);

    private static Seniority Reference(SeniorityNote note, string soc) => note.References
        .Where(r => soc.StartsWith(r.SocPrefix, StringComparison.Ordinal))
        .OrderByDescending(r => r.SocPrefix.Length)
        .Select(r => r.Seniority)
        .FirstOrDefault(Seniority.Mid);

    private static int Group(ModelParameters model, string soc)
    {
        var own = model.PlaceGroups.IndexOf($"{soc.AsSpan(0, 2)}-0000");
        return own >= 0 ? own : Math.Max(0, model.PlaceGroups.IndexOf("00-0000"));
    }
}
