using CareerRecs.Matching.V1;

namespace CareerRecs.Matching.Engine.Fit;

/// <summary>
/// Evidence for a role by kind, and the fit it makes: 100 points x evidence / (evidence + half), so that more evidence always raises
/// the fit, no amount of it reaches 100, and a resume full of it still tells roles apart. The points are shared among the kinds in proportion to their evidence, in whole thousandths,
/// so that they add up exactly.
/// </summary>
internal readonly record struct FitParts(double Skills, double Tools, double Related, double Titles, double Text, double Family, double Experience, double Practice, double Half)
{
    private const int FullMark = 100_000;

    private static readonly ComponentKind[] Kinds =
    [
        ComponentKind.Skills, ComponentKind.Tools, ComponentKind.Related, ComponentKind.Titles, ComponentKind.Text, ComponentKind.Family,
        ComponentKind.Experience, ComponentKind.Practice,
    ];

    public double Evidence => Skills + Tools + Related + Titles + Text + Family + Experience + Practice;

    public int MilliPoints => (int)Math.Round(FullMark * Evidence / (Evidence + Half));

    /// <summary>Points by kind, in a fixed order, without those that give none. The largest remainders are rounded up.</summary>
    public IReadOnlyList<(ComponentKind Kind, int MilliPoints)> Share()
    {
        var total = MilliPoints;
        if (total == 0) return [];
        double[] parts = [Skills, Tools, Related, Titles, Text, Family, Experience, Practice];
        var evidence = Evidence;
        var exact = parts.Select(p => total * p / evidence).ToArray();
        var points = exact.Select(e => (int)Math.Floor(e)).ToArray();
        var left = total - points.Sum();
        foreach (var i in Enumerable.Range(0, parts.Length).OrderByDescending(i => exact[i] - points[i]).ThenBy(i => i).Take(left)) points[i]++;
        return [.. Kinds.Zip(points).Where(p => p.Second > 0)];
    }
}
