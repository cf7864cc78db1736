using CareerRecs.Salary.PayModels;
using CareerRecs.Salary.Tests;
using CareerRecs.Salary.Training;

namespace CareerRecs.Salary.Tests.PayModels;

public sealed class PayModelTests
{
    [Fact]
    public void It_finds_the_medians_that_the_rows_were_made_with()
    {
        for (var title = 0; title < MadeUpPay.Titles.Length; title++)
        {
            for (var band = 0; band < 4; band++)
            {
                var facts = MadeUpPay.Facts(title, 0, band);
                Assert.Equal(1, MadeUpPay.Model.Estimate(facts).P50 / MadeUpPay.TrueMedian(facts), 0.08);
            }
        }
    }

    [Fact]
    public void Eight_in_ten_new_rows_are_held() =>
        Assert.Equal(0.8, Drift.Of(MadeUpPay.Model, MadeUpPay.Rows(4_000, 2)).Coverage, 0.02);

    [Fact]
    public void A_title_of_few_rows_leans_on_its_family()
    {
        var odd = MadeUpPay.Facts(0, 0, 1) with { Title = "quantum engineer" };
        var rows = MadeUpPay.Rows(2_000, 3);
        var family = PayTrainer.Fit(rows, PaySpecs.Survey, TestContext.Current.CancellationToken).Estimate(odd).P50;
        var own = PayTrainer
            .Fit([.. rows, new PayRow(odd, 2 * family)], PaySpecs.Survey, TestContext.Current.CancellationToken)
            .Estimate(odd)
            .P50;
        Assert.InRange(own, family, 1.5 * family);
    }

    [Fact]
    public void A_longer_title_is_read_as_the_one_it_ends_with()
    {
        var known = MadeUpPay.Facts(1, 0, 2);
        Assert.Equal(
            MadeUpPay.Model.Estimate(known),
            MadeUpPay.Model.Estimate(known with { Title = "cloud data engineer" }),
            (a, b) => a.P50 == b.P50
        );
        Assert.Equal("data engineer", MadeUpPay.Model.Facets.TitleRead("cloud data engineer"));
        Assert.Equal("", MadeUpPay.Model.Facets.TitleRead("pastry chef"));
    }

    [Fact]
    public void A_year_after_the_last_is_read_as_the_last()
    {
        var facts = MadeUpPay.Facts(0, 0, 1);
        Assert.Equal(MadeUpPay.Model.Estimate(facts).P50, MadeUpPay.Model.Estimate(facts with { Year = 2030 }).P50);
    }

    [Fact]
    public void Fresh_rows_bring_level_and_width_to_their_time()
    {
        var fresh = MadeUpPay.Rows(2_000, 4, shift: 0.2, noise: 0.45);
        var before = Drift.Of(MadeUpPay.Model, fresh);
        Assert.True(before.IsDrifted);
        var recent = Recalibration.Fit(MadeUpPay.Model, fresh);
        var after = Drift.Of(recent, MadeUpPay.Rows(4_000, 5, shift: 0.2, noise: 0.45));
        Assert.False(after.IsDrifted);
        Assert.Equal(0.8, after.Coverage, 0.04);
    }

    [Fact]
    public void No_fresh_rows_change_nothing_and_few_change_little()
    {
        Assert.Same(MadeUpPay.Model, Recalibration.Fit(MadeUpPay.Model, []));
        var facts = MadeUpPay.Facts(0, 0, 1);
        var few = Recalibration.Fit(MadeUpPay.Model, MadeUpPay.Rows(5, 6, shift: 1));
        Assert.InRange(few.Estimate(facts).P50 / MadeUpPay.Model.Estimate(facts).P50, 0.9, 1.1);
    }

    [Fact]
    public void Few_rows_are_no_drift() => Assert.False(new Drift(20, 0.5).IsDrifted);

    [Fact]
    public void Too_few_rows_are_refused() =>
        Assert.Throws<ArgumentException>(() =>
            PayTrainer.Fit(MadeUpPay.Rows(50, 7), PaySpecs.Survey, TestContext.Current.CancellationToken)
        );

    [Fact]
    public void A_row_whose_level_is_not_known_counts_once()
    {
        PayFacts[] rows = [MadeUpPay.Facts(0, 0, null), MadeUpPay.Facts(0, 0, 1), MadeUpPay.Facts(1, 0, 2)];
        var facets = PayFacets.Of(rows);
        var counts = new PayCounts(PayCounts.Lines(facets, rows));
        Assert.Equal(2, counts.Of(facets, MadeUpPay.Facts(0, 0, null)));
        Assert.Equal(1, counts.Of(facets, MadeUpPay.Facts(0, 0, 1)));
        Assert.Equal(3, counts.OfCountry(facets, "US"));
    }
}
