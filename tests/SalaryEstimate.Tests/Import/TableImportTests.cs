using System.Globalization;
using System.IO.Compression;
using System.Text;
using CareerRecs.Salary.Figures;
using CareerRecs.Salary.Models;
using CareerRecs.Salary.Parameters;
using CareerRecs.Salary.Tables;
using CareerRecs.Salary.Tests;
using CareerRecs.Salary.V1;
using CareerRecs.Salary.WageTables;
using CareerRecs.Types.V1;
using Grpc.Core;

namespace CareerRecs.Salary.Tests.Import;

/// <summary>Tables of every format through the service: candidates on a base model.</summary>
public sealed class TableImportTests
{
    private static readonly byte[] Rates = Encoding.UTF8.GetBytes(
        "date,currency,per_usd,source\n2026-10-30,EUR,0.9,Made Up Bank\n"
    );
    private static readonly byte[] Index = Encoding.UTF8.GetBytes(
        "country,year,index,source\nUS,2024,100,Made Up Index\nUS,2025,105,Made Up Index\n"
    );
    private static readonly byte[] Wages = Encoding.UTF8.GetBytes(
        "country,soc_code,currency,p50,year,source\nDE,29-1141,EUR,42000,2024,Made Up Office\n"
    );

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_table_on_a_base_keeps_what_the_base_has_and_the_same_on_the_same_is_the_model_that_is_there()
    {
        await using var host = await SalaryTestHost.StartAsync();
        var wages = (await host.ImportAsync(WageTableFormat.Generic, "wages.csv", Wages)).Model;
        var both = (await host.ImportAsync(WageTableFormat.CurrencyRates, "rates.csv", Rates, wages.Name)).Model;
        Assert.Equal(("salaryModels/wages-de-2024", "salaryModels/rates-2026-10-30"), (wages.Name, both.Name));
        Assert.Equal(both, (await host.ImportAsync(WageTableFormat.CurrencyRates, "other name.csv", Rates, wages.Name)).Model);
        var alone = (await host.ImportAsync(WageTableFormat.CurrencyRates, "rates.csv", Rates)).Model;
        Assert.Equal("salaryModels/rates-2026-10-30.2", alone.Name);

        Assert.Contains("Made Up Office (2024; as its publisher states)", both.Sources);
        Assert.Contains("Made Up Bank (2026; as its publisher states)", both.Sources);
        Assert.Contains("rates-2026-10-30", both.ModelCard, StringComparison.Ordinal);
        Assert.Contains(wages.Name, both.ModelCard, StringComparison.Ordinal);
        var query = Given.Query("29-1141", location: "Germany");
        query.Currency = "USD";
        var answer = await host.Client.EstimateSalaryAsync(
            new EstimateSalaryRequest { Query = query, SalaryModel = both.Name },
            cancellationToken: Cancel
        );
        Assert.Equal(42_000 / 0.9, answer.Result.Estimate.Percentiles.P50.Units, 1.0);
        query.Currency = "GBP"; // not in the imported table: the base has a rate of it
        var pounds = await host.Client.EstimateSalaryAsync(
            new EstimateSalaryRequest { Query = query, SalaryModel = both.Name },
            cancellationToken: Cancel
        );
        Assert.Equal(
            42_000 / 0.9 * Given.Model.Parameters.Rates.Single(r => r.Currency == "GBP").PerUsd,
            pounds.Result.Estimate.Percentiles.P50.Units,
            1.0
        );
    }

