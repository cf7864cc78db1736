using CareerRecs.Catalog.V1;
using CareerRecs.Salary.Estimation;
using CareerRecs.Salary.Figures;
using CareerRecs.Salary.Models;
using CareerRecs.Salary.PayModels;
using CareerRecs.Salary.Survey;
using CareerRecs.Salary.Tests;
using CareerRecs.Salary.Training;
using CareerRecs.Salary.V1;
using CareerRecs.Salary.WageTables;
using CareerRecs.Types.V1;

namespace CareerRecs.Salary.Tests.Survey;

/// <summary>What a fitted model answers for, of which year it is, and what it tells of the people behind it.</summary>
public sealed class SurveyPayTests
{
    private static readonly PayRow[] Rows = MadeUpPay.Rows(1_500, 3);

    [Theory]
    [InlineData("data engineer", "US", true)]
    [InlineData("cloud data engineer", "DE", true)]
    [InlineData("data engineer", "PT", false)] // too few people
    [InlineData("registered nurse", "US", false)]
    [InlineData("architect", "US", false)] // of buildings
    public void It_answers_for_its_countries_and_titles(string title, string country, bool answers) =>
        Assert.Equal(answers, Given.Model.Survey!.Answers(new PayFacts { Title = title, Country = country }));

    [Fact]
    public void Without_people_of_the_united_states_the_wage_table_answers_there()
    {
        PayRow[] rows = [.. Rows.Where(r => r.Facts.Country != "US"), .. Rows.Where(r => r.Facts.Country == "US").Take(49)];
        var estimator = new Estimator(MadeUpPay.Data(MadeUpPay.Model, rows));
        var query = Scientist();
        Assert.StartsWith("BLS OEWS", estimator.Estimate(query).Estimate.Sources[0], StringComparison.Ordinal);
        query.Location = "Germany";
        Assert.StartsWith("pay observations", estimator.Estimate(query).Estimate.Sources[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 2024)]
    [InlineData(29, 2024)]
    [InlineData(30, 2025)]
    public void A_few_rows_of_a_later_year_do_not_date_the_model(int later, int year)
    {
        PayRow[] rows = [.. Rows, .. Rows.Take(later).Select(r => r with { Facts = r.Facts with { Year = 2025 } })];
        Assert.Equal(year, MadeUpPay.Data(MadeUpPay.Model, rows).Survey!.Year);
    }

    [Fact]
    public void A_recalibrated_model_is_of_the_median_year_of_its_rows()
    {
        PayRow[] rows =
        [
            .. Rows.Select(
                (r, i) =>
                    r with
                    {
                        Facts = r.Facts with
                        {
                            Year =
                                i == 0 ? 2027
                                : i % 3 == 0 ? 2025
                                : 2026,
                        },
                    }
            ),
        ];
        var parameters = TrainedModel.Recalibrated(
            Given.Model,
            "fresh",
            Given.Model.Survey!.Model,
            rows,
            PayValidation.Measure(rows, _ => MadeUpPay.Model, cancellationToken: TestContext.Current.CancellationToken)
        );
        Assert.Equal(2026, SalaryModelData.Compile(parameters).Survey!.Year);
    }

    [Fact]
    public void Of_a_later_year_a_model_is_held_to_what_it_answers()
    {
        var survey = Given.Model.Survey!;
        var facts = new PayFacts
        {
            Title = "data engineer",
            Country = "US",
            Band = 2,
            Year = 2024,
        };
        var growth = Math.Pow(Given.Model.Parameters.Growth.PerYear, 2);
        Assert.Equal(survey.Model.Estimate(facts).P90, survey.Served(facts).P90);
        Assert.Equal(growth, survey.Served(facts with { Year = 2026 }).P10 / survey.Served(facts).P10, 1e-3);
        var row = new PayRow(facts with { Year = 2026 }, survey.Model.Estimate(facts).P90 * (1 + growth) / 2);
        Assert.Equal(0, Drift.Of(survey.Model, [row]).Coverage);
        var tally = new DriftTally(survey.Served);
        tally.Add(row);
        tally.Add(row);
        Assert.Equal(new Drift(1, 1), tally.Drift);
    }

    [Fact]
    public void Few_people_are_not_counted()
    {
        PayRow[] rows =
        [
            .. Rows.Where(r => (r.Facts.Title, r.Facts.Country, r.Facts.Band) != ("data scientist", "US", 2)),
            .. Rows.Where(r => (r.Facts.Title, r.Facts.Country, r.Facts.Band) == ("data scientist", "US", 2)).Take(9),
        ];
        var data = MadeUpPay.Data(MadeUpPay.Model, rows);
        var estimate = new Estimator(data).Estimate(Scientist()).Estimate;
        Assert.Equal((0, Confidence.Low), (estimate.Observations, estimate.Confidence));
        Assert.Contains("fewer than 10 people", estimate.ConfidenceReason, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(
            CoverageRows.Of(data),
            r => r is { Title: "data scientist", Country: "US", Seniority: Seniority.Senior }
        );
        Assert.All(CoverageRows.Of(Given.Model), r => Assert.True(r.SocCode.Length > 0 || r.Observations >= ToldApart.Fewest));
    }

    [Fact]
    public void What_was_measured_elsewhere_is_not_said_of_the_united_states()
    {
        // A third of the rows is of the US.
        var estimate = new Estimator(MadeUpPay.Data(MadeUpPay.Model, Rows)).Estimate(Scientist()).Estimate;
        Assert.False(estimate.HasMeasuredCoverage);
        Assert.Contains("fewer than half", estimate.ConfidenceReason, StringComparison.Ordinal);

        PayRow[] half =
        [
            .. Rows.Where(r => r.Facts.Country == "US"),
            .. Rows.Where(r => r.Facts.Country != "US").Take(Rows.Count(r => r.Facts.Country == "US")),
        ];
        Assert.True(new Estimator(MadeUpPay.Data(MadeUpPay.Model, half)).Estimate(Scientist()).Estimate.HasMeasuredCoverage);

        PayRow[] few = [.. half.Where(r => r.Facts.Band != 2), .. half.Where(r => r.Facts.Band == 2).Take(29)];
        estimate = new Estimator(MadeUpPay.Data(MadeUpPay.Model, few)).Estimate(Scientist()).Estimate;
        Assert.False(estimate.HasMeasuredCoverage);
        Assert.Contains("not measured for this level", estimate.ConfidenceReason, StringComparison.Ordinal);
    }

    private static SalaryQuery Scientist() =>
        new()
        {
            Role = new RoleReference { Title = "Data Scientist" },
            Seniority = Seniority.Senior,
        };
}
