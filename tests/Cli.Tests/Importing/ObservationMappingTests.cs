using CareerRecs.Catalog.V1;
using CareerRecs.Cli.Importing;
using CareerRecs.Cli.Shell;
using CareerRecs.Cli.Tests.Fakes;
using CareerRecs.Salary.Models;
using CareerRecs.Salary.V1;
using CareerRecs.Types.V1;
using Google.Type;

namespace CareerRecs.Cli.Tests.Importing;

public sealed class ObservationMappingTests
{
    private const string Columns =
        "work_year,experience_level,employment_type,job_title,salary,salary_currency,salary_in_usd,"
        + "employee_residence,remote_ratio,company_location,company_size";

    private const string AiJobs = $"""
        {Columns}
        2024,SE,FT,Data Engineer,100000,USD,100000,US,50,CA,M
        2024,SE,PT,Data Engineer,50000,USD,50000,US,100,US,M
        2024,SE,FT,Data Engineer,100000,USD,100000,US,50,CA,M
        """;

    [Fact]
    public async Task The_survey_is_read_by_its_ready_made_mapping_and_rows_that_say_the_same_have_one_id()
    {
        await using var server = await FakeServer.StartAsync();
        using var shell = new TestShell();

        Assert.Equal(
            ExitCodes.Ok,
            await shell.RunAsync([
                "import",
                "observations",
                shell.File("pay.csv", AiJobs),
                "--source",
                "survey",
                "--mapping",
                "ai-jobs",
                "--server",
                $"{server.Address}",
            ])
        );

        var rows = Assert.Single(server.State.Observations).Observations;
        Assert.Equal(2, rows.Count);
        Assert.Equal(rows[0], rows[1]);
        Assert.Equal(32, rows[0].Id.Length);
        Assert.Equal(
            new PayObservation
            {
                Id = rows[0].Id,
                Title = "Data Engineer",
                Amount = new Money { CurrencyCode = "USD", Units = 100_000 },
                Period = PayPeriod.Year,
                PayComponent = PayComponent.Base,
                Seniority = Seniority.Senior,
                Location = "Canada",
                Residence = "US",
                Observed = new Date { Year = 2024 },
                CompanySize = 150,
                RemoteShare = 0.5,
            },
            rows[0]
        );
    }

    [Fact]
    public async Task A_mapping_of_ones_own_names_columns_constants_and_values()
    {
        await using var server = await FakeServer.StartAsync();
        using var shell = new TestShell();
        var mapping = shell.File(
            "ours.json",
            """
            {
              "fields": {
                "id": { "column": "Number" },
                "title": { "column": "Job" },
                "amount": { "column": "Base" },
                "currency": { "constant": "EUR" },
                "employer": { "constant": "Acme" },
                "seniority": { "column": "Grade", "values": { "G1": "junior", "G2": "senior" } }
              }
            }
            """
        );
        var file = shell.File("pay.csv", "Grade,Job,Base,Number,Extra\nG2,Analyst,61000,7,x\n");

        Assert.Equal(
            ExitCodes.Ok,
            await shell.RunAsync([
                "import",
                "observations",
                file,
                "--source",
                "s",
                "--mapping",
                mapping,
                "--server",
                $"{server.Address}",
            ])
        );

        var row = Assert.Single(Assert.Single(server.State.Observations).Observations);
        Assert.Equal(
            new PayObservation
            {
                Id = "7",
                Title = "Analyst",
                Amount = new Money { CurrencyCode = "EUR", Units = 61_000 },
                Employer = "Acme",
                Seniority = Seniority.Senior,
            },
            row
        );
    }

    [Theory]
    [InlineData("{\"fields\":{\"title\":{\"column\":\"a\"}}}", "field amount is missing")]
    [InlineData("{\"fields\":{\"wage\":{\"column\":\"a\"}}}", "there is no field \"wage\"")]
    [InlineData(
        "{\"fields\":{\"title\":{},\"amount\":{\"column\":\"a\"},\"currency\":{\"constant\":\"USD\"}}}",
        "field title needs either a column or a constant"
    )]
    [InlineData("{\"fields\":", "line 1: is not a mapping")]
    [InlineData("{\"fields\":null}", "line 1: is not a mapping")]
    [InlineData("{\"fields\":{\"title\":{\"column\":null}}}", "line 1: is not a mapping")]
    [InlineData("{\"fields\":{\"title\":null}}", "null is no value")]
    [InlineData("{\"fields\":{\"title\":{\"column\":\"a\",\"values\":{\"1\":null}}}}", "null is no value")]
    [InlineData("{\"rows\":{\"a\":null},\"fields\":{}}", "null is no value")]
    [InlineData("{\"rows\":{\"a\":[null]},\"fields\":{}}", "null is no value")]
    [InlineData(
        "{\"fields\":{\"title\":{\"column\":\"a\"},\"amount\":{\"column\":\"a\"},"
            + "\"currency\":{\"constant\":\"dollar\",\"values\":{\"x\":\"USD\"}}}}",
        "field currency has a constant"
    )]
    [InlineData("{\"colums\":{}}", "line 1: is not a mapping")]
    [InlineData(
        "{\"fields\":{\"title\":{\"column\":\"b\"},\"amount\":{\"column\":\"a\"},\"currency\":{\"constant\":\"USD\"}}}",
        "column b, which the mapping names, is missing"
    )]
    [InlineData(
        "{\"fields\":{\"title\":{\"column\":\"a\",\"values\":{\"x\":\"y\"}},\"amount\":{\"column\":\"a\"},"
            + "\"currency\":{\"constant\":\"USD\"}}}",
        "line 2, column a: \"1\" is not among the values"
    )]
    [InlineData(
        "{\"rows\":{\"a\":[\"2\"]},\"fields\":{\"title\":{\"column\":\"a\"},\"amount\":{\"column\":\"a\"},"
            + "\"currency\":{\"constant\":\"USD\"}}}",
        "no rows that the mapping wants"
    )]
    public async Task What_is_wrong_with_a_mapping_is_said(string mapping, string error)
    {
        using var shell = new TestShell();
        Assert.Equal(
            ExitCodes.UserError,
            await shell.RunAsync([
                "import",
                "observations",
                shell.File("pay.csv", "a\n1\n"),
                "--source",
                "s",
                "--mapping",
                shell.File("m.json", mapping),
                "--server",
                "http://127.0.0.1:1",
            ])
        );
        Assert.Contains(error, shell.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_service_reads_every_country_that_the_ready_made_mapping_names()
    {
        var places = DefaultModel.Compile().Places;
        Assert.All(
            ObservationMapping.Load("ai-jobs").Fields["location"].Values,
            c => Assert.Equal(c.Key, places.Find(c.Value)?.Place.Country)
        );
    }

    [Fact]
    public async Task A_mapping_that_is_not_there_names_those_that_are()
    {
        using var shell = new TestShell();
        Assert.Equal(
            ExitCodes.UserError,
            await shell.RunAsync([
                "import",
                "observations",
                shell.File("pay.csv", "a\n1\n"),
                "--source",
                "s",
                "--mapping",
                "none",
                "--server",
                "http://127.0.0.1:1",
            ])
        );
        Assert.Contains("ai-jobs", shell.Error, StringComparison.Ordinal);
    }
}
