using CareerRecs.Catalog.V1;
using CareerRecs.Salary.Estimation;
using CareerRecs.Salary.Parameters;
using CareerRecs.Salary.PayModels;
using CareerRecs.Salary.Tests;
using CareerRecs.Salary.Training;
using CareerRecs.Salary.V1;
using CareerRecs.Types.V1;
using Google.Type;

namespace CareerRecs.Salary.Tests.Training;

public sealed class ObservationReaderTests
{
    private readonly ObservationReader _reader = new(Given.Model);

    [Fact]
    public void An_observation_is_read_as_the_survey_is()
    {
        var observation = Row("Sr. ML Eng");
        observation.Location = "Toronto, Canada";
        observation.Residence = "US";
        observation.Employer = "  Acme   Corp ";
        observation.CompanySize = 120;
        observation.RemoteShare = 1;
        observation.Observed = new Date { Year = 2025, Month = 3 };

        var row = _reader.Read(observation, out var leftOut);

        Assert.Equal("", leftOut);
        Assert.Equal(
            new PayRow(
                new PayFacts
                {
                    Title = "machine learning engineer",
                    Band = 2,
                    Country = "CA",
                    Residence = "US",
                    Employer = "acme corp",
                    Size = "M",
                    Remote = "100",
                    Year = 2025,
                },
                150_000
            ),
            row
        );
    }

    [Theory]
    [InlineData(Seniority.Executive, "Senior Analyst", 9.0, 3.0)]
    [InlineData(Seniority.Unspecified, "Senior Analyst", 1.0, 2.0)]
    [InlineData(Seniority.Unspecified, "Analyst", 3.0, 1.0)]
    [InlineData(Seniority.Lead, "Analyst", null, 2.0)]
    [InlineData(Seniority.Unspecified, "Analyst", null, null)]
    public void The_stated_seniority_goes_before_the_title_and_the_title_before_the_years(
        Seniority stated,
        string title,
        double? years,
        double? band
    )
    {
        var observation = Row(title);
        observation.Seniority = stated;
        if (years is { } known)
        {
            observation.YearsExperience = known;
        }
        Assert.Equal(band, _reader.Read(observation, out _)!.Facts.Band);
    }

    [Theory]
    [InlineData(10_000, "USD", PayComponent.Base, "", "under 15,000 USD")]
    [InlineData(9_000_000, "USD", PayComponent.Base, "", "over 5,000,000 USD")]
    [InlineData(90_000, "ARS", PayComponent.Base, "", "pay in ARS")]
    [InlineData(90_000, "USD", PayComponent.Total, "", "total pay")]
    [InlineData(90_000, "USD", PayComponent.Base, "Atlantis", "a place whose country is not known")]
    public void What_cannot_be_fitted_to_is_left_out_with_its_reason(
        long amount,
        string currency,
        PayComponent component,
        string location,
        string reason
    )
    {
        var observation = Row("Analyst");
        observation.Amount = new Money { CurrencyCode = currency, Units = amount };
        observation.PayComponent = component;
        observation.Location = location;
        Assert.Null(_reader.Read(observation, out var leftOut));
        Assert.StartsWith(reason, leftOut, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2021, false)]
    [InlineData(2025, true)]
    [InlineData(0, true)] // undated
    public void Pay_in_another_currency_is_read_where_the_rate_is_of_about_its_year(int year, bool isRead)
    {
        var observation = Row("Analyst");
        observation.Amount = new Money { CurrencyCode = "TRY", Units = 2_000_000 };
        if (year > 0)
        {
            observation.Observed = new Google.Type.Date { Year = year };
        }
        else
        {
            observation.Observed = null;
        }
        Assert.Equal(isRead, _reader.Read(observation, out var leftOut) is not null);
        Assert.Equal(isRead ? "" : "pay in TRY of years that the model's rate does not speak of", leftOut);
    }

    [Theory]
    [InlineData("Berlin, Germany", "DE")]
    [InlineData("Germany", "DE")]
    [InlineData("CA", "US")]
    [InlineData("San Francisco, CA", "US")]
    [InlineData("", "US")]
    [InlineData("Lagos, Nigeria", "NG")]
    [InlineData("Georgia", "US")]
    [InlineData("Republic of Georgia", "GE")]
    [InlineData("Berlin, DE", "DE")]
    [InlineData("Smallville, DE", null)]
    public void The_country_of_a_place_is_read_wherever_it_is(string location, string? country)
    {
        var observation = Row("Analyst");
        observation.Location = location;
        Assert.Equal(country, _reader.Read(observation, out _)?.Facts.Country);
    }

    [Fact]
    public void Pay_in_another_currency_is_read_where_the_model_has_a_rate()
    {
        var rates = new CurrencyRate("EUR", 0.8, new DateOnly(2026, 10, 1), "made up");
        var reader = new ObservationReader(SalaryModelData.Compile(Given.Model.Parameters with { Rates = [rates] }));
        var observation = Row("Analyst");
        observation.Amount = new Money { CurrencyCode = "EUR", Units = 80_000 };
        Assert.Equal(100_000, reader.Read(observation, out _)!.Amount);
    }

    private static PayObservation Row(string title) =>
        new()
        {
            Id = "a",
            Title = title,
            Amount = new Money { CurrencyCode = "USD", Units = 150_000 },
            Period = PayPeriod.Year,
            PayComponent = PayComponent.Base,
        };
}
