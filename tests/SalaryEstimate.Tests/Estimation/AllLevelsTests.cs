using System.Globalization;
using CareerRecs.Salary.Figures;
using CareerRecs.Salary.Parameters;
using CareerRecs.Salary.PayModels;
using CareerRecs.Salary.Survey;
using CareerRecs.Salary.Tests;
using CareerRecs.Salary.Training;
using CareerRecs.Salary.Training.Shipped;
using CareerRecs.Salary.WageTables;
using CareerRecs.Types.V1;
using FsCheck.Xunit;

namespace CareerRecs.Salary.Tests.Estimation;

/// <summary>Without a seniority the range holds the people of all levels, each level in its share.</summary>
public sealed class AllLevelsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Of_one_band_alone_the_mixture_is_its_own_range()
    {
        var range = Range(60_000, 0.8);
        var (p10, p25, p50, p75, p90) = BandMixture.Percentiles([(1, range), (0, Range(500_000, 0.1))]);
        foreach (
            var (mixed, own) in new[] { (p10, range.P10), (p25, range.P25), (p50, range.P50), (p75, range.P75), (p90, range.P90) }
        )
        {
            Assert.Equal(1, mixed / own, 1e-4);
        }
    }

    [Property(MaxTest = 200)]
    public void A_mixture_lies_between_its_parts_and_rises(byte first, byte second, ushort low, ushort high)
    {
        var (one, other) = (Range(20_000 + low, 0.4), Range(20_000 + high, 0.7));
        var (p10, p25, p50, p75, p90) = BandMixture.Percentiles([(1 + first, one), (1 + second, other)]);
        double[] rising = [p10, p25, p50, p75, p90];
        Assert.Equal(rising.Order(), rising);
        Assert.InRange(p50, Math.Min(one.P50, other.P50) * 0.999, Math.Max(one.P50, other.P50) * 1.001);
    }

    [Fact]
    public void It_is_wider_than_a_typical_level_and_leans_to_where_the_people_are()
    {
        var all = Given.Estimate(Given.MlEngineer(Seniority.Unspecified)).Percentiles;
        var facts = new PayFacts
        {
            Title = "machine learning engineer",
            Country = "US",
            Year = 2024,
        };
        var (mixed, typical) = (Given.Model.Survey!.Range(facts), Given.Model.Survey.Model.Estimate(facts));
        Assert.True(mixed.P90 / mixed.P10 > typical.P90 / typical.P10);
        Assert.Equal(mixed.P50, mixed.Factors.Aggregate(1.0, (all, f) => all * f.Value), 1e-6 * mixed.P50);
        var (entry, executive) = (
            Given.Estimate(Given.MlEngineer(Seniority.Junior)).Percentiles,
            Given.Estimate(Given.MlEngineer(Seniority.Executive)).Percentiles
        );
        Assert.InRange(all.P50.Units, entry.P50.Units, executive.P50.Units);
        Assert.Equal(
            ["baseline", "role", "country", "year", "wage growth"],
            Given.Estimate(Given.MlEngineer(Seniority.Unspecified)).Factors.Select(f => f.Kind)
        );
    }

    [Fact]
    public void The_range_of_all_levels_holds_eight_in_ten_of_the_people_of_all_levels()
    {
        using var packed = File.OpenRead(Given.Data("salary/ai_jobs_to_2024.csv.gz"));
        using var file = new MemoryStream();
        using (var unpacked = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionMode.Decompress))
        {
            unpacked.CopyTo(file);
        }
        file.Position = 0;
        // A range that knows neither the level nor anything but title, country and year, fitted to the other four fifths.
        var all = SurveyTable.Read(file);
        var (fitted, kept) = (
            all.Where((_, i) => i % 5 != 0).ToArray(),
            all.Where((r, i) => i % 5 == 0 && r.Facts.Country == "US").ToArray()
        );
        var model = PayTrainer.Fit(fitted, PaySpecs.Survey, Cancel);
        var parameters = PayModelParameters.Of(model, PayModelBuilder.Shipped, fitted.Length) with
        {
            Counts = PayCounts.Lines(model.Facets, fitted.Select(r => r.Facts)),
        };
        var survey = new SurveyPay(parameters, new WageGrowths(Given.Model.Parameters), Given.Model.Titles);
        var ranges = new Dictionary<(string, int?), PayRange>();
        int typical = 0;
        var held = kept.Count(row =>
        {
            var key = (row.Facts.Title, row.Facts.Year);
            if (!ranges.TryGetValue(key, out var range))
            {
                ranges[key] = range = survey.Range(
                    new PayFacts
                    {
                        Title = key.Title,
                        Country = "US",
                        Year = key.Year,
                    }
                );
            }
            var level = survey.Model.Estimate(
                new PayFacts
                {
                    Title = key.Title,
                    Country = "US",
                    Year = key.Year,
                }
            );
            if (row.Amount >= level.P10 && row.Amount <= level.P90)
            {
                typical++;
            }
            return row.Amount >= range.P10 && row.Amount <= range.P90;
        });
        TestContext.Current.TestOutputHelper?.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{kept.Length} rows: held {held / (double)kept.Length:0.000}, the "
                    + $"range of a typical level {typical / (double)kept.Length:0.000}"
            )
        );
        Assert.InRange(held / (double)kept.Length, 0.78, 0.83);
    }

    private static PayRange Range(double median, double sigma) =>
        new(
            median * Math.Exp(-1.2815515655446004 * sigma),
            median * Math.Exp(-0.6744897501960817 * sigma),
            median,
            median * Math.Exp(0.6744897501960817 * sigma),
            median * Math.Exp(1.2815515655446004 * sigma),
            []
        );
}
