using System.Globalization;
using CareerRecs.Salary.V1;

namespace CareerRecs.Cli.Rendering.Pay;

/// <summary>The answer to `coverage`.</summary>
public static class CoverageText
{
    private const int LongestTitle = 50;

    /// <summary>Lays out the answer.</summary>
    public static void Render(Page page, ListPayCoverageResponse response)
    {
        if (response.Rows.Count == 0)
        {
            page.Line($"Model {Words.Id(response.SalaryModel)} knows nothing of it.");
            return;
        }

        var sources = response.Rows.Select(r => r.Source).Distinct().ToList();
        page.Table(
            response.Rows.Select(r =>
                new[]
                {
                    r.Country,
                    r.SocCode,
                    r.Title.Length > LongestTitle ? r.Title[..(LongestTitle - 1)] + "…" : r.Title,
                    Words.Level(r.Seniority),
                    r.Observations > 0 ? Words.Count(r.Observations, "person", "people") : "",
                    r.HasMeasuredCoverage
                        ? string.Create(CultureInfo.InvariantCulture, $"held {r.MeasuredCoverage * 100:0} %")
                        : "",
                    sources.Count > 1 ? $"[{sources.IndexOf(r.Source) + 1}]" : "",
                }
            ),
            "",
            4
        );
        page.Line();
        for (var i = 0; i < sources.Count; i++)
        {
            page.Wrap(sources.Count > 1 ? $"[{i + 1}] " : "From ", sources[i]);
        }

        page.Line(
            $"Model {Words.Id(response.SalaryModel)}"
                + (response.NextPageToken.Length > 0 ? "; there is more: --max, or words of a title" : "")
        );
    }
}
