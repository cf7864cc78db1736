using CareerRecs.Catalog.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.Catalog.Tests.BuiltIn;

/// <summary>
/// Every figure of the career guide on machine-learning specialists, to the digit, with all that is needed to read it right;
/// those that contradict each other side by side; none invented.
/// </summary>
public sealed class GuideFigureTests
{
    private const string Unstated = "career guide, publisher not stated";
    private const string Wef = "World Economic Forum, Future of Jobs Report";
    private const string Engineers = "Machine Learning Engineer; United States";
    private const string Specialists = "AI and machine learning specialists; worldwide";

    private const PayComponent Base = PayComponent.Base;
    private const PayComponent Total = PayComponent.Total;
    private const PayComponent Unsaid = PayComponent.Unspecified;

    [Theory]
    [InlineData("average-base", Statistic.Mean, Base, 157_969d, null, Bound.Exact, Engineers)]
    [InlineData("average-total", Statistic.Mean, Total, 202_331d, null, Bound.Exact, Engineers)]
    [InlineData("pay-range", Statistic.Range, Unsaid, 70_000d, 285_000d, Bound.Exact, Engineers)]
    [InlineData("most-common-band", Statistic.MostCommonBand, Unsaid, 200_000d, 210_000d, Bound.Exact, Engineers)]
    [InlineData(
        "base-under-1-year",
        Statistic.Mean,
        Base,
        120_571d,
        null,
        Bound.Exact,
        "Machine Learning Engineer; less than 1 year; United States"
    )]
    [InlineData(
        "base-7-years-plus",
        Statistic.Mean,
        Base,
        189_477d,
        null,
        Bound.Exact,
        "Machine Learning Engineer; 7 years and more; United States"
    )]
    [InlineData(
        "base-san-francisco",
        Statistic.Mean,
        Base,
        190_743d,
        null,
        Bound.Exact,
        "Machine Learning Engineer; San Francisco, CA"
    )]
    [InlineData("base-new-york", Statistic.Mean, Base, 186_178d, null, Bound.Exact, "Machine Learning Engineer; New York, NY")]
    [InlineData(
        "junior-base",
        Statistic.Mean,
        Base,
        109_736d,
        null,
        Bound.Exact,
        "Junior Machine Learning Engineer; United States"
    )]
    [InlineData("mid-base", Statistic.RangeOfAverages, Base, 126_648d, 157_969d, Bound.Exact, Engineers)]
    [InlineData(
        "senior-base",
        Statistic.RangeOfAverages,
        Base,
        141_405d,
        258_810d,
        Bound.Exact,
        "Senior Machine Learning Engineer; United States"
    )]
    [InlineData(
        "senior-manager-base",
        Statistic.Mean,
        Base,
        167_029d,
        null,
        Bound.Exact,
        "Senior Manager of Machine Learning; United States"
    )]
    [InlineData(
        "top-companies-total",
        Statistic.RangeOfAverages,
        Total,
        260_144d,
        273_319d,
        Bound.Exact,
        "Machine Learning Engineer; United States; Cruise, Stripe, Meta"
    )]
    [InlineData(
        "entry-level",
        Statistic.Range,
        Unsaid,
        120_000d,
        null,
        Bound.About,
        "Machine learning specialists; entry level; United States"
    )]
    [InlineData(
        "experienced-top",
        Statistic.Range,
        Unsaid,
        280_000d,
        null,
        Bound.Over,
        "Machine learning specialists; experienced; United States"
    )]
    public void Pay(
        string id,
        Statistic statistic,
        PayComponent component,
        double value,
        double? high,
        Bound bound,
        string population
    )
    {
        Assert.Equal(15, BuiltInData.Specialist.Figures.Count);
        var figure = Assert.Single(BuiltInData.Specialist.Figures, figure => figure.Id == id);
        Check(figure, statistic, value, high, bound, Unit.UsdPerYear, population, "2024", Unstated);
        Assert.Equal(component, figure.PayComponent);
        Assert.Equal(FigureStatus.Current, figure.Status);
    }

