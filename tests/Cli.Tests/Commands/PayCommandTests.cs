using System.Text.Json;
using CareerRecs.Cli.Shell;
using CareerRecs.Cli.Tests.Fakes;
using CareerRecs.Salary.V1;
using CareerRecs.Types.V1;

namespace CareerRecs.Cli.Tests.Commands;

/// <summary>Questions of pay, and the tables that their answers are made of.</summary>
public sealed class PayCommandTests
{
    [Fact]
    public async Task Pay_compare_asks_for_two_roles_and_shows_money_and_what_it_buys()
    {
        await using var server = await FakeServer.StartAsync();
        using var shell = new TestShell();
        string[] args =
        [
            "pay-compare",
            "Machine Learning Engineer",
            "--location",
            "San Francisco, CA",
            "--to-location",
            "Austin, TX",
            "--seniority",
            "senior",
            "--to-seniority",
            "lead",
            "--currency",
            "usd",
            "--server",
            $"{server.Address}",
        ];
        Assert.Equal(ExitCodes.Ok, await shell.RunAsync(args));
        Golden.Holds("pay-compare.txt", shell.Out);
        var (one, other) = (server.State.PayCompare!.Query, server.State.PayCompare.OtherQuery);
        Assert.Equal(
            ("San Francisco, CA", "Austin, TX", Seniority.Senior, Seniority.Lead),
            (one.Location, other.Location, one.Seniority, other.Seniority)
        );
        Assert.Equal((one.Role, "USD"), (other.Role, other.Currency));
        Assert.Equal(ExitCodes.Ok, await shell.RunAsync([.. args, "-o", "json"]));
        Assert.Equal(
            1.182,
            JsonDocument.Parse(shell.Out).RootElement.GetProperty("purchasingPower").GetProperty("priceLevel").GetDouble()
        );
    }

    [Fact]
    public async Task Pay_bands_name_level_place_and_model()
    {
        await using var server = await FakeServer.StartAsync();
        using var shell = new TestShell();
        Assert.Equal(
            ExitCodes.Ok,
            await shell.RunAsync([
                "pay-bands",
                "Machine Learning Engineer",
                "--seniority",
                "senior",
                "--server",
                $"{server.Address}",
            ])
        );
        Golden.Holds("pay-bands.txt", shell.Out);
    }

    [Fact]
    public async Task Years_are_asked_for_without_the_seniority_of_the_role_which_would_go_before_them()
    {
        await using var server = await FakeServer.StartAsync();
        using var shell = new TestShell();
        Assert.Equal(
            ExitCodes.Ok,
            await shell.RunAsync(["salary", "Machine Learning Engineer", "--years", "12", "--server", $"{server.Address}"])
        );
        Assert.Equal(
            (Seniority.Unspecified, Seniority.Unspecified, 12),
            (server.State.Salary!.Seniority, server.State.Salary.Role.Seniority, server.State.Salary.YearsExperience)
        );
        Assert.Contains("Machine Learning Engineer · 12 years", shell.Out, StringComparison.Ordinal);
        Assert.Equal(
            ExitCodes.Ok,
            await shell.RunAsync(["salary", "Machine Learning Engineer", "--server", $"{server.Address}"])
        );
        Assert.Equal(RoleAnswers.Role().Role.Seniority, server.State.Salary.Role.Seniority);
    }

    [Fact]
    public async Task Observations_are_deleted_by_source_or_by_id()
    {
        await using var server = await FakeServer.StartAsync();
        using var shell = new TestShell();
        string[] all = ["observations", "delete", "--source", "our survey", "--server", $"{server.Address}"];
        Assert.Equal(ExitCodes.Ok, await shell.RunAsync(all));
        Assert.Equal(["7 rows deleted. Models that were trained on them stay."], shell.Lines);
        Assert.Equal(ExitCodes.Ok, await shell.RunAsync([.. all, "--id", "a", "--id", "b"]));
        Assert.Equal(
            [
                new DeleteObservationsRequest { Source = "our survey" },
                new DeleteObservationsRequest { Source = "our survey", Ids = { "a", "b" } },
            ],
            server.State.Deleted
        );
    }

