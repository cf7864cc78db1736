using CareerRecs.Salary.Figures;
using CareerRecs.Salary.Places;
using CareerRecs.Salary.Tests;
using CareerRecs.Salary.V1;
using Reason = CareerRecs.Salary.V1.InsufficientPayEvidence.Types.Reason;

namespace CareerRecs.Salary.Tests.Places;

public sealed class PlaceTests
{
    [Theory]
    [InlineData("", "United States")]
    [InlineData("US", "United States")]
    [InlineData("U.S.A.", "United States")]
    [InlineData("United States", "United States")]
    [InlineData("San Francisco, CA", "San Francisco-Oakland-Fremont, CA")]
    [InlineData("san francisco", "San Francisco-Oakland-Fremont, CA")]
    [InlineData("San Francisco, California, United States", "San Francisco-Oakland-Fremont, CA")]
    [InlineData("Oakland, CA, USA", "San Francisco-Oakland-Fremont, CA")]
    [InlineData("New York, NY", "New York-Newark-Jersey City, NY-NJ")]
    [InlineData("NYC", "New York-Newark-Jersey City, NY-NJ")]
    [InlineData("New York", "New York-Newark-Jersey City, NY-NJ")]
    [InlineData("Mountain View, CA", "San Jose-Sunnyvale-Santa Clara, CA")]
    [InlineData("California", "California")]
    [InlineData("CA", "California")]
    [InlineData("Washington", "Washington")]
    [InlineData("Washington, DC", "Washington-Arlington-Alexandria, DC-VA-MD-WV")]
    [InlineData("Salem", "Salem, OR")]
    [InlineData("Nowhereville, California", "California")]
    public void A_place_is_read(string location, string name) =>
        Assert.Equal(name, Given.Model.Places.Find(location)?.Place.Name);

    [Theory]
    [InlineData("Graz")]
    [InlineData("Smallville, DE")] // Delaware or Germany
    [InlineData("London, KY")]
    [InlineData("!!!")]
    public void An_unknown_place_gives_no_estimate(string location)
    {
        var none = Given.NoEstimate(Given.MlEngineer(location: location));
        Assert.Equal(Reason.UnknownPlace, none.Reason);
        Assert.StartsWith(
            $"no pay evidence for {location}; near: {string.Join(" / ", none.Known)}; known: United States and 386 US",
            none.Message,
            StringComparison.Ordinal
        );
        Assert.Contains("United States", none.Known);
    }

    [Theory]
    [InlineData("Portugal", PlaceKind.Elsewhere, "PT")]
    [InlineData("Germany", PlaceKind.Abroad, "DE")]
    [InlineData("UK", PlaceKind.Abroad, "GB")]
    [InlineData("Georgia", PlaceKind.State, "US")] // before the country of its name
    [InlineData("Lebanon", PlaceKind.Metro, "US")] // of Pennsylvania: cities come before countries
    public void A_country_is_known_also_where_its_pay_is_not(string location, PlaceKind kind, string country)
    {
        var place = Given.Model.Places.Find(location)!.Value.Place;
        Assert.Equal((kind, country), (place.Kind, place.Country));
    }

    [Fact]
    public void Price_levels_are_those_of_the_table_and_of_a_state_the_mean_of_its_metros()
    {
        Assert.Equal(1.0, Given.Model.Places.Country.PriceLevel);
        Assert.Equal(0.90364, Given.Model.Places.Find("Abilene, TX")!.Value.Place.PriceLevel!.Value, 5);
        Assert.InRange(Given.Model.Places.Find("California")!.Value.Place.PriceLevel!.Value, 1.05, 1.16);
        Assert.All(Given.Model.Places.States, s => Assert.InRange(s.PriceLevel!.Value, 0.8, 1.2));
    }

    [Fact]
    public void A_misspelt_place_is_offered_in_its_right_spelling() =>
        Assert.Equal(
            "San Francisco-Oakland-Fremont, CA",
            Given.NoEstimate(Given.MlEngineer(location: "San Fransisco, CA")).Known[0]
        );

    [Fact]
    public void An_unknown_city_of_a_named_state_widens_to_it_with_low_confidence()
    {
        var estimate = Given.Estimate(Given.MlEngineer(location: "Nowhereville, California"));
        Assert.Equal("California", estimate.Place);
        Assert.Equal(Confidence.Low, estimate.Confidence);
    }

    [Fact]
    public void Every_metro_and_state_is_found_by_its_own_name()
    {
        foreach (var place in Given.Model.Places.Metros)
        {
            Assert.Equal(place.Name, Given.Model.Places.Find(place.Name)?.Place.Name);
        }
        Assert.Equal(51, Given.Model.Places.States.Length);
    }

    [Fact]
    public void Factors_are_near_the_published_averages_of_two_cities()
    {
        Assert.Equal(190_743.0 / 157_969, Factor("San Francisco, CA"), 0.1);
        Assert.Equal(186_178.0 / 157_969, Factor("New York, NY"), 0.1);
    }

    private static double Factor(string location) =>
        Given.Estimate(Given.MlEngineer(location: location)).Factors.Single(f => f.Kind == "place").Value;
}
