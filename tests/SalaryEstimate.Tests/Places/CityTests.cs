using CareerRecs.Salary.Geography;
using CareerRecs.Salary.Places;
using CareerRecs.Salary.Tests;
using CareerRecs.Salary.V1;
using Reason = CareerRecs.Salary.V1.InsufficientPayEvidence.Types.Reason;

namespace CareerRecs.Salary.Tests.Places;

/// <summary>Cities abroad, as people write them, are answered by their country.</summary>
public sealed class CityTests
{
    [Theory]
    [InlineData("London", "GB", "London")]
    [InlineData("London, UK", "GB", "London")]
    [InlineData("London, England, United Kingdom", "GB", "London")]
    [InlineData("london uk", "GB", "London")]
    [InlineData("Greater London", "GB", "London")]
    [InlineData("London Area, United Kingdom", "GB", "London")]
    [InlineData("Berlin, Germany", "DE", "Berlin")]
    [InlineData("Berlin, DE", "DE", "Berlin")] // Germany, not Delaware
    [InlineData("Munich", "DE", "Munich")]
    [InlineData("München, Deutschland", "DE", "Munich")]
    [InlineData("Stuttgart-Vaihingen, Germany", "DE", "Stuttgart-Vaihingen")] // any city before its country
    [InlineData("Paris, France", "FR", "Paris")]
    [InlineData("Toronto, Ontario", "CA", "Toronto")]
    [InlineData("Toronto, CA", "CA", "Toronto")] // Canada, not California
    [InlineData("Toronto, ON, Canada", "CA", "Toronto")]
    [InlineData("London, Ontario", "CA", "London")]
    [InlineData("Vancouver, BC", "CA", "Vancouver")]
    [InlineData("Vancouver", "CA", "Vancouver")]
    [InlineData("São Paulo", "BR", "Sao Paulo")]
    [InlineData("Zürich", "CH", "Zurich")]
    [InlineData("Bangalore", "IN", "Bengaluru")]
    [InlineData("Rome", "IT", "Rome")]
    [InlineData("Hyderabad, Pakistan", "PK", "Hyderabad")]
    [InlineData("Tbilisi, Georgia", "GE", "Tbilisi")]
    [InlineData("Graz, Austria", "AT", "Graz")]
    [InlineData("Remote, Germany", "DE", null)]
    [InlineData("Singapore", "SG", null)]
    public void A_city_abroad_is_read_as_its_country(string location, string country, string? city)
    {
        var match = Given.Model.Places.Find(location);
        Assert.Equal((country, city), (match?.Place.Country, match?.City));
    }

    [Theory]
    [InlineData("NYC", "New York-Newark-Jersey City, NY-NJ")]
    [InlineData("SF", "San Francisco-Oakland-Fremont, CA")]
    [InlineData("Bay Area", "San Francisco-Oakland-Fremont, CA")]
    [InlineData("Greater Boston Area", "Boston-Cambridge-Newton, MA-NH")]
    [InlineData("Chicagoland", "Chicago-Naperville-Elgin, IL-IN")]
    [InlineData("Rome, GA", "Rome, GA")]
    [InlineData("Vancouver, WA", "Portland-Vancouver-Hillsboro, OR-WA")]
    [InlineData("Birmingham", "Birmingham, AL")]
    [InlineData("Austin, TX (remote)", "Austin-Round Rock-San Marcos, TX")]
    public void A_place_in_the_United_States_stays_there(string location, string name) =>
        Assert.Equal(
            (name, (string?)null),
            (Given.Model.Places.Find(location)?.Place.Name, Given.Model.Places.Find(location)?.City)
        );

    [Fact]
    public void The_answer_says_that_the_country_is_used()
    {
        var city = Given.Estimate(Given.MlEngineer(location: "London"));
        var country = Given.Estimate(Given.MlEngineer(location: "United Kingdom"));
        Assert.Equal(("London", "", "GB"), (city.CityWithoutFigures, city.Place, city.Country));
        Assert.StartsWith("No figures for London; United Kingdom is used. ", city.ConfidenceReason, StringComparison.Ordinal);
        Assert.Equal(Confidence.Low, city.Confidence);
        Assert.Equal(country.Percentiles, city.Percentiles);
        Assert.Equal("", country.CityWithoutFigures);
    }

    [Fact]
    public void A_city_of_a_country_without_figures_is_named_with_it()
    {
        var none = Given.NoEstimate(Given.MlEngineer(location: "Nairobi"));
        Assert.Equal(Reason.UnknownPlace, none.Reason);
        Assert.StartsWith("no pay evidence for Nairobi, Kenya; known: ", none.Message, StringComparison.Ordinal);
        Assert.Contains(
            "no pay evidence for this role in London, United Kingdom: ",
            Given.NoEstimate(Given.Query("29-1141", location: "London")).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_misspelt_city_abroad_is_offered_in_its_right_spelling() =>
        Assert.Contains("Berlin, Germany", Given.NoEstimate(Given.MlEngineer(location: "Berlinn")).Known);

    [Fact]
    public void Every_city_is_in_a_country_that_is_known_and_found_with_it()
    {
        foreach (var city in WorldCities.All)
        {
            var country = Countries.ByCode[city.Country].Name;
            Assert.Equal(city.Country, Given.Model.Places.Find($"{city.Name}, {country}")?.Place.Country);
        }
    }

    [Fact]
    public async Task All_questions_of_pay_read_a_city_abroad()
    {
        await using var host = await SalaryTestHost.StartAsync();
        var cancel = TestContext.Current.CancellationToken;
        var query = Given.MlEngineer(location: "Munich");
        var batch = await host.Client.BatchEstimateSalariesAsync(
            new BatchEstimateSalariesRequest { Queries = { query } },
            cancellationToken: cancel
        );
        Assert.Equal("Munich", batch.Results[0].Estimate.CityWithoutFigures);
        var bands = await host.Questions.GetPayBandsAsync(new GetPayBandsRequest { Query = query }, cancellationToken: cancel);
        Assert.Equal("DE", bands.Market.Estimate.Country);
        var compared = await host.Questions.ComparePayAsync(
            new ComparePayRequest { Query = query, OtherQuery = Given.MlEngineer(location: "SF") },
            cancellationToken: cancel
        );
        Assert.NotNull(compared.Difference);
    }
}
