using CareerRecs.Catalog.Storage;
using CareerRecs.Catalog.Tests.Hosting;
using CareerRecs.Catalog.V1;
using CareerRecs.Testing.Servers;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using State = CareerRecs.Catalog.V1.CatalogVersion.Types.State;

namespace CareerRecs.Catalog.Tests.Versions;

/// <summary>What only shows where several replicas write to one server.</summary>
public sealed class PostgresTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Replicas_that_start_and_activate_at_once_agree_on_one_order()
    {
        await using var server = await PostgresServer.StartNewAsync(Cancel);
        // Replicas do not migrate; somebody did before.
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
        var starts = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => CatalogTestHost.StartAsync(null, settings)));
        await using var one = starts[0];
        await using var other = starts[1];

        var builtIn = await one.Versions.ListVersionsAsync(
            new ListVersionsRequest { Catalog = "catalogs/builtin" },
            cancellationToken: Cancel
        );
        Assert.Equal((State.Active, 1), (Assert.Single(builtIn.Versions).State, builtIn.Versions[0].Revision));

        var caller = CatalogTestHost.As("race");
        var drafts = new List<CatalogVersion>();
        for (var i = 0; i < 6; i++)
        {
            drafts.Add(await one.ImportAsync(caller, "acme", $"{i}", Sample.Catalog("acme", "cook")));
        }
        var outcomes = await Task.WhenAll(
            drafts.Select((draft, i) => OutcomeAsync(i % 2 == 0 ? one : other, caller, draft.Name))
        );

        Assert.All(outcomes, outcome => Assert.True(outcome is StatusCode.OK or StatusCode.Aborted, outcome.ToString()));
        var versions = await other.Versions.ListVersionsAsync(
            new ListVersionsRequest { Catalog = "catalogs/acme" },
            caller,
            cancellationToken: Cancel
        );
        var active = Assert.Single(versions.Versions, version => version.State == State.Active);
        Assert.Equal(outcomes.Count(outcome => outcome == StatusCode.OK), active.Revision);
        await other.Versions.DeleteVersionAsync(
            new DeleteVersionRequest
            {
                Name = (await other.ImportAsync(caller, "acme", "7", Sample.Catalog("acme", "cook"))).Name,
            },
            caller,
            cancellationToken: Cancel
        );
    }

    private static async Task<StatusCode> OutcomeAsync(CatalogTestHost host, Metadata caller, string version)
    {
        try
        {
            await host.ActivateAsync(caller, version);
            return StatusCode.OK;
        }
        catch (RpcException e)
        {
            return e.StatusCode;
        }
    }
}
