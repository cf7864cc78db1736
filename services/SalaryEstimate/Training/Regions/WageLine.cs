namespace CareerRecs.Salary.Training.Regions;

/// <summary>
/// The line through the major groups of a metropolitan area: what it pays over the country, by the group's wage.
/// </summary>
/// <param name="Metro">The area.</param>
/// <param name="Level">Logarithm of its pay over the country's, of a wage in the middle.</param>
/// <param name="Slope">What that grows by with the logarithm of the wage.</param>
/// <param name="Own">How far each group lies from the line.</param>
internal sealed record WageLine(Metro Metro, double Level, double Slope, IReadOnlyDictionary<string, double> Own)
{
    public const string AllOccupations = "00-0000";

    private const double Middle = 11; // logarithm of a wage in the middle of the groups'
    private const double SlopePenalty = 0.3; // as if a small group stood for no slope: some areas have few groups

    public static WageLine Through(Metro metro, IReadOnlyDictionary<string, double> national)
    {
        var points = national
            .Where(n => metro.Medians.ContainsKey(n.Key))
            .OrderBy(n => n.Key, StringComparer.Ordinal)
            .Select(n => (Group: n.Key, X: Math.Log(n.Value) - Middle, Y: Math.Log(metro.Medians[n.Key] / n.Value)))
            .ToArray();
        if (points.Length == 0)
        {
            return new WageLine(metro, 0, 0, new Dictionary<string, double>());
        }
        double n = points.Length,
            sx = points.Sum(p => p.X),
            sy = points.Sum(p => p.Y);
        double sxx = points.Sum(p => p.X * p.X) + SlopePenalty,
            sxy = points.Sum(p => p.X * p.Y);
        var slope = (n * sxy - sx * sy) / (n * sxx - sx * sx);
        var level = (sy - slope * sx) / n;
        return new WageLine(
            metro,
            level,
            slope,
            points.ToDictionary(p => p.Group, p => p.Y - level - slope * p.X, StringComparer.Ordinal)
        );
    }
}