    [Theory]
    [InlineData(
        "linkedin-postings-growth",
        Statistic.AnnualGrowth,
        74d,
        null,
        Bound.Exact,
        Unit.Percent,
        "AI and machine learning job postings",
        "past four years",
        "LinkedIn"
    )]
    [InlineData(
        "ml-engineer-postings-growth",
        Statistic.Growth,
        35d,
        null,
        Bound.Exact,
        Unit.Percent,
        "Machine Learning Engineer",
        "past year",
        Unstated
    )]
    [InlineData(
        "ml-engineer-openings",
        Statistic.Count,
        50_000d,
        null,
        Bound.Over,
        Unit.Count,
        "Machine Learning Engineer",
        "past year",
        Unstated
    )]
    [InlineData("ml-market-size", Statistic.Total, 26.03e9, 225.91e9, Bound.Exact, Unit.Usd, "worldwide", "2023-2030", Unstated)]
    [InlineData(
        "ml-market-cagr",
        Statistic.AnnualGrowth,
        36.2,
        null,
        Bound.Exact,
        Unit.Percent,
        "worldwide",
        "2023-2030",
        Unstated
    )]
    [InlineData("ml-market-2030", Statistic.Total, 225e9, null, Bound.Over, Unit.Usd, "worldwide", "2030", Unstated)]
    [InlineData("ai-market-2023", Statistic.Total, 240e9, null, Bound.Exact, Unit.Usd, "worldwide", "2023", Unstated)]
    [InlineData("ai-market-2024", Statistic.Total, 305.9e9, null, Bound.Exact, Unit.Usd, "worldwide", "2024", Unstated)]
    [InlineData("ai-market-2027", Statistic.Total, 500e9, null, Bound.About, Unit.Usd, "worldwide", "2027", Unstated)]
    [InlineData("specialists-growth", Statistic.Growth, 40d, null, Bound.Exact, Unit.Percent, Specialists, "by 2027", Wef)]
    [InlineData("specialists-added", Statistic.Count, 1e6, null, Bound.Over, Unit.Count, Specialists, "by 2027", Wef)]
    [InlineData(
        "skills-shortage",
        Statistic.Count,
        85e6,
        null,
        Bound.Exact,
        Unit.Count,
        "worldwide; all skilled workers",
        "by 2030",
        Unstated
    )]
    public void Market(
        string id,
        Statistic statistic,
        double value,
        double? high,
        Bound bound,
        Unit unit,
        string population,
        string period,
        string source
    )
    {
        Assert.Equal(12, BuiltInData.Field.Figures.Count);
        Check(
            Assert.Single(BuiltInData.Field.Figures, figure => figure.Id == id),
            statistic,
            value,
            high,
            bound,
            unit,
            population,
            period,
            source
        );
    }

    [Fact]
    public void What_is_older_or_wider_than_it_reads_says_so()
    {
        var figures = BuiltInData.Field.Figures.ToDictionary(figure => figure.Id);
        Assert.Equal(
            ["linkedin-postings-growth", "specialists-added", "specialists-growth"],
            figures.Values.Where(figure => figure.Status == FigureStatus.Historic).Select(figure => figure.Id).Order()
        );
        Assert.Contains("2015-2019", figures["linkedin-postings-growth"].Note, StringComparison.Ordinal);
        Assert.Contains("not machine learning alone", figures["skills-shortage"].Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_roles_with_pay_in_the_guide_have_any_and_all_tell_a_figure_alike()
    {
        var published = BuiltInData.Specialist.Figures.ToDictionary(figure => figure.Id);
        var paid = BuiltInData.Snapshot.Roles.Where(role => role.Figures.Count > 0).ToList();
        Assert.Equal(
            [
                "junior-machine-learning-engineer",
                "machine-learning-engineer",
                "machine-learning-specialist",
                "senior-machine-learning-engineer",
                "senior-manager-of-machine-learning",
            ],
            paid.Select(role => ResourceName.IdOf(role.Name)).Order(StringComparer.Ordinal)
        );
        Assert.All(paid.SelectMany(role => role.Figures), figure => Assert.Equal(published[figure.Id], figure));
        Assert.Equal(
            ["base-under-1-year", "entry-level", "junior-base"],
            BuiltInData.Role("junior-machine-learning-engineer").Figures.Select(figure => figure.Id).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Every_figure_names_its_source() =>
        Assert.All(
            BuiltInData
                .Snapshot.Roles.SelectMany(role => role.Figures)
                .Concat(BuiltInData.Snapshot.Fields.SelectMany(field => field.Figures)),
            figure =>
                Assert.True(!string.IsNullOrWhiteSpace(figure.Source) && figure.Status != FigureStatus.Unspecified, figure.Id)
        );

    private static void Check(
        Figure figure,
        Statistic statistic,
        double value,
        double? high,
        Bound bound,
        Unit unit,
        string population,
        string period,
        string source
    )
    {
        Assert.Equal(
            (statistic, value, high, bound, unit),
            (figure.Statistic, figure.Value, figure.HasHigh ? figure.High : (double?)null, figure.Bound, figure.Unit)
        );
        string[] parts = [figure.Population.Role, figure.Population.Experience, figure.Population.Place, figure.Population.Other];
        Assert.Equal(
            (population, period, source),
            (string.Join("; ", parts.Where(part => part.Length > 0)), figure.Period, figure.Source)
        );
    }
}
