using CareerRecs.Salary.Storage;
using CareerRecs.Salary.Tests;
using CareerRecs.Salary.V1;
using Google.Type;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.Salary.Tests.Import;

public sealed class ObservationImportTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rows_are_taken_in_once_and_a_repeat_changes_nothing()
    {
        await using var host = await SalaryTestHost.StartAsync();
        var first = await ImportAsync(host, "survey", [Row("a", 100_000), Row("b", 120_000), Row("a", 90_000)], [Row("c", 1)]);
        Assert.Equal((2, 1, 1), (first.AcceptedCount, first.DuplicateCount, first.RejectedCount));
        Assert.Equal((3, "c"), (first.Rejected[0].Index, first.Rejected[0].Id));

        var again = await ImportAsync(host, "survey", [Row("a", 999_999), Row("d", 80_000)]);
        Assert.Equal((1, 1, 0), (again.AcceptedCount, again.DuplicateCount, again.RejectedCount));
        var elsewhere = await ImportAsync(host, "another survey", [Row("a", 100_000)]);
        Assert.Equal(1, elsewhere.AcceptedCount);

        await using var db = host.OpenDb();
        var rows = await db.Observations.Where(o => o.Source == "survey").OrderBy(o => o.ObservationId).ToListAsync(Cancel);
        Assert.Equal(["a", "b", "d"], rows.Select(r => r.ObservationId));
        Assert.All(rows, r => Assert.Equal("local", r.Tenant));
        Assert.Equal(100_000, PayObservation.Parser.ParseFrom(rows[0].Message).Amount.Units);
    }

    [Fact]
    public async Task A_row_that_breaks_its_limits_is_set_aside_alone()
    {
        await using var host = await SalaryTestHost.StartAsync();
        var dated = Row("when", 100_000);
        dated.Observed = new Date
        {
            Year = -1,
            Month = 99,
            Day = 99,
        };

        var answer = await ImportAsync(
            host,
            "survey",
            [Row("a\0", 100_000), dated, new PayObservation { Id = "none", Title = "x" }, Row("good", 100_000)]
        );

        Assert.Equal((1, 3), (answer.AcceptedCount, answer.RejectedCount));
        Assert.Equal(
            ["id: must not", "observed: must be", "amount: is required"],
            answer.Rejected.Select(r => string.Join(' ', r.Reason.Split(' ')[..3]))
        );
    }

    [Fact]
    public async Task The_source_is_needed()
    {
        await using var host = await SalaryTestHost.StartAsync();
        var e = await Assert.ThrowsAsync<RpcException>(async () => await ImportAsync(host, "", [Row("a", 100_000)]));
        Assert.Equal(StatusCode.InvalidArgument, e.StatusCode);
    }

    [Fact]
    public async Task Rows_are_deleted_by_id_or_by_source_and_only_those_of_the_caller()
    {
        await using var host = await SalaryTestHost.StartAsync();
        await ImportAsync(host, "survey", [Row("a", 100_000), Row("b", 120_000), Row("c", 90_000)]);
        await ImportAsync(host, "another survey", [Row("a", 100_000)]);
        await using (var db = host.OpenDb())
        {
            db.Observations.Add(
                new ObservationRow
                {
                    Tenant = "other",
                    Source = "survey",
                    ObservationId = "a",
                }
            );
            await db.SaveChangesAsync(Cancel);
        }

        Assert.Equal(1, await DeleteAsync(host, "survey", "a", "never"));
        Assert.Equal(["another survey a", "other survey a", "survey b", "survey c"], await LeftAsync(host));
        Assert.Equal(2, await DeleteAsync(host, " survey "));
        Assert.Equal(0, await DeleteAsync(host, "survey"));
        Assert.Equal(["another survey a", "other survey a"], await LeftAsync(host));
        var e = await Assert.ThrowsAsync<RpcException>(() => DeleteAsync(host, ""));
        Assert.Equal(StatusCode.InvalidArgument, e.StatusCode);
    }

    private static async Task<long> DeleteAsync(SalaryTestHost host, string source, params string[] ids) =>
        (
            await host.Client.DeleteObservationsAsync(
                new DeleteObservationsRequest { Source = source, Ids = { ids } },
                cancellationToken: Cancel
            )
        ).DeletedCount;

    private static async Task<string[]> LeftAsync(SalaryTestHost host)
    {
        await using var db = host.OpenDb();
        var rows = await db.Observations.ToListAsync(Cancel);
        return
        [
            .. rows.Select(r => $"{(r.Tenant == "other" ? "other " : "")}{r.Source} {r.ObservationId}")
                .Order(StringComparer.Ordinal),
        ];
    }

    private static async Task<ImportObservationsResponse> ImportAsync(
        SalaryTestHost host,
        string source,
        params PayObservation[][] messages
    )
    {
        using var call = host.Client.ImportObservations(cancellationToken: Cancel);
        for (var i = 0; i < messages.Length; i++)
        {
            await call.RequestStream.WriteAsync(
                new ImportObservationsRequest { Source = i == 0 ? source : "", Observations = { messages[i] } },
                Cancel
            );
        }

        await call.RequestStream.CompleteAsync();
        return await call.ResponseAsync;
    }

    private static PayObservation Row(string id, long amount) =>
        new()
        {
            Id = id,
            Title = "Data Scientist",
            Amount = new Money { CurrencyCode = "USD", Units = amount },
        };
}
