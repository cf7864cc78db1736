using CareerRecs.Salary.Figures;
using CareerRecs.Salary.V1;

namespace CareerRecs.Salary.Bands;

/// <summary>Holds a range that is posted against the market.</summary>
internal static class PostedRanges
{
    /// <summary>
    /// From this width on a range says little: several rules and their commentaries name half as the most that is usual.
    /// </summary>
    private const double Wide = 0.6;

    private const double Narrow = 0.05;

    /// <summary>The range against the market.</summary>
    public static PostedRange Judge(SalaryEstimate market, double low, double high)
    {
        var curve = new MarketCurve(market.Percentiles);
        var median = market.Percentiles.P50.Value();
        var range = new PostedRange
        {
            LowPercentile = Math.Round(curve.ShareBelow(low), 4),
            HighPercentile = Math.Round(curve.ShareBelow(high), 4),
            Width = Math.Round((high / low) - 1, 4),
            MiddleAgainstMedian = Math.Round(((low + high) / 2 / median) - 1, 4),
        };
        range.MarketShare = Math.Round(range.HighPercentile - range.LowPercentile, 4);
        range.Remarks.Add(Remarks(range));
        return range;
    }

    private static IEnumerable<string> Remarks(PostedRange range)
    {
        if (range.Width > Wide)
        {
            yield return FormattableString.Invariant(
                $"wide: the upper end is {range.Width:P0} above the lower one, which tells an applicant little"
            );
        }
        if (range.Width < Narrow)
        {
            yield return "narrow: nearly one amount";
        }
        if (range.HighPercentile < 0.5)
        {
            yield return "ends below what half of the market earns";
        }
        else if (range.LowPercentile > 0.5)
        {
            yield return "begins above what half of the market earns";
        }
        if (range.LowPercentile < 0.1)
        {
            yield return "begins below what nine in ten earn";
        }
        if (range.MarketShare < 0.1)
        {
            yield return FormattableString.Invariant($"holds only {range.MarketShare:P0} of the market");
        }
    }
}