    [Fact]
    public async Task The_base_is_the_active_model_by_default_and_an_unknown_one_is_not_found()
    {
        await using var host = await SalaryTestHost.StartAsync();
        var index = (await host.ImportAsync(WageTableFormat.WageIndex, "index.csv", Index)).Model;
        Assert.Equal("salaryModels/index-2025", index.Name);
        await host.Client.ActivateSalaryModelAsync(
            new ActivateSalaryModelRequest { Name = index.Name },
            cancellationToken: Cancel
        );
        var oews = (
            await host.ImportAsync(WageTableFormat.OewsNational, "national_M2025.csv", Encoding.UTF8.GetBytes(MadeUpTables.Csv()))
        ).Model;
        var answer = await host.Client.EstimateSalaryAsync(
            new EstimateSalaryRequest { Query = Given.Query("15-2001"), SalaryModel = oews.Name },
            cancellationToken: Cancel
        );
        Assert.Equal("Made Up Index", answer.Result.Estimate.Factors.Single(f => f.Kind == "wage growth").Source);

        var e = await Assert.ThrowsAsync<RpcException>(async () =>
            await host.ImportAsync(WageTableFormat.WageIndex, "index.csv", Index, "salaryModels/none")
        );
        Assert.Equal(StatusCode.NotFound, e.StatusCode);
    }

    [Fact]
    public async Task The_same_wage_table_a_month_later_is_the_model_that_is_there_and_its_top_code_is_that_of_its_year()
    {
        await using var host = await SalaryTestHost.StartAsync();
        var table = Encoding.UTF8.GetBytes(MadeUpTables.Csv());
        var old = (await host.ImportAsync(WageTableFormat.OewsNational, "national_M2021.csv", table)).Model;
        var first = (await host.ImportAsync(WageTableFormat.OewsNational, "national_M2025.csv", table, old.Name)).Model;
        host.Time.Advance(TimeSpan.FromDays(60));
        Assert.Equal(first, (await host.ImportAsync(WageTableFormat.OewsNational, "national_M2025.csv", table, old.Name)).Model);

        await using var db = host.OpenDb();
        double TopCode(SalaryModel model) => ModelFile.Read(db.Models.Find(model.Name.Split('/')[1])!.File).WageTable.TopCode;
        Assert.Equal((208_000, 239_200), (TopCode(old), TopCode(first)));
    }

    [Fact]
    public async Task A_wrong_cell_is_named_and_nothing_is_kept()
    {
        await using var host = await SalaryTestHost.StartAsync();
        var e = await Assert.ThrowsAsync<RpcException>(async () =>
            await host.ImportAsync(
                WageTableFormat.CurrencyRates,
                "rates.csv",
                Encoding.UTF8.GetBytes("date,currency,per_usd\n2026-10-30,euro,0.9\n")
            )
        );
        Assert.Equal(StatusCode.InvalidArgument, e.StatusCode);
        Assert.Contains("rates.csv, line 2, column currency: \"euro\"", e.Status.Detail, StringComparison.Ordinal);
        Assert.Single((await host.Client.ListSalaryModelsAsync(new ListSalaryModelsRequest(), cancellationToken: Cancel)).Models);
    }

