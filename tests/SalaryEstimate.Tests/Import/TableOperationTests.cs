using System.Text;
using CareerRecs.Client;
using CareerRecs.LongRunning;
using CareerRecs.Salary.Storage;
using CareerRecs.Salary.Tests;
using CareerRecs.Salary.TrainingRuns;
using CareerRecs.Salary.V1;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Operations;
using CareerRecs.Types.V1;
using Grpc.Core;

namespace CareerRecs.Salary.Tests.Import;

/// <summary>Imports of wage tables that go on after the call.</summary>
public sealed class TableOperationTests
{
    private static readonly byte[] Wages = Encoding.UTF8.GetBytes(
        "country,soc_code,currency,p50,year,source\nDE,29-1141,EUR,42000,2024,Made Up Office\n"
    );

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_import_as_an_operation_makes_the_same_model()
    {
        await using var host = await SalaryTestHost.StartAsync();

        var started = await host.ImportAsync(WageTableFormat.Generic, "wages.csv", Wages, asOperation: true);
        var ended = await host.CompleteAsync<ImportWageTableResponse>(started.Operation);

        Assert.Null(started.Model);
        Assert.Equal(("salaryModels/wages-de-2024", 1), (ended.Model.Name, ended.RowCount));
        Assert.Equal(ended, await host.ImportAsync(WageTableFormat.Generic, "wages.csv", Wages));
        var metadata = (await host.GetOperationAsync(started.Operation)).Metadata.Unpack<ImportWageTableMetadata>();
        Assert.Equal((WageTableFormat.Generic, Wages.Length), (metadata.Format, metadata.SizeBytes));
    }

    [Fact]
    public async Task A_wrong_table_fails_its_operation_with_the_error_of_the_call()
    {
        await using var host = await SalaryTestHost.StartAsync();
        var wrong = Encoding.UTF8.GetBytes("country,soc_code\nDE,29-1141\n");
        var refused = await Assert.ThrowsAsync<RpcException>(() => host.ImportAsync(WageTableFormat.Generic, "wages.csv", wrong));

        var started = await host.ImportAsync(WageTableFormat.Generic, "wages.csv", wrong, asOperation: true);
        var failed = await Assert.ThrowsAsync<CareerRecsException>(() =>
            host.CompleteAsync<ImportWageTableResponse>(started.Operation)
        );

        Assert.Equal((refused.StatusCode, refused.Status.Detail), (failed.StatusCode, failed.Status.Detail));
        Assert.Equal(ErrorReason.InvalidFields, failed.Reason);
    }

    [Fact]
    public async Task Operations_are_listed_kind_after_kind_and_deleted_once_they_have_ended()
    {
        await using var host = await SalaryTestHost.StartAsync();
        var training = (await host.Get<TrainingRows>().StartAsync("local", "elsewhere", Cancel))!;
        var names = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            host.Time.Advance(TimeSpan.FromSeconds(1));
            var started = await host.ImportAsync(WageTableFormat.Generic, "wages.csv", Wages, asOperation: true);
            await host.CompleteAsync<ImportWageTableResponse>(started.Operation);
            names.Add(started.Operation);
        }
        names.Reverse();

        var all = await ListAsync(host, "operations");
        await host.Operations.DeleteOperationAsync(new DeleteOperationRequest { Name = names[0] }, cancellationToken: Cancel);
        var rest = await ListAsync(host, "operations/salary");
        var wrongToken = await Assert.ThrowsAsync<RpcException>(async () =>
            await host.Operations.ListOperationsAsync(
                new ListOperationsRequest { Name = "operations/salary", PageToken = "bm9uc2Vuc2U" },
                cancellationToken: Cancel
            )
        );

