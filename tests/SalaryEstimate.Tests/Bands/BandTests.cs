using CareerRecs.Salary.Answers;
using CareerRecs.Salary.Bands;
using CareerRecs.Salary.Comparison;
using CareerRecs.Salary.Estimation;
using CareerRecs.Salary.Figures;
using CareerRecs.Salary.Tests;
using CareerRecs.Salary.V1;
using FsCheck.Xunit;
using Google.Type;

namespace CareerRecs.Salary.Tests.Bands;

/// <summary>
/// What follows from estimates: the share of the market below an amount, posted ranges, two roles side by side.
/// </summary>
public sealed class BandTests
{
    private static readonly SalaryEstimate Market = Estimate(80_000, 100_000, 120_000, 150_000, 180_000);

    [Fact]
    public void The_percentiles_are_where_they_are_said_to_be()
    {
        var curve = new MarketCurve(Market.Percentiles);

        foreach (
            var (share, amount) in new[] { (0.1, 80_000.0), (0.25, 100_000), (0.5, 120_000), (0.75, 150_000), (0.9, 180_000) }
        )
        {
            Assert.Equal(share, curve.ShareBelow(amount), 6);
        }
        Assert.InRange(curve.ShareBelow(40_000), 0, 0.02);
        Assert.InRange(curve.ShareBelow(400_000), 0.98, 1);
        Assert.Equal(0, curve.ShareBelow(0));
    }

    [Property]
    public void More_pay_is_never_less_of_the_market(uint first, uint second)
    {
        var curve = new MarketCurve(Market.Percentiles);
        var (low, high) = (Math.Min(first, second) % 1_000_000, Math.Max(first, second) % 1_000_000);
        if (low > high)
        {
            (low, high) = (high, low);
        }
        Assert.True(curve.ShareBelow(low) <= curve.ShareBelow(high));
    }

    [Fact]
    public void A_posted_range_is_held_against_the_market()
    {
        var range = PostedRanges.Judge(Market, 80_000, 110_000);

        Assert.Equal(0.1, range.LowPercentile, 3);
        Assert.Equal(0.375, range.Width, 3);
        Assert.Equal(range.HighPercentile - range.LowPercentile, range.MarketShare, 3);
        Assert.Contains("ends below what half of the market earns", range.Remarks);
        Assert.Contains(PostedRanges.Judge(Market, 60_000, 200_000).Remarks, r => r.StartsWith("wide", StringComparison.Ordinal));
    }

    [Fact]
    public void Equal_pay_is_equal_and_better_pay_is_more_often_more()
    {
        var same = Compared(Market, Market);
        Assert.Equal(0, same.Share);
        Assert.Equal(0.5, same.Overlap, 2);

        var better = Compared(Market, Estimate(100_000, 120_000, 150_000, 180_000, 220_000));
        Assert.Equal(30_000, better.Difference.Units);
        Assert.InRange(better.Overlap, 0.6, 0.95);
        var monthly = Estimate(8_000, 9_000, 10_000, 11_000, 12_000);
        monthly.Period = PayPeriod.Month;
        Assert.Contains("period", Compared(Market, monthly).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_steps_of_an_explanation_end_at_the_median()
    {
        var estimate = Market.Clone();
        estimate.Factors.Add([
            new PayFactor
            {
                Kind = "baseline",
                Value = 100_000,
                Source = "A",
            },
            new PayFactor
            {
                Kind = "seniority",
                Value = 1.2,
                Source = "B",
            },
        ]);
        estimate.Sources.Add(["A", "B"]);
        estimate.Observations = 7;
        var answer = new ExplainEstimateResponse { Result = new SalaryResult { Estimate = estimate } };
        EstimateExplanation.AddTo(answer, Given.Model);

        Assert.Equal([100_000, 120_000], answer.Steps.Select(s => s.RunningMedian));
        Assert.Equal([7, 0], answer.Evidence.Select(e => e.Observations));
    }

    [Fact]
    public void Amounts_of_an_hour_are_told_to_the_hundredth_and_of_a_year_in_whole_units()
    {
        Assert.Equal(
            new Money
            {
                CurrencyCode = "USD",
                Units = 15,
                Nanos = 500_000_000,
            },
            Amounts.Of("USD", PayPeriod.Hour, 15.499)
        );
        Assert.Equal(
            new Money
            {
                CurrencyCode = "USD",
                Units = 0,
                Nanos = -250_000_000,
            },
            Amounts.Of("USD", PayPeriod.Hour, -0.25)
        );
        Assert.Equal(new Money { CurrencyCode = "USD", Units = 15 }, Amounts.Of("USD", PayPeriod.Year, 15.499));
        var one = Hourly(10, 12, 15.5, 18, 20.25);
        var answer = Compared(one, Hourly(10, 12, 15.25, 18, 20.25));
        Assert.Equal(new Money { CurrencyCode = "USD", Nanos = -250_000_000 }, answer.Difference);
        Assert.Equal(0.5, PostedRanges.Judge(one, 10, 15.5).HighPercentile, 4);
    }

    private static SalaryEstimate Hourly(params double[] amounts)
    {
        Money[] money = [.. amounts.Select(a => Amounts.Of("USD", PayPeriod.Hour, a))];
        return new SalaryEstimate
        {
            Percentiles = new Percentiles
            {
                P10 = money[0],
                P25 = money[1],
                P50 = money[2],
                P75 = money[3],
                P90 = money[4],
            },
            Period = PayPeriod.Hour,
        };
    }

    private static ComparePayResponse Compared(SalaryEstimate one, SalaryEstimate other)
    {
        var answer = new ComparePayResponse
        {
            Result = new SalaryResult { Estimate = one },
            OtherResult = new SalaryResult { Estimate = other },
        };
        PayComparison.AddTo(answer);
        return answer;
    }

    private static SalaryEstimate Estimate(params long[] amounts)
    {
        Money[] money = [.. amounts.Select(a => new Money { CurrencyCode = "USD", Units = a })];
        return new SalaryEstimate
        {
            Percentiles = new Percentiles
            {
                P10 = money[0],
                P25 = money[1],
                P50 = money[2],
                P75 = money[3],
                P90 = money[4],
            },
            Period = PayPeriod.Year,
            NominalCoverage = 0.8,
        };
    }
}
