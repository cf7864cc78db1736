namespace CareerRecs.ProfileMatching.Shadowing;

/// <summary>How alike two rankings are. Pure.</summary>
internal static class RankOverlap
{
    /// <summary>How patient the reader is: the chance to go on to the next place.</summary>
    private const double Persistence = 0.9;

    /// <summary>Share of the longer ranking that stands in both, whatever its place; 1 for two empty ones.</summary>
    public static double Share(IReadOnlyCollection<string> one, IReadOnlyCollection<string> other)
    {
        var most = Math.Max(one.Count, other.Count);
        return most == 0 ? 1 : (double)one.Intersect(other, StringComparer.Ordinal).Count() / most;
    }

    /// <summary>
    /// Rank-biased overlap, extrapolated: what agreement is to be expected if the rankings went on as they are (Webber, Moffat
    /// and Zobel 2010, equation 32, which takes rankings of different lengths). 1 for equal ones, 0 for those with nothing in
    /// common.
    /// </summary>
    public static double RankBiased(IReadOnlyList<string> one, IReadOnlyList<string> other)
    {
        var (shorter, longer) = one.Count <= other.Count ? (one, other) : (other, one);
        if (longer.Count == 0)
        {
            return 1;
        }
        if (shorter.Count == 0)
        {
            return 0;
        }

        var (inShorter, inLonger) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        var common = 0;
        var commonAtShorter = 0;
        var sum = 0d;
        var weight = 1d;
        for (var depth = 1; depth <= longer.Count; depth++)
        {
            weight *= Persistence;
            if (inLonger.Add(longer[depth - 1]) && inShorter.Contains(longer[depth - 1]))
            {
                common++;
            }
            if (depth <= shorter.Count)
            {
                if (inShorter.Add(shorter[depth - 1]) && inLonger.Contains(shorter[depth - 1]))
                {
                    common++;
                }
                commonAtShorter = common;
            }

            var beyond = depth > shorter.Count ? (double)commonAtShorter * (depth - shorter.Count) / (shorter.Count * depth) : 0;
            sum += (((double)common / depth) + beyond) * weight;
        }

        var tail = ((double)(common - commonAtShorter) / longer.Count) + ((double)commonAtShorter / shorter.Count);
        return ((1 - Persistence) / Persistence * sum) + (tail * weight);
    }
}
