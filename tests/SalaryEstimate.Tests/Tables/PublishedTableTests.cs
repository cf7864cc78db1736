using System.Text;
using CareerRecs.Salary.Estimation;
using CareerRecs.Salary.Figures;
using CareerRecs.Salary.Models;
using CareerRecs.Salary.Parameters;
using CareerRecs.Salary.Places;
using CareerRecs.Salary.Tables;
using CareerRecs.Salary.Tests;
using CareerRecs.Salary.V1;
using CareerRecs.Types.V1;
using Reason = CareerRecs.Salary.V1.InsufficientPayEvidence.Types.Reason;

namespace CareerRecs.Salary.Tests.Tables;

/// <summary>Published tables as they are read, and what each does in estimates.</summary>
public sealed class PublishedTableTests
{
    private const string German = """
        source,country,soc_code,title,currency,period,p10,p25,p50,p75,p90,employment,year
        Made Up Office,DE,29-1141,Pflegefachkraft,EUR,month,2600,3000,3500,4000,4600,120000,2024
        Made Up Office,DE,15-2051.00,,EUR,year,,,"60,000",,,,2024
        """;

    private static readonly ModelParameters Shipped = Given.Model.Parameters;

    [Fact]
    public void Wages_of_another_country_are_its_baseline_in_its_currency()
    {
        var model = Compile(Wages(German).Model);
        var nurse = Answer(model, Given.Query("29-1141", Seniority.Senior, "Germany"));
        Assert.Equal(["baseline", "seniority", "wage growth"], nurse.Factors.Select(f => f.Kind));
        Assert.Equal(("Pflegefachkraft, DE median 2024", 42_000.0), (nurse.Factors[0].Label, nurse.Factors[0].Value));
        Assert.Equal(
            ("DE", "EUR", "", 120_000, 2024),
            (nurse.Country, nurse.Percentiles.P50.CurrencyCode, nurse.Place, nurse.Observations, nurse.AsOf.Year)
        );
        Assert.Equal("Made Up Office (2024)", nurse.Sources[0]);
        Assert.Equal(1, nurse.Factors[^1].Value);
        Assert.Contains("no wage index of Germany", nurse.Factors[^1].Label, StringComparison.Ordinal);
        Assert.Equal(0, nurse.AsOf.Month);
        Assert.Equal(
            Reason.UnknownPlace,
            new Estimator(model).Estimate(Given.Query("29-1141", location: "France")).InsufficientEvidence.Reason
        );
        Assert.Contains(
            "does not have the occupation",
            new Estimator(model).Estimate(Given.Query("11-1011", location: "Germany")).InsufficientEvidence.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Percentiles_that_a_table_lacks_have_the_shape_of_the_occupation_at_home()
    {
        var model = Compile(Wages(German).Model);
        var query = Given.Query("15-2051", location: "Germany"); // without a title only the table speaks of it
        var (there, home) = (
            Answer(model, query).Percentiles,
            Given.Tables.Estimate(Given.Query("15-2051")).Estimate.Percentiles
        );
        Assert.Equal(60_000, there.P50.Units);
        Assert.Equal(home.P90.Units / (double)home.P50.Units, there.P90.Units / (double)there.P50.Units, 1e-3);
        Assert.Equal(Confidence.Low, Answer(model, query).Confidence);
    }

    [Fact]
    public void The_survey_answers_first_and_leaves_a_currency_that_it_cannot_tell_to_the_table()
    {
        var model = Compile(Wages(German).Model with { Rates = [] });
        var query = Given.MlEngineer(Seniority.Senior, "Germany");
        Assert.Contains(
            "In US dollars: the model has no rate of EUR",
            Answer(model, query).ConfidenceReason,
            StringComparison.Ordinal
        );
        Assert.Equal("USD", Answer(model, query).Percentiles.P50.CurrencyCode);
        query.Currency = "EUR";
        var inEuro = Answer(model, query);
        Assert.Equal(("EUR", "Made Up Office (2024)"), (inEuro.Percentiles.P50.CurrencyCode, inEuro.Sources[0]));
        query.Currency = "GBP";
        var none = new Estimator(model).Estimate(query).InsufficientEvidence;
        Assert.Equal(Reason.UnknownCurrency, none.Reason);
    }

    [Fact]
    public void A_rate_is_a_factor_and_makes_the_places_currency_the_default()
    {
        var read = CurrencyRateTable.Read(
            Csv(
                """
                date,currency,per_usd,source
                2026-10-01,EUR,0.5,Made Up Bank
                2026-11-01,EUR,0.9,Made Up Bank
                2026-11-02,EUR,0.7,Made Up Bank
                2026-09-01,GBP,0.8,Made Up Bank
                """
            ),
            Wages(German).Model
        );
        Assert.Equal(("rates-2026-11-01", 4), (read.Id, read.RowCount));
        var model = Compile(read.Model);

        var asked = Given.MlEngineer(Seniority.Senior, "Germany");
        asked.Currency = "USD";
        var dollars = Answer(model, asked);
        var euros = Answer(model, Given.MlEngineer(Seniority.Senior, "Germany"));
        var factor = euros.Factors[^1];
        Assert.Equal(
            ("currency", "EUR for one US dollar, 2026-11-01", 0.9, "Made Up Bank"),
            (factor.Kind, factor.Label, factor.Value, factor.Source)
        );
        Assert.Equal(dollars.Percentiles.P50.Units * 0.9, euros.Percentiles.P50.Units, 1.0);
        Assert.Equal("EUR", euros.Percentiles.P10.CurrencyCode);
        Assert.Contains("Made Up Bank", euros.Sources);

        var query = Given.Query("29-1141", location: "Germany");
        query.Currency = "USD";
        Assert.Equal("USD for one EUR, 2026-11-01", Answer(model, query).Factors[^1].Label);
        query.Currency = "GBP";
        Assert.Equal(0.8 / 0.9, Answer(model, query).Factors[^1].Value, 9);
        query.Currency = "EUX";
        Assert.Equal("EUR", new Estimator(model).Estimate(query).InsufficientEvidence.Known[0]);
        Assert.Equal("USD", Answer(model, Given.Query("15-1252")).Percentiles.P50.CurrencyCode);
    }

    [Fact]
    public void An_index_replaces_constant_growth_and_its_last_growth_goes_on()
    {
        var model = Compile(
            WageIndexTable
                .Read(
                    Csv(
                        """
                        country,year,index,source
                        US,2023,100,Made Up Index
                        US,2024,110,Made Up Index
                        DE,2024,100,Made Up Index
                        DE,2026,121,Made Up Index
                        """
                    ),
                    Wages(German).Model
                )
                .Model
        );
        var growth = Answer(model, Given.Query("15-1252")).Factors.Single(f => f.Kind == "wage growth");
        Assert.Equal((Math.Pow(1.1, 2.5), "Made Up Index"), (growth.Value, growth.Source), Near);
        var nurse = Answer(model, Given.Query("29-1141", location: "Germany"));
        Assert.Equal(Math.Pow(1.1, 28.0 / 12), nurse.Factors.Single(f => f.Kind == "wage growth").Value, 0.002);
        Assert.Equal(11, nurse.AsOf.Month);
        var engineer = Answer(model, Given.MlEngineer(Seniority.Senior, "Germany")).Factors.Single(f => f.Kind == "wage growth");
        Assert.Equal("Made Up Index", engineer.Source);
    }

    [Fact]
    public void Price_levels_replace_those_of_the_model_and_change_no_estimate()
    {
        var read = PriceParityTable.Read(
            Csv("cbsa,name,rpp_all\n41860,\"San Francisco-Oakland-Fremont, CA\",150\n99999,Nowhere,80\n"),
            Shipped,
            2025
        );
        Assert.Equal(("rpp-2025", 2), (read.Id, read.RowCount));
        Assert.Contains("1 area left out that the model has no wages of", read.Notes);
        var model = Compile(read.Model);
        Assert.Equal(1.5, model.Places.Find("San Francisco, CA")!.Value.Place.PriceLevel);
        Assert.Null(model.Places.Find("Austin, TX")!.Value.Place.PriceLevel);
        var query = Given.MlEngineer(Seniority.Senior, "San Francisco, CA");
        Assert.Equal(Given.Estimate(query), Answer(model, query));
    }

    [Fact]
    public void Wages_of_an_area_refine_the_place_factor_of_the_occupation_there()
    {
        // Everywhere as the group's factor says, but in San Francisco a quarter more.
        var developer = Given.Model.Occupations.Own("15-1252")!;
        var csv = new StringBuilder(
            "area_code,area_name,state,soc_code,level1_annual,level2_annual,level3_annual,level4_annual\n"
        );
        foreach (var metro in Given.Model.Places.Metros)
        {
            var wage = 100_000 * metro.FactorOf(developer) * (metro.Code == "41860" ? 1.25 : 1);
            csv.Append(
                FormattableString.Invariant(
                    $"{metro.Code},\"{metro.Name}\",XX,15-1252,{wage - 3:0.##},{wage - 1:0.##},{wage + 1:0.##},{wage + 3:0.##}\n"
                )
            );
        }

        var read = AreaLevelTable.Read(Csv(csv.ToString()), Shipped, 2025);
        Assert.Equal("oflc-2025", read.Id);
        var model = Compile(read.Model);
        var query = Given.Query("15-1252", location: "San Francisco, CA");
        var (before, after) = (
            Given.Estimate(query).Factors.Single(f => f.Kind == "place"),
            Answer(model, query).Factors.Single(f => f.Kind == "place")
        );
        Assert.InRange(after.Value / before.Value, 1.05, 1.25);
        Assert.Contains("US Department of Labor", after.Source, StringComparison.Ordinal);
        Assert.Contains(after.Source, Answer(model, query).Sources);
        Assert.Equal(
            Given.Estimate(Given.Query("15-1253", location: "San Francisco, CA")),
            Answer(model, Given.Query("15-1253", location: "San Francisco, CA"))
        );
        Assert.Equal(
            1.0,
            Answer(model, Given.Query("15-1252", location: "Austin, TX")).Factors.Single(f => f.Kind == "place").Value
                / Given.Estimate(Given.Query("15-1252", location: "Austin, TX")).Factors.Single(f => f.Kind == "place").Value,
            0.02
        );
    }

    [Theory]
    [InlineData("wages", "country,soc_code,currency,year\nDE,29-1141,EUR,2024\n", "line 1, column p50: the column is missing")]
    [InlineData(
        "wages",
        "country,soc_code,currency,p50,year\nDE,29-1141,EUR,50000,2024\nFR,15-1252,EUR,50000,2024\n",
        "line 3, column country: is not DE as in the rows before"
    )]
    [InlineData("wages", "country,soc_code,currency,p50,year\nUS,29-1141,USD,50000,2024\n", "line 2, column country: is US")]
    [InlineData(
        "wages",
        "country,soc_code,currency,p50,year\nDE,nurse,EUR,50000,2024\n",
        "line 2, column soc_code: \"nurse\" is not a SOC code"
    )]
    [InlineData(
        "wages",
        "country,soc_code,currency,p10,p50,year\nDE,29-1141,EUR,60000,50000,2024\n",
        "line 2, column p50: the percentiles do not rise"
    )]
    [InlineData(
        "wages",
        "country,soc_code,currency,p50,year,period\nDE,29-1141,EUR,50000,2024,week\n",
        "line 2, column period: \"week\""
    )]
    [InlineData(
        "rates",
        "date,currency,per_usd\n1.11.2026,EUR,0.9\n",
        "line 2, column date: \"1.11.2026\" is not a date like 2026-11-01"
    )]
    [InlineData("rates", "date,currency,per_usd\n2026-11-01,EUR,-1\n", "line 2, column per_usd: \"-1\" is not a positive number")]
    [InlineData(
        "rates",
        "date,currency,per_usd\n2030-01-01,EUR,1\n",
        "column date: all rates are later than the model's date, 2026-11-01"
    )]
    [InlineData("index", "country,year,index\nDE,2024,100\n", "column year: DE has one year")]
    [InlineData("index", "country,year,index\nXX,2024,100\n", "line 2, column country: \"XX\" is not an ISO 3166-1 code")]
    [InlineData("index", "country,year,index\n", "line 1, column country: the table has no rows")]
    [InlineData("rpp", "cbsa,name,rpp_all\n41860,San Francisco,1.18\n", "line 2, column rpp_all: \"1.18\" is not a price parity")]
    [InlineData(
        "oflc",
        "area_code,soc_code,level1_annual,level2_annual,level3_annual,level4_annual\n41860,15-1252,3,2,4,5\n",
        "line 2, column level2_annual: is below level1_annual"
    )]
    [InlineData(
        "oflc",
        "area_code,soc_code,level1_annual,level2_annual,level3_annual,level4_annual\n41860,15-1252,1,2,3,4\n",
        "truncated?"
    )]
    public void A_wrong_table_is_refused_with_line_and_column(string format, string csv, string said)
    {
        var e = Assert.Throws<TableException>(() =>
            format switch
            {
                "wages" => Wages(csv),
                "rates" => CurrencyRateTable.Read(Csv(csv), Shipped),
                "index" => WageIndexTable.Read(Csv(csv), Shipped),
                "rpp" => PriceParityTable.Read(Csv(csv), Shipped, 2024),
                _ => AreaLevelTable.Read(Csv(csv), Shipped, 2025),
            }
        );
        Assert.Contains(said, e.Message, StringComparison.Ordinal);
    }

    private static bool Near((double Value, string Source) one, (double Value, string Source) other) =>
        Math.Abs(one.Value / other.Value - 1) < 0.002 && one.Source == other.Source;

    private static PublishedTable Wages(string csv) => CountryWageTable.Read(Csv(csv), Shipped);

    private static MemoryStream Csv(string text) => new(Encoding.UTF8.GetBytes(text));

    // Through the bytes of the file, as a model is kept.
    private static SalaryModelData Compile(ModelParameters parameters) => ModelFile.Compile(ModelFile.Write(parameters));

    private static SalaryEstimate Answer(SalaryModelData model, SalaryQuery query)
    {
        var result = new Estimator(model).Estimate(query);
        Assert.NotNull(result.Estimate);
        return result.Estimate;
    }
}
