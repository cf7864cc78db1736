using CareerRecs.Salary.Estimation;
using CareerRecs.Salary.Figures;
using CareerRecs.Salary.Geography;
using CareerRecs.Salary.Parameters;
using CareerRecs.Salary.Places;
using CareerRecs.Salary.Tests;
using CareerRecs.Salary.Training.Regions;

namespace CareerRecs.Salary.Tests.Training;

/// <summary>What places add, from made-up areas whose pay is known.</summary>
public sealed class RegionalFactorsTests
{
    private static readonly PlaceCurve Curve = new(Shift: -0.03, Middle: 11, Spread: 0.5, MiddleSpread: 0.45);

    private static readonly Dictionary<string, double> National = new()
    {
        ["00-0000"] = 50_000,
        ["11-0000"] = 120_000,
        ["15-0000"] = 100_000,
        ["33-0000"] = 52_000,
        ["35-0000"] = 34_000,
        ["43-0000"] = 45_000,
    };

    [Fact]
    public void An_area_that_pays_like_the_country_adds_nothing_but_the_shift()
    {
        var place = Factors(Area("10000", "Anywhere, KS", _ => 1)).Metros[0];
        Assert.All(place.Factors, factor => Assert.Equal(1, factor, 1e-9));
        Assert.Equal(0, place.Slope, 1e-9);
        Assert.Equal(Math.Exp(Curve.Shift), place.FactorAt(0, 60_000, 0.3), 1e-9);
    }

    [Fact]
    public void Where_low_wages_are_lifted_most_a_place_adds_less_to_high_ones()
    {
        var place = Factors(Area("10000", "Anywhere, KS", national => national < 60_000 ? 1.2 : 1)).Metros[0];
        Assert.True(place.Slope < 0);
        Assert.True(place.FactorAt(0, 35_000, 0.45) > place.FactorAt(0, 120_000, 0.45));
    }

    [Fact]
    public void A_place_adds_less_to_pay_that_is_spread_little()
    {
        var place = Factors(Area("10000", "Anywhere, KS", _ => 1.2)).Metros[0];
        Assert.True(Math.Exp(Curve.Shift) < place.FactorAt(0, 60_000, 0.2));
        Assert.True(place.FactorAt(0, 60_000, 0.2) < place.FactorAt(0, 60_000, 0.7));
    }

    [Fact]
    public void What_all_areas_of_a_state_say_of_a_group_counts_more_than_what_one_says()
    {
        Metro[] guarded = [Guarded("1", "A, KS"), Guarded("2", "B, KS"), Guarded("3", "C, KS")];
        var all = Factors(guarded);
        var one = Factors(guarded[0], Area("2", "B, KS", _ => 1), Area("3", "C, KS", _ => 1));
        var group = all.Groups.IndexOf("33-0000");
        Assert.True(all.Metros[0].Factors[group] > one.Metros[0].Factors[group]);
        Assert.True(one.Metros[0].Factors[group] > one.Metros[1].Factors[group]);
    }

    [Fact]
    public void A_state_is_the_mean_of_its_areas_and_of_a_shared_one_has_its_share()
    {
        var factors = Factors(Area("1", "A, KS", _ => 1), Area("2", "B, MO-KS", _ => 1.3));
        var (kansas, missouri) = (factors.States.Single(s => s.Code == "KS"), factors.States.Single(s => s.Code == "MO"));
        Assert.Equal((260, 140), (kansas.Population, missouri.Population));
        Assert.Equal(factors.Metros[1].Factors, missouri.Factors);
        Assert.InRange(
            kansas.Factors[0],
            factors.Metros[0].Factors[0],
            factors.Metros[0].Factors[0] + 0.4 * (factors.Metros[1].Factors[0] - factors.Metros[0].Factors[0])
        );
        Assert.Null(factors.Rural("TX"));
    }

    [Fact]
    public void The_shares_of_the_states_of_an_area_make_it_whole()
    {
        foreach (var metro in Given.Model.Places.Metros)
        {
            Assert.Equal(1, UsStates.OfMetro(metro.Name).Sum(state => SharedMetros.ShareOf(metro.Code, metro.Name, state)), 1e-9);
        }
        Assert.Equal(0.11, SharedMetros.ShareOf("47900", "Washington-Arlington-Alexandria, DC-VA-MD-WV", "DC"));
        Assert.Equal(0, SharedMetros.ShareOf("47900", "Washington-Arlington-Alexandria, DC-VA-MD-WV", "WA"));
    }

    [Fact]
    public void Wages_and_spreads_beyond_those_that_the_line_is_drawn_through_add_no_more()
    {
        var place = Factors(Area("10000", "Anywhere, KS", national => national < 60_000 ? 1.2 : 1)).Metros[0];
        Assert.Equal(place.FactorAt(0, 400_000, 0.9), place.FactorAt(0, 4_000_000, 3));
        Assert.Equal(place.FactorAt(0, 20_000, 0.15), place.FactorAt(0, 2_000, 0));
    }

    [Fact]
    public void A_group_without_wages_in_an_area_is_marked_and_leans_on_the_others()
    {
        var area = Area("1", "A, KS", _ => 1.2);
        var place = Factors(area with { Medians = area.Medians.Where(m => m.Key != "15-0000").ToDictionary() }).Metros[0];
        var group = Factors(area).Groups.IndexOf("15-0000");
        Assert.Equal([group], Enumerable.Range(0, place.WithoutWages.Length).Where(g => place.WithoutWages[g]));
        Assert.True(place.Factors[group] > 1.05);
    }

    [Fact]
    public void A_line_of_the_file_gives_the_place_again_with_and_without_a_curve()
    {
        var place = Factors(Area("1", "A, KS", national => national < 60_000 ? 1.2 : 1)).Metros[0];
        var read = PlaceLine.Read(PlaceLine.Write(place), PlaceKind.Metro, place.Factors.Length, Curve);
        Assert.Equal(place.FactorAt(2, 80_000, 0.5), read.FactorAt(2, 80_000, 0.5), 2e-4);
        var plain = PlaceLine.Read("1|A, KS|200|1.1|0.9r", PlaceKind.Metro, 2, null);
        Assert.Equal((1.1, 0.9, true), (plain.FactorAt(0, 30_000, 0.1), plain.FactorAt(1, 300_000, 0.9), plain.WithoutWages[1]));
        foreach (var wrong in new[] { "1|A, KS|200|1.1", "1|A, KS|200|1.1|0", "1|A, KS|200|1.1|-2", "1|A, KS|200|1.1|NaN" })
        {
            Assert.Throws<FormatException>(() => PlaceLine.Read(wrong, PlaceKind.Metro, 2, null));
        }
    }

    private static RegionalFactors Factors(params Metro[] metros) => new(metros, National, Curve);

    private static Metro Area(string cbsa, string name, Func<double, double> over) =>
        new(cbsa, name, 1, National.ToDictionary(n => n.Key, n => n.Value * over(n.Value)), 200);

    /// <summary>Pays like the country but for its police.</summary>
    private static Metro Guarded(string cbsa, string name) =>
        new(cbsa, name, 1, National.ToDictionary(n => n.Key, n => n.Key == "33-0000" ? n.Value * 1.4 : n.Value), 200);
}