    [Fact]
    public async Task Comparing_tells_what_the_medians_buy_inside_the_country()
    {
        await using var host = await SalaryTestHost.StartAsync();
        var request = new ComparePayRequest
        {
            Query = Given.MlEngineer(Seniority.Senior, "San Francisco, CA"),
            OtherQuery = Given.MlEngineer(Seniority.Senior, "Texas"),
        };
        var answer = await host.Questions.ComparePayAsync(request, cancellationToken: Cancel);
        var power = answer.PurchasingPower;
        Assert.True(power.PriceLevel > 1.1 && power.OtherPriceLevel < 1.02);
        Assert.Equal(answer.Result.Estimate.Percentiles.P50.Units / power.PriceLevel, power.Median.Units, 20.0);
        Assert.True(power.Share > answer.Share);
        Assert.Contains("Bureau of Economic Analysis", power.Source, StringComparison.Ordinal);

        request.OtherQuery.Location = "Germany";
        var abroad = await host.Questions.ComparePayAsync(request, cancellationToken: Cancel);
        Assert.Equal("USD", abroad.Difference.CurrencyCode);
        Assert.Equal("USD", abroad.OtherResult.Estimate.Percentiles.P50.CurrencyCode);
        Assert.Null(abroad.PurchasingPower);
        Assert.Contains("price levels", abroad.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_published_area_wages_and_price_parities_are_read()
    {
        var prices = await File.ReadAllBytesAsync(Given.Data("oews/metro/bea_rpp_2024_metro.csv"), Cancel);
        var levels = Unpacked("oews/metro/oflc_wages_2025_26_area_soc_levels.csv.gz");
        await using var host = await SalaryTestHost.StartAsync();
        var rpp = await host.ImportAsync(WageTableFormat.RegionalPriceParities, "bea_rpp_2024_metro.csv", prices);
        Assert.Equal(("salaryModels/rpp-2024", 386), (rpp.Model.Name, rpp.RowCount));
        var oflc = await host.ImportAsync(WageTableFormat.OflcAreaLevels, "oflc_wages_2025_26.csv", levels, rpp.Model.Name);
        Assert.Equal(("salaryModels/oflc-2025", 56_710), (oflc.Model.Name, oflc.RowCount));
        var query = Given.Query("15-1252", Seniority.Senior, "San Francisco, CA");
        var answer = await host.Client.EstimateSalaryAsync(
            new EstimateSalaryRequest { Query = query, SalaryModel = oflc.Model.Name },
            cancellationToken: Cancel
        );
        Assert.Contains(
            "US Department of Labor",
            answer.Result.Estimate.Factors.Single(f => f.Kind == "place").Source,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Area_wages_bring_the_medians_of_Washingtons_areas_nearer()
    {
        var national = Given.Data("oews/national/national_M2022.csv");
        var washington = Given.Data("oews/oews_washington_2022.csv");
        using var table = File.OpenRead(national);
        using var levels = new MemoryStream(Unpacked("oews/metro/oflc_wages_2025_26_area_soc_levels.csv.gz"));
        var refined = ModelFile.Compile(ModelFile.Write(AreaLevelTable.Read(levels, Given.Model.Parameters, 2025).Model));
        var medians = OewsTable
            .Read(table)
            .Rows.Where(r => r is { Level: OccupationLevel.Detailed, P50: < WageRow.TopCode })
            .ToDictionary(r => r.Soc, r => r.P50!.Value, StringComparer.Ordinal);
        var (before, after) = (new List<double>(), new List<double>());
        using var file = File.OpenRead(washington);
        foreach (var row in NamedColumns.Read(file, "Area code", "SOC code", "50th Percentile"))
        {
            if (
                !double.TryParse(row.Text("50th Percentile"), CultureInfo.InvariantCulture, out var hourly)
                || !medians.TryGetValue(row.Text("SOC code"), out var median)
            )
            {
                continue;
            }
            if (refined.Places.Metros.FirstOrDefault(m => m.Code == row.Text("Area code")[^5..]) is not { } metro)
            {
                continue;
            }
            var occupation = refined.Occupations.Own(row.Text("SOC code"));
            if (occupation?.AreaFactors is not { } areas || !areas.TryGetValue(metro.Code, out var factor))
            {
                continue;
            }
            var group = metro.FactorOf(occupation);
            before.Add(Math.Abs(median * group / (hourly * 2080) - 1));
            after.Add(Math.Abs(median * group * factor / (hourly * 2080) - 1));
        }

        Assert.True(after.Count > 1_000);
        TestContext.Current.TestOutputHelper?.WriteLine(
            FormattableString.Invariant($"{before.Count} medians: {Median(before):0.0000} before, {Median(after):0.0000} after")
        );
        Assert.True(Median(after) < Median(before));
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static byte[] Unpacked(string path)
    {
        using var packed = new GZipStream(File.OpenRead(Given.Data(path)), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        packed.CopyTo(bytes);
        return bytes.ToArray();
    }
}
