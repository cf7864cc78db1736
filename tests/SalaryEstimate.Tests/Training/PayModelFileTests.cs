using System.IO.Compression;
using System.Text;
using CareerRecs.Salary.Models;
using CareerRecs.Salary.Occupations;
using CareerRecs.Salary.Parameters;
using CareerRecs.Salary.PayModels;
using CareerRecs.Salary.Tables;
using CareerRecs.Salary.Tests;
using CareerRecs.Salary.Training.Shipped;

namespace CareerRecs.Salary.Tests.Training;

public sealed class PayModelFileTests
{
    private static readonly SourceNote Source = new("made up", "2024", "CC0");

    [Fact]
    public void A_model_that_is_written_and_read_answers_the_same()
    {
        var file = PayModelParameters.Of(MadeUpPay.Model, Source, 4_000).Write();
        var read = PayModelParameters.Read(file).Compile();
        foreach (var row in MadeUpPay.Rows(100, 8))
        {
            var (a, b) = (MadeUpPay.Model.Estimate(row.Facts), read.Estimate(row.Facts));
            Assert.Equal(1, b.P50 / a.P50, 1e-3);
            Assert.Equal(1, b.P90 / a.P90, 1e-3);
        }

        Assert.Equal(file, PayModelParameters.Of(read, Source, 4_000).Write());
    }

    [Fact]
    public void The_shipped_pay_model_is_what_the_survey_gives()
    {
        using var survey = new MemoryStream();
        using (
            var packed = new GZipStream(File.OpenRead(Given.Data("salary/ai_jobs_to_2024.csv.gz")), CompressionMode.Decompress)
        )
        {
            packed.CopyTo(survey);
        }
        survey.Position = 0;
        using var later = File.OpenRead(Given.Data("salary/ai_jobs_2025_fresh_500.csv"));
        Assert.Equal(
            PayModelBuilder.Build(survey, PayModelBuilder.Shipped, later, TestContext.Current.CancellationToken),
            DefaultModel.PayFile()
        );
    }

    [Fact]
    public void The_shipped_pay_model_is_small_and_knows_the_titles_of_the_field()
    {
        Assert.InRange(DefaultModel.PayFile().Length, 50_000, 500_000);
        var model = PayModelParameters.Read(DefaultModel.PayFile()).Compile();
        var facts = new PayFacts
        {
            Title = TitleKey.Of("Machine Learning Engineer"),
            Band = 2,
            Country = "US",
        };
        Assert.Equal(facts.Title, model.Facets.TitleRead(facts.Title));
        Assert.InRange(model.Estimate(facts).P50, 170_000, 230_000);
    }

    [Fact]
    public void A_survey_is_read_without_repeats_and_without_what_is_no_full_pay()
    {
        const string columns =
            "work_year,experience_level,employment_type,job_title,salary,salary_currency,salary_in_usd,"
            + "employee_residence,remote_ratio,company_location,company_size";
        const string csv = $"""
            {columns}
            2024,SE,FT,Data Engineers,100000,USD,100000,US,100,US,M
            2024,SE,FT,Data Engineers,100000,USD,100000,US,100,US,M
            2024,SE,PT,Data Engineer,50000,USD,50000,US,100,US,M
            2024,EN,FT,Data Engineer,9000,USD,9000,IN,100,IN,M
            """;
        var row = Assert.Single(SurveyTable.Read(new MemoryStream(Encoding.UTF8.GetBytes(csv))));
        Assert.Equal("data engineer", row.Facts.Title);
        Assert.Equal(2, row.Facts.Band);
        Assert.Equal(100_000, row.Amount);
    }

    [Fact]
    public void A_survey_without_a_column_is_refused_by_its_name()
    {
        var error = Assert.Throws<TableException>(() =>
            SurveyTable.Read(new MemoryStream("work_year,job_title\n2024,Data Engineer\n"u8.ToArray()))
        );
        Assert.Contains("experience_level", error.Message, StringComparison.Ordinal);
    }
}
