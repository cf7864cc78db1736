using CareerRecs.Salary.Figures;
using CareerRecs.Salary.Parameters;
using CareerRecs.Salary.PayModels;
using CareerRecs.Salary.Tests;
using CareerRecs.Salary.Training;

namespace CareerRecs.Salary.Tests.Training;

public sealed class PayValidationTests
{
    private static readonly PayRow[] Rows = MadeUpPay.Rows(1_500, 3);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Ranges_hold_what_they_claim_of_rows_kept_aside()
    {
        var metrics = Measure(Rows, Fit);
        Assert.Equal((1_500, 2024, 2024), (metrics.Rows, metrics.FirstYear, metrics.LastYear));
        Assert.InRange(metrics.Coverage, 0.77, 0.83);
        Assert.Equal(metrics.Rows, metrics.Bands.Sum(b => b.Rows));
        // The best that can be done with noise of 30 % of these amounts.
        Assert.InRange(metrics.Error, 0.15, 0.25);
        Assert.Null(metrics.Paired);
        Assert.Equal(metrics.Bands.Select(b => (double?)b.Coverage), PayValidation.CoverageOf(metrics).Bands);
    }

    [Fact]
    public void Nothing_is_said_of_a_band_with_few_rows()
    {
        var rows = Rows.Where(r => r.Facts.Band < 3).Concat(Rows.Where(r => r.Facts.Band == 3).Take(29));
        Assert.Equal(
            [true, true, true, false],
            PayValidation.CoverageOf(Measure(rows, _ => MadeUpPay.Model)).Bands.Select(b => b is not null)
        );
    }

    [Fact]
    public void The_same_rows_in_another_order_and_twice_give_the_same_figures()
    {
        var metrics = Measure(Rows, Fit);
        var again = Measure(Rows.Reverse().Concat(Rows), Fit);
        Assert.Equal(metrics with { Bands = [] }, again with { Bands = [] });
        Assert.Equal(metrics.Bands, again.Bands);
    }

    [Fact]
    public void Another_model_is_asked_the_rows_that_it_knows()
    {
        var metrics = Measure(
            [.. Rows, new PayRow(MadeUpPay.Facts(0, 0, 1) with { Title = "never seen" }, 100_000)],
            Fit,
            new PayBase("salaryModels/other", MadeUpPay.Data(MadeUpPay.Model, Rows).Survey!)
        );
        Assert.Equal(("salaryModels/other", 1_500), (metrics.Paired!.Base, metrics.Paired.Rows));
        Assert.Equal(1, metrics.Paired.Pinball / metrics.Paired.BasePinball, 0.03);
    }

    [Fact]
    public void No_row_is_answered_by_a_model_that_was_fitted_to_it()
    {
        var seen = new List<HashSet<PayRow>>();
        Measure(
            Rows,
            part =>
            {
                seen.Add([.. part]);
                return MadeUpPay.Model;
            }
        );
        Assert.Equal(5, seen.Count);
        Assert.All(PayRow.Distinct(Rows), row => Assert.Equal(4, seen.Count(part => part.Contains(row))));
    }

    [Fact]
    public void Cancelling_ends_it() =>
        Assert.Throws<OperationCanceledException>(() =>
            PayValidation.Measure(Rows, _ => MadeUpPay.Model, cancellationToken: new CancellationToken(canceled: true))
        );

    private static PayModel Fit(IReadOnlyList<PayRow> rows) => PayTrainer.Fit(rows, PaySpecs.Survey, Cancel);

    private static PayMetrics Measure(
        IEnumerable<PayRow> rows,
        Func<IReadOnlyList<PayRow>, PayModel> fit,
        PayBase? other = null
    ) => PayValidation.Measure(rows, fit, other, done: null, Cancel);
}
