using CareerRecs.Catalog.V1;
using CareerRecs.Cli.Rendering;
using CareerRecs.Cli.Rendering.Paths;
using CareerRecs.Cli.Rendering.Pay;
using CareerRecs.Cli.Rendering.Recommendations;
using CareerRecs.Cli.Tests.Fakes;
using CareerRecs.Salary.V1;

namespace CareerRecs.Cli.Tests.Rendering;

/// <summary>Pay of low confidence, of a country in place of a city, and of years past is marked wherever it is listed.</summary>
public sealed class PayMarksTests
{
    private const string LowConfidence = "~ low confidence: pay of a wider group is shown for the role, its level or its place.";

    [Fact]
    public void Recommended_roles_mark_pay_of_low_confidence()
    {
        var response = Answers.Recommendations();
        Assert.DoesNotContain("~", Recommended(response), StringComparison.Ordinal);
        response.Recommendations[1].Pay.Estimate.Confidence = Confidence.Low;
        var text = Recommended(response);
        Assert.Contains("   $139k – $184k – $241k", text, StringComparison.Ordinal);
        Assert.Contains("~$121k – $162k – $214k", text, StringComparison.Ordinal);
        Assert.Contains(LowConfidence, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Moves_mark_pay_of_low_confidence()
    {
        var response = PathAnswers.Moves();
        response.Moves.First(m => m.Pay is not null).Pay.Estimate.Confidence = Confidence.Low;
        var page = new Page(120);
        MovesText.Render(page, response);
        Assert.Contains("· ~$121k – $162k – $214k", page.ToString(), StringComparison.Ordinal);
        Assert.Contains(LowConfidence, page.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_country_that_stands_for_a_city_is_said()
    {
        var response = Answers.Recommendations();
        foreach (var role in response.Recommendations)
        {
            Abroad(role.Pay.Estimate);
        }
        Assert.Contains("pay for United Kingdom (no figures for London)", Recommended(response), StringComparison.Ordinal);

        var estimate = Answers.Estimate(40_000, 55_000, 80_000);
        Abroad(estimate);
        var page = new Page();
        var answer = new EstimateSalaryResponse { Result = new SalaryResult { Estimate = estimate } };
        SalaryText.Render(page, answer, "Data Scientist", "", []);
        Assert.Contains("Place       no figures for London; United Kingdom is used", page.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2024", FigureStatus.Current, "2024: $120,571 a year: base pay (career guide, historic)")]
    [InlineData("2026", FigureStatus.Current, "2026: $120,571 a year: base pay (career guide)")]
    [InlineData("2023-2024", FigureStatus.Current, "2023-2024: $120,571 a year: base pay (career guide, historic)")]
    [InlineData("", FigureStatus.Historic, "$120,571 a year: base pay (career guide, historic)")]
    public void Published_pay_begins_with_its_year_and_is_historic_once_that_is_past(
        string period,
        FigureStatus status,
        string line
    ) =>
        Assert.Equal(
            line,
            PublishedPayText.Line(
                new Figure
                {
                    Subject = "base pay",
                    Value = 120_571,
                    Unit = Unit.UsdPerYear,
                    PayComponent = PayComponent.Base,
                    Period = period,
                    Source = "career guide",
                    Status = status,
                },
                2026
            )
        );

    private static void Abroad(SalaryEstimate estimate)
    {
        (estimate.Place, estimate.Country, estimate.CityWithoutFigures) = ("", "GB", "London");
        estimate.Factors.Add(
            new PayFactor
            {
                Kind = "country",
                Label = "United Kingdom",
                Value = 0.6,
            }
        );
    }

    private static string Recommended(Matching.V1.RecommendRolesResponse response)
    {
        var page = new Page(120);
        RecommendationsText.Render(page, response, new Asked("London", Explain: false, CatalogArgument: ""));
        return page.ToString();
    }
}