    [Fact]
    public async Task A_training_of_embedded_services_must_be_waited_for()
    {
        using var shell = new TestShell();
        Assert.Equal(ExitCodes.Usage, await shell.RunAsync(["salary-models", "train", "--no-wait"]));
        Assert.Contains("--no-wait needs --server URL", shell.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_that_is_none_is_told_by_its_option_with_near_ones()
    {
        await using var server = await FakeServer.StartAsync();
        using var shell = new TestShell();
        Assert.Equal(
            ExitCodes.UserError,
            await shell.RunAsync([
                "pay-compare",
                "Machine Learning Engineer",
                "--to-location",
                "Grmany",
                "--server",
                $"{server.Address}",
            ])
        );
        Assert.Equal(
            "error: --to-location: no pay evidence for Grmany; near: Germany / United States; known: United States\n",
            shell.Error
        );
    }

    [Fact]
    public async Task Salary_explained_goes_step_by_step()
    {
        await using var server = await FakeServer.StartAsync();
        using var shell = new TestShell();
        Assert.Equal(
            ExitCodes.Ok,
            await shell.RunAsync([
                "salary",
                "Machine Learning Engineer",
                "--seniority",
                "mid",
                "--explain",
                "--server",
                $"{server.Address}",
            ])
        );
        Assert.Equal(Seniority.Mid, server.State.Salary!.Seniority);
        Golden.Holds("salary-explain.txt", shell.Out);
    }

    [Fact]
    public async Task Coverage_narrows_by_what_was_typed()
    {
        await using var server = await FakeServer.StartAsync();
        using var shell = new TestShell();
        Assert.Equal(
            ExitCodes.Ok,
            await shell.RunAsync([
                "coverage",
                "data",
                "scientist",
                "--country",
                "us",
                "--max",
                "2",
                "--server",
                $"{server.Address}",
            ])
        );
        var asked = server.State.Coverage!;
        Assert.Equal(("data scientist", "US", 2), (asked.Title, asked.Country, asked.PageSize));
        Golden.Holds("coverage.txt", shell.Out);
    }

    [Theory]
    [InlineData("OCC_CODE,OCC_TITLE", WageTableFormat.OewsNational)]
    [InlineData("area_code,area_name,state,soc_code,level1_annual", WageTableFormat.OflcAreaLevels)]
    [InlineData("cbsa,name,rpp_all,rpp_goods", WageTableFormat.RegionalPriceParities)]
    [InlineData("country,soc_code,title,currency,period,p10,p50,year", WageTableFormat.Generic)]
    [InlineData("\"date\",\"currency\",\"per_usd\"", WageTableFormat.CurrencyRates)]
    [InlineData("country,year,index,source", WageTableFormat.WageIndex)]
    public async Task The_columns_of_a_table_tell_what_it_is(string header, WageTableFormat format)
    {
        await using var server = await FakeServer.StartAsync();
        using var shell = new TestShell();
        string[] args =
        [
            "import",
            "pay-table",
            shell.File("table.csv", header + "\r\nx\r\n"),
            "--base",
            "2026.11.4",
            "--server",
            $"{server.Address}",
        ];
        Assert.Equal(ExitCodes.Ok, await shell.RunAsync(args));
        Assert.Equal((format, "salaryModels/2026.11.4"), (server.State.PayTable!.Format, server.State.PayTable.BaseModel));
        Assert.Equal("salaryModels/rates-2026-11-01", server.State.Activated);
    }

    [Fact]
    public async Task A_table_that_its_columns_do_not_tell_needs_a_word()
    {
        await using var server = await FakeServer.StartAsync();
        using var shell = new TestShell();
        var file = shell.File("table.csv", "a,b\n1,2\n");
        Assert.Equal(ExitCodes.UserError, await shell.RunAsync(["import", "pay-table", file, "--server", $"{server.Address}"]));
        Assert.Contains("--format oews|oflc|rpp|wages|rates|index", shell.Error, StringComparison.Ordinal);
        Assert.Equal(
            ExitCodes.Ok,
            await shell.RunAsync(["import", "pay-table", file, "--format", "rates", "--draft", "--server", $"{server.Address}"])
        );
        Assert.Equal((WageTableFormat.CurrencyRates, null), (server.State.PayTable!.Format, server.State.Activated));
        Assert.Equal(
            ExitCodes.Usage,
            await shell.RunAsync(["import", "pay-table", file, "--format", "other", "--server", $"{server.Address}"])
        );
    }
}