        Assert.Equal([.. names, $"operations/salary/{training.Id}"], all);
        Assert.Equal([.. names.Skip(1), $"operations/salary/{training.Id}"], rest);
        Assert.Empty(await ListAsync(host, "operations/catalog"));
        Assert.Equal(StatusCode.InvalidArgument, wrongToken.StatusCode);
    }

    [Fact]
    public async Task One_whose_process_died_is_aborted_and_only_then_deleted()
    {
        await using var host = await SalaryTestHost.StartAsync();
        var rows = host.Get<OperationRows<SalaryDb>>();
        var row = await rows.AddAsync("local", Scopes.Operator, new ImportWageTableMetadata(), Cancel);
        var name = $"operations/salary/{row.Id}";
        var delete = new DeleteOperationRequest { Name = name };

        var running = await Assert.ThrowsAsync<RpcException>(async () =>
            await host.Operations.DeleteOperationAsync(delete, cancellationToken: Cancel)
        );
        host.Time.Advance(OperationRows<SalaryDb>.Lease * 1.1);
        var failed = Assert.Throws<CareerRecsException>(
            (await host.GetOperationAsync(name)).GetResponse<ImportWageTableResponse>
        );
        await host.Operations.DeleteOperationAsync(delete, cancellationToken: Cancel);
        var gone = await Assert.ThrowsAsync<RpcException>(() => host.GetOperationAsync(name));

        Assert.Equal(ErrorReason.OperationRunning, CareerRecsException.From(running).Reason);
        Assert.Equal((StatusCode.Aborted, ErrorReason.OperationAbandoned), (failed.StatusCode, failed.Reason));
        Assert.Equal(StatusCode.NotFound, gone.StatusCode);
        Assert.Equal(Pulse.Ended, await rows.ReportAsync(row.Id, new ImportWageTableMetadata(), Cancel));
    }

    [Fact]
    public async Task Cancelling_in_one_process_reaches_another_at_its_next_sign_of_life()
    {
        await using var host = await SalaryTestHost.StartAsync();
        await using var replica = await SalaryTestHost.StartAsync(replicaOf: host);
        var entered = new TaskCompletionSource();
        var work = new OperationWork(
            "local",
            Scopes.Operator,
            () => new ImportWageTableMetadata(),
            new MemoryStream(),
            async token =>
            {
                entered.SetResult();
                await Task.Delay(Timeout.Infinite, token);
                return new ImportWageTableResponse();
            }
        );
        var name = await host.Get<OperationRunner<SalaryDb>>().StartAsync(work, Cancel);
        await entered.Task.WaitAsync(Cancel);

        await replica.Operations.CancelOperationAsync(new CancelOperationRequest { Name = name }, cancellationToken: Cancel);
        Assert.False((await replica.GetOperationAsync(name)).Done);
        var cancelled = await Assert.ThrowsAsync<CareerRecsException>(() => host.CompleteAsync<ImportWageTableResponse>(name));

        Assert.Equal((StatusCode.Cancelled, ErrorReason.OperationCancelled), (cancelled.StatusCode, cancelled.Reason));
    }

    [Fact]
    public async Task A_sign_of_life_shows_how_far_the_work_is()
    {
        await using var host = await SalaryTestHost.StartAsync();
        long read = 0;
        var work = new OperationWork(
            "local",
            Scopes.Operator,
            () => new ImportWageTableMetadata { SizeBytes = 100, BytesRead = Interlocked.Read(ref read) },
            new MemoryStream(),
            async token =>
            {
                await Task.Delay(Timeout.Infinite, token);
                return new ImportWageTableResponse();
            }
        );
        var name = await host.Get<OperationRunner<SalaryDb>>().StartAsync(work, Cancel);
        Assert.Equal(0, await ReadProgressAsync(host, name));

        Interlocked.Exchange(ref read, 40);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (await ReadProgressAsync(host, name) != 40 && await timer.WaitForNextTickAsync(Cancel))
        {
            host.Time.Advance(OperationRows<SalaryDb>.Heartbeat);
        }
        Interlocked.Exchange(ref read, 70);
        await host.Operations.CancelOperationAsync(new CancelOperationRequest { Name = name }, cancellationToken: Cancel);
        await Assert.ThrowsAsync<CareerRecsException>(() => host.CompleteAsync<ImportWageTableResponse>(name));

        Assert.Equal(70, await ReadProgressAsync(host, name));
    }

    private static async Task<long> ReadProgressAsync(SalaryTestHost host, string name) =>
        (await host.GetOperationAsync(name)).Metadata.Unpack<ImportWageTableMetadata>().BytesRead;

    private static async Task<List<string>> ListAsync(SalaryTestHost host, string collection) =>
        await host
            .Operations.EnumerateOperationsAsync(new ListOperationsRequest { Name = collection, PageSize = 2 }, Cancel)
            .Select(operation => operation.Name)
            .ToListAsync(Cancel);
}
