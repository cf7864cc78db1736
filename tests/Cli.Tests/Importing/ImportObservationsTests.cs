using CareerRecs.Catalog.V1;
using CareerRecs.Cli.Shell;
using CareerRecs.Cli.Tests.Fakes;
using CareerRecs.Salary.V1;
using CareerRecs.Types.V1;
using Google.Type;

namespace CareerRecs.Cli.Tests.Importing;

public sealed class ImportObservationsTests
{
    private const string Header =
        "id,title,amount,currency,period,pay_component,seniority,years_experience,location,observed,company_size,remote_share";

    [Fact]
    public async Task A_row_is_sent_as_it_stands_and_what_became_of_it_is_said_by_its_line()
    {
        await using var server = await FakeServer.StartAsync();
        using var shell = new TestShell();
        var file = shell.File(
            "pay.csv",
            $"""
            {Header}
            a,"Scientist,
            Data",57.5,usd,hour,total,senior,6.5,"Berlin, Germany",2025-04-30,1200,0.4

            b,Analyst,1000,EUR,,,,,,2024,,
            """
        );

        Assert.Equal(
            ExitCodes.Ok,
            await shell.RunAsync(["import", "observations", file, "--source", "our survey", "--server", $"{server.Address}"])
        );

        var message = Assert.Single(server.State.Observations);
        Assert.Equal("our survey", message.Source);
        Assert.Equal(
            new PayObservation
            {
                Id = "a",
                Title = "Scientist,\nData",
                Amount = new Money
                {
                    CurrencyCode = "USD",
                    Units = 57,
                    Nanos = 500_000_000,
                },
                Period = PayPeriod.Hour,
                PayComponent = PayComponent.Total,
                Seniority = Seniority.Senior,
                YearsExperience = 6.5,
                Location = "Berlin, Germany",
                Observed = new Date
                {
                    Year = 2025,
                    Month = 4,
                    Day = 30,
                },
                CompanySize = 1200,
                RemoteShare = 0.4,
            },
            message.Observations[0]
        );
        Assert.Equal(
            new PayObservation
            {
                Id = "b",
                Title = "Analyst",
                Amount = new Money { CurrencyCode = "EUR", Units = 1000 },
                Observed = new Date { Year = 2024 },
            },
            message.Observations[1]
        );
        Assert.Equal(["1 row stored, 0 there already, 1 set aside", "  line 5, b: observed lies in the future"], shell.Lines);
    }

    [Fact]
    public async Task Many_rows_go_in_messages_of_five_hundred()
    {
        await using var server = await FakeServer.StartAsync();
        using var shell = new TestShell();
        var file = shell.File(
            "pay.csv",
            "amount,id,currency,title\n" + string.Concat(Enumerable.Range(0, 1200).Select(i => $"{i},r{i},USD,Analyst\n"))
        );

        Assert.Equal(
            ExitCodes.Ok,
            await shell.RunAsync(["import", "observations", file, "--source", "s", "--server", $"{server.Address}"])
        );

        Assert.Equal([500, 500, 200], server.State.Observations.Select(m => m.Observations.Count));
        Assert.Equal("r1199", server.State.Observations[2].Observations[199].Id);
    }

    [Theory]
    [InlineData("a,Analyst,\"120,000\",USD,,,,,,,,", "line 3, column amount: \"120,000\" is not an amount")]
    [InlineData("a,Analyst,1,USD,week,,,,,,,", "line 3, column period: \"week\" is not one of year, month, hour")]
    [InlineData("a,Analyst,1,USD,,,3,,,,,", "line 3, column seniority: \"3\" is not one of")]
    [InlineData("a,Analyst,1,USD,,,\"junior, senior\",,,,,", "line 3, column seniority: \"junior, senior\" is not one of")]
    [InlineData("a,Analyst,1,USD,,,,,,04/2024,,", "line 3, column observed: \"04/2024\" is not a date")]
    [InlineData(",Analyst,1,USD,,,,,,,,", "line 3, column id: is empty")]
    [InlineData("a,Analyst,1", "line 3: 3 cells, the header has 12")]
    public async Task A_cell_that_cannot_be_read_is_named_and_nothing_is_sent(string row, string error)
    {
        await using var server = await FakeServer.StartAsync();
        using var shell = new TestShell();
        var file = shell.File("pay.csv", $"{Header}\ngood,Analyst,1,USD,,,,,,,,\n{row}\n");

        Assert.Equal(
            ExitCodes.UserError,
            await shell.RunAsync(["import", "observations", file, "--source", "s", "--server", $"{server.Address}"])
        );

        Assert.Contains($"pay.csv, {error}", shell.Error, StringComparison.Ordinal);
        Assert.Empty(server.State.Observations);
    }

    [Theory]
    [InlineData("", "has no header")]
    [InlineData("id,title,amount\n", "column currency is missing")]
    [InlineData("id,title,amount,currency,gender\n", "there is no column \"gender\"")]
    [InlineData("id,title,amount,currency,id\n", "column id stands there twice")]
    [InlineData("id,title,amount,currency\n", "no rows")]
    public async Task A_header_that_is_not_ours_is_refused(string content, string error)
    {
        using var shell = new TestShell();
        Assert.Equal(
            ExitCodes.UserError,
            await shell.RunAsync([
                "import",
                "observations",
                shell.File("pay.csv", content),
                "--source",
                "s",
                "--server",
                "http://127.0.0.1:1",
            ])
        );
        Assert.Contains(error, shell.Error, StringComparison.Ordinal);
    }
}
