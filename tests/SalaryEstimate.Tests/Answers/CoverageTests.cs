using CareerRecs.Salary.Models;
using CareerRecs.Salary.Parameters;
using CareerRecs.Salary.Tests;
using CareerRecs.Salary.V1;
using CareerRecs.Types.V1;

namespace CareerRecs.Salary.Tests.Answers;

/// <summary>What a model says that it knows.</summary>
public sealed class CoverageTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Rows_come_by_country_code_title_and_seniority_and_none_twice()
    {
        var keys = CoverageRows.Of(Given.Model).Select(r => (r.Country, r.SocCode, r.Title, r.Seniority)).ToArray();
        Assert.Equal(keys.Distinct().Count(), keys.Length);
        Assert.Equal(
            keys.OrderBy(k => k.Country, StringComparer.Ordinal)
                .ThenBy(k => k.SocCode, StringComparer.Ordinal)
                .ThenBy(k => k.Title, StringComparer.Ordinal)
                .ThenBy(k => k.Seniority),
            keys
        );
    }

    [Fact]
    public void What_is_listed_of_the_survey_is_what_an_answer_counts()
    {
        var row = CoverageRows
            .Of(Given.Model)
            .Single(r => r is { Country: "US", SocCode: "", Title: "machine learning engineer", Seniority: Seniority.Senior });
        var estimate = Given.Estimate(Given.MlEngineer(Seniority.Senior));
        Assert.Equal(
            (estimate.Observations, estimate.MeasuredCoverage, estimate.Sources[0]),
            (row.Observations, row.MeasuredCoverage, row.Source)
        );
        Assert.All(CoverageRows.Of(Given.Model).Where(r => r.Country != "US"), r => Assert.False(r.HasMeasuredCoverage));
    }

    [Fact]
    public async Task A_title_is_found_by_its_words_in_table_and_survey_page_by_page()
    {
        await using var host = await SalaryTestHost.StartAsync();
        var request = new ListPayCoverageRequest
        {
            Country = "US",
            Title = "SCIENTISTS data",
            PageSize = 3,
        };
        var seen = new List<PayCoverage>();
        do
        {
            var page = await host.Client.ListPayCoverageAsync(request, cancellationToken: Cancel);
            seen.AddRange(page.Rows);
            request.PageToken = page.NextPageToken;
        } while (request.PageToken.Length > 0);

        Assert.Contains(seen, r => r is { SocCode: "15-2051", Title: "Data Scientists", Seniority: Seniority.Unspecified });
        Assert.Contains(seen, r => r is { SocCode: "", Title: "data scientist", Seniority: Seniority.Junior });
        Assert.All(
            seen,
            r => Assert.True(r.Title.Contains("scientist", StringComparison.OrdinalIgnoreCase) && r.Source.Length > 0)
        );
        Assert.Equal(
            CoverageRows
                .Of(Given.Model)
                .Count(r =>
                    r.Country == "US"
                    && r.Title.Contains("data", StringComparison.OrdinalIgnoreCase)
                    && r.Title.Contains("scientist", StringComparison.OrdinalIgnoreCase)
                ),
            seen.Count
        );
    }
}
