using CareerRecs.Salary.Figures;
using CareerRecs.Salary.PayModels;
using CareerRecs.Salary.Tests;
using CareerRecs.Salary.Training;
using FsCheck.Xunit;

namespace CareerRecs.Salary.Tests.PayModels;

public sealed class PayModelProperties
{
    private static readonly PayModel WithEmployers = PayTrainer.Fit(
        MadeUpPay
            .Rows(2_000, 7)
            .Select(
                (row, i) =>
                    row with
                    {
                        Facts = row.Facts with
                        {
                            Employer =
                                i % 3 == 0 ? "acme"
                                : i % 3 == 1 ? "other"
                                : "",
                            Size = new[] { "S", "M", "L", "" }[i / 3 % 4],
                            Remote = new[] { "0", "50", "100", "" }[i / 12 % 4],
                        },
                    }
            ),
        PaySpecs.SurveyWithEmployers
    );

    [Property(MaxTest = 500)]
    public void Percentiles_never_cross(int title, int country, byte band, string? other)
    {
        foreach (
            var facts in new[]
            {
                MadeUpPay.Facts(title, country, band / 64.0),
                new PayFacts { Title = other ?? "", Country = other ?? "" },
            }
        )
        {
            var range = MadeUpPay.Model.Estimate(facts);
            double[] rising = [0, range.P10, range.P25, range.P50, range.P75, range.P90];
            Assert.Equal(rising.Order(), rising);
            Assert.True(double.IsFinite(range.P90));
        }
    }

    [Property(MaxTest = 500)]
    public void The_factors_multiply_to_the_median_exactly(int title, int country, byte band)
    {
        var range = MadeUpPay.Model.Estimate(MadeUpPay.Facts(title, country, band / 64.0));
        Assert.Equal(range.P50, range.Factors.Aggregate(1.0, (product, factor) => product * factor.Value));
    }

    [Property(MaxTest = 500)]
    public void Nor_do_they_with_what_is_known_of_the_employer(
        int title,
        int country,
        byte band,
        bool known,
        byte size,
        byte remote
    )
    {
        var facts = MadeUpPay.Facts(title, country, band / 64.0) with
        {
            Employer = known ? "acme" : "never seen",
            Size = new[] { "S", "M", "L", "" }[size % 4],
            Remote = new[] { "0", "50", "100", "" }[remote % 4],
        };
        var range = WithEmployers.Estimate(facts);
        double[] rising = [0, range.P10, range.P25, range.P50, range.P75, range.P90];
        Assert.Equal(rising.Order(), rising);
        Assert.Equal(range.P50, range.Factors.Aggregate(1.0, (product, factor) => product * factor.Value));
        Assert.Superset(
            new HashSet<string> { "employer", "remote", "company size" },
            range.Factors.Select(f => f.Kind).ToHashSet()
        );
    }

    [Property(MaxTest = 500)]
    public void More_experience_never_lowers_the_median(int title, int country, byte band, byte more)
    {
        var less = MadeUpPay.Model.Estimate(MadeUpPay.Facts(title, country, band / 64.0)).P50;
        Assert.True(MadeUpPay.Model.Estimate(MadeUpPay.Facts(title, country, (band + more) / 64.0)).P50 >= less);
    }

    [Property(MaxTest = 20)]
    public void Nor_where_the_rows_say_that_it_does(int seed)
    {
        var random = new Random(seed);
        var model = PayTrainer.Fit(
            MadeUpPay.Rows(300, seed).Select(r => r with { Facts = r.Facts with { Band = random.Next(4) } }),
            PaySpecs.Survey
        );
        for (var title = 0; title < 5; title++)
        {
            double[] medians = [.. Enumerable.Range(0, 4).Select(band => model.Estimate(MadeUpPay.Facts(title, seed, band)).P50)];
            for (var band = 1; band < 4; band++)
            {
                Assert.True(medians[band] >= medians[band - 1] * (1 - 1e-12));
            }
        }
    }

    [Property(MaxTest = 10)]
    public void Rows_in_any_order_and_repeated_give_the_same_model(int seed)
    {
        var rows = MadeUpPay.Rows(500, seed);
        var model = PayTrainer.Fit(rows, PaySpecs.Survey);
        var random = new Random(seed + 1);
        var other = PayTrainer.Fit(rows.Concat(rows.Take(50)).OrderBy(_ => random.Next()), PaySpecs.Survey);
        foreach (var row in rows.Take(50))
        {
            var (a, b) = (model.Estimate(row.Facts), other.Estimate(row.Facts));
            Assert.Equal(1, b.P50 / a.P50, 1e-9);
            Assert.Equal(1, b.P90 / a.P90, 1e-9);
        }
    }

    [Property(MaxTest = 100)]
    public void Isotonic_values_rise_and_keep_their_weighted_mean(double[] values)
    {
        double[] finite = [.. values.Where(double.IsFinite).Select(v => v % 1000)];
        double[] weights = [.. finite.Select((_, i) => 1.0 + i % 3)];
        double[] risen = [.. finite];
        Isotonic.Rise(risen, weights);
        for (var i = 1; i < risen.Length; i++)
        {
            Assert.True(risen[i] >= risen[i - 1]);
        }
        Assert.Equal(finite.Zip(weights, (v, w) => v * w).Sum(), risen.Zip(weights, (v, w) => v * w).Sum(), 1e-6);
    }
}
