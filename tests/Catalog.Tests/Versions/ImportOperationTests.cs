using CareerRecs.Catalog.Storage;
using CareerRecs.Catalog.Tests.Hosting;
using CareerRecs.Catalog.V1;
using CareerRecs.Client;
using CareerRecs.LongRunning;
using CareerRecs.Testing.Servers;
using CareerRecs.Types.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.Catalog.Tests.Versions;

/// <summary>Imports that go on after the call.</summary>
public sealed class ImportOperationTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_import_as_an_operation_makes_the_draft()
    {
        await using var host = await CatalogTestHost.StartAsync();

        var name = await StartAsync(host, "1");
        var imported = await host.Operations.WaitForCompletionAsync<ImportVersionResponse>(name, cancellationToken: Cancel);

        Assert.Equal("catalogs/acme/versions/1", imported.Version.Name);
        Assert.Contains(imported.Report.Counters, counter => counter.Title == "bytes");
        var operation = await host.Operations.GetOperationAsync(
            new GetOperationRequest { Name = name },
            cancellationToken: Cancel
        );
        var metadata = operation.Metadata.Unpack<ImportVersionMetadata>();
        Assert.Equal(("catalogs/acme", ImportFormat.Onet), (metadata.Catalog, metadata.Format));
    }

    [Fact]
    public async Task A_file_that_arrives_damaged_is_refused_at_once()
    {
        await using var host = await CatalogTestHost.StartAsync();
        var file = TestImporter.File(Sample.Catalog("acme", "cook"));
        var header = Upload.Header("acme", "1", file);
        header.AsOperation = true;
        header.Sha256 = new string('0', 64);

        var refused = await Assert.ThrowsAsync<RpcException>(() => Upload.SendAsync(host, [], header, file));

        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
        Assert.Contains("header.sha256", refused.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_import_leaves_nothing_and_makes_room()
    {
        await using var host = await CatalogTestHost.StartAsync(null, ("Uploads:MaxConcurrent", "1"));
        var name = await StartAsync(host, TestImporter.Endless);
        var full = await Assert.ThrowsAsync<RpcException>(() => StartAsync(host, "1"));

        await host.Operations.CancelOperationAsync(new CancelOperationRequest { Name = name }, cancellationToken: Cancel);
        var cancelled = await Assert.ThrowsAsync<CareerRecsException>(() =>
            host.Operations.WaitForCompletionAsync<ImportVersionResponse>(name, cancellationToken: Cancel)
        );
        var next = await host.Operations.WaitForCompletionAsync<ImportVersionResponse>(
            await StartAsync(host, "1"),
            cancellationToken: Cancel
        );

        Assert.Equal(StatusCode.ResourceExhausted, full.StatusCode);
        Assert.Equal((StatusCode.Cancelled, ErrorReason.OperationCancelled), (cancelled.StatusCode, cancelled.Reason));
        var versions = await host.Versions.ListVersionsAsync(
            new ListVersionsRequest { Catalog = "catalogs/acme" },
            cancellationToken: Cancel
        );
        Assert.Equal(next.Version.Name, Assert.Single(versions.Versions).Name);
    }

    [Fact]
    public async Task An_import_whose_host_is_stopped_is_aborted()
    {
        using var folder = new TempFolder();
        string name;
        await using (var first = await CatalogTestHost.StartAsync(folder.Path))
        {
            name = await StartAsync(first, TestImporter.Endless);
        }
        await using var host = await CatalogTestHost.StartAsync(folder.Path);

        var failed = await Assert.ThrowsAsync<CareerRecsException>(() =>
            host.Operations.WaitForCompletionAsync<ImportVersionResponse>(name, cancellationToken: Cancel)
        );

        Assert.Equal((StatusCode.Aborted, ErrorReason.OperationAbandoned), (failed.StatusCode, failed.Reason));
    }

    [Fact]
    public async Task An_import_in_one_replica_is_waited_for_and_cancelled_in_another()
    {
        await using var server = await PostgresServer.StartNewAsync(Cancel);
        var database = server.ConnectionString("catalog");
        await using (var db = new PostgresCatalogDb(new DbContextOptionsBuilder<PostgresCatalogDb>().UseNpgsql(database).Options))
        {
            await db.Database.MigrateAsync(Cancel);
        }
        (string, string)[] settings =
        [
            ("Database:Provider", "Postgres"),
            ("Database:MigrateOnStart", "false"),
            ("ConnectionStrings:Catalog", database),
        ];
        await using var one = await CatalogTestHost.StartAsync(null, settings);
        await using var other = await CatalogTestHost.StartAsync(null, settings);

        var names = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            names.Insert(0, await StartAsync(one, $"{i}"));
            await other.Operations.WaitForCompletionAsync<ImportVersionResponse>(names[0], cancellationToken: Cancel);
        }
        var running = await StartAsync(one, TestImporter.Endless);
        var cancel = new CancelOperationRequest { Name = running };
        await other.Operations.CancelOperationAsync(cancel, cancellationToken: Cancel);
        await one.Operations.CancelOperationAsync(cancel, cancellationToken: Cancel);
        var cancelled = await Assert.ThrowsAsync<CareerRecsException>(() =>
            other.Operations.WaitForCompletionAsync<ImportVersionResponse>(running, cancellationToken: Cancel)
        );
        await other.Operations.DeleteOperationAsync(new DeleteOperationRequest { Name = running }, cancellationToken: Cancel);
        var listed = await other
            .Operations.EnumerateOperationsAsync(new ListOperationsRequest { PageSize = 1 }, Cancel)
            .Select(operation => operation.Name)
            .ToListAsync(Cancel);

        Assert.Equal(ErrorReason.OperationCancelled, cancelled.Reason);
        Assert.Equal(names, listed);
    }

    private static async Task<string> StartAsync(CatalogTestHost host, string version)
    {
        var file = TestImporter.File(Sample.Catalog("acme", "cook"));
        var header = Upload.Header("acme", version, file);
        header.AsOperation = true;
        return (await Upload.SendAsync(host, [], header, file)).Operation;
    }
}
