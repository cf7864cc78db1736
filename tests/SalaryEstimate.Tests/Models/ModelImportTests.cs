using System.Security.Cryptography;
using System.Text;
using CareerRecs.Events.V1;
using CareerRecs.Salary.Tests;
using CareerRecs.Salary.V1;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using State = CareerRecs.Salary.V1.SalaryModel.Types.State;

namespace CareerRecs.Salary.Tests.Models;

public sealed class ModelImportTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_imported_table_is_a_candidate_that_answers_only_who_asks_for_it()
    {
        await using var host = await SalaryTestHost.StartAsync();
        var imported = await host.ImportAsync(MadeUpTables.Csv());
        Assert.Equal(("salaryModels/oews-2025", State.Candidate), (imported.Model.Name, imported.Model.State));
        Assert.Equal(59, imported.Model.OccupationCount);
        var query = Given.Query("15-2001");
        var asked = await host.Client.EstimateSalaryAsync(
            new EstimateSalaryRequest { Query = query, SalaryModel = imported.Model.Name },
            cancellationToken: Cancel
        );
        Assert.Equal("Made Up Occupation 1, US median 2025", asked.Result.Estimate.Factors[0].Label);
        var usual = await host.Client.EstimateSalaryAsync(new EstimateSalaryRequest { Query = query }, cancellationToken: Cancel);
        Assert.Equal("salaryModels/2026.11.4", usual.SalaryModel);
    }

    [Fact]
    public async Task Importing_a_table_again_gives_the_model_that_is_there_and_another_table_another_model()
    {
        await using var host = await SalaryTestHost.StartAsync();
        var first = await host.ImportAsync(MadeUpTables.Csv());
        var again = await host.ImportAsync(MadeUpTables.Csv());
        var other = await host.ImportAsync(MadeUpTables.Csv(scale: 1.1));
        Assert.Equal(first.Model, again.Model);
        Assert.Equal("salaryModels/oews-2025.2", other.Model.Name);
    }

    [Fact]
    public async Task A_wrong_file_is_refused_with_line_and_column_and_leaves_nothing()
    {
        await using var host = await SalaryTestHost.StartAsync();
        var e = await Assert.ThrowsAsync<RpcException>(async () =>
            await host.ImportAsync(MadeUpTables.Csv().Replace(",50000,", ",5o000,", StringComparison.Ordinal))
        );
        Assert.Equal(StatusCode.InvalidArgument, e.StatusCode);
        Assert.Contains("national_M2025.csv, line 2, column A_MEDIAN", e.Status.Detail, StringComparison.Ordinal);
        await using var db = host.OpenDb();
        Assert.Empty(await db.Models.ToListAsync(Cancel));
    }

    [Theory]
    [InlineData(1, "")] // a byte short
    [InlineData(0, "0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task A_file_that_is_not_what_its_header_says_is_refused(int missing, string digest)
    {
        await using var host = await SalaryTestHost.StartAsync();
        var e = await Assert.ThrowsAsync<RpcException>(async () => await host.ImportAsync(MadeUpTables.Csv(), missing, digest));
        Assert.Equal(StatusCode.InvalidArgument, e.StatusCode);
        Assert.Contains(missing > 0 ? "header.size_bytes" : "header.sha256", e.Status.Detail, StringComparison.Ordinal);
    }
}
