using System.Security.Cryptography;
using System.Text;
using CareerRecs.Events.V1;
using CareerRecs.Salary.Models;
using CareerRecs.Salary.Storage;
using CareerRecs.Salary.Tests;
using CareerRecs.Salary.V1;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Events;
using CareerRecs.ServiceDefaults.Storage;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using State = CareerRecs.Salary.V1.SalaryModel.Types.State;

namespace CareerRecs.Salary.Tests.Models;

public sealed class ModelTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_activation_fails_where_the_file_is_dropped_at_the_same_time()
    {
        await using var host = await SalaryTestHost.StartAsync();
        await using var activating = host.OpenDb();
        await using var pruning = host.OpenDb();
        activating.Models.Add(new ModelRow { Id = "old" });
        await activating.SaveChangesAsync(Cancel);
        activating.Models.Local.Single().Revision = 1;
        await pruning.Models.ExecuteUpdateAsync(m => m.SetProperty(row => row.IsKept, false), Cancel);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => activating.SaveChangesAsync(Cancel));
    }

    [Fact]
    public async Task The_shipped_model_is_listed_as_active_before_anything_was_written()
    {
        await using var host = await SalaryTestHost.StartAsync();
        var model = Assert.Single(
            (await host.Client.ListSalaryModelsAsync(new ListSalaryModelsRequest(), cancellationToken: Cancel)).Models
        );
        Assert.Equal(("salaryModels/2026.11.4", State.Active), (model.Name, model.State));
        Assert.Equal(64, model.Digest.Length);
        Assert.Contains("Not measured", model.ModelCard, StringComparison.Ordinal);
        await using var db = host.OpenDb();
        Assert.Empty(await db.Models.ToListAsync(Cancel));
    }

    [Fact]
    public async Task Activating_swaps_the_model_and_leaves_audit_and_event()
    {
        await using var host = await SalaryTestHost.StartAsync();
        var candidate = (await host.ImportAsync(MadeUpTables.Csv())).Model;
        var activated = await host.Client.ActivateSalaryModelAsync(
            new ActivateSalaryModelRequest
            {
                Name = candidate.Name,
                Etag = candidate.Etag,
                Reason = "new table",
            },
            cancellationToken: Cancel
        );
        Assert.Equal((State.Active, 1), (activated.Model.State, activated.Model.Revision));
        Assert.Equal("salaryModels/2026.11.4", activated.PreviousModel);

        var answer = await host.Client.EstimateSalaryAsync(
            new EstimateSalaryRequest { Query = Given.Query("15-2001") },
            cancellationToken: Cancel
        );
        Assert.Equal(candidate.Name, answer.SalaryModel);
        var models = (await host.Client.ListSalaryModelsAsync(new ListSalaryModelsRequest(), cancellationToken: Cancel)).Models;
        Assert.Equal(
            [(candidate.Name, State.Active), ("salaryModels/2026.11.4", State.Superseded)],
            models.Select(m => (m.Name, m.State))
        );

        await using var db = host.OpenDb();
        var audit = await db.Audit.SingleAsync(Cancel);
        Assert.Equal(("oews-2025", "2026.11.4", "new table", 1), (audit.ModelId, audit.PreviousId, audit.Reason, audit.Revision));
        var entry = Assert.Single(
            (
                await host.Client.ListSalaryAuditEntriesAsync(new ListSalaryAuditEntriesRequest(), cancellationToken: Cancel)
            ).Entries
        );
        Assert.Equal(
            (candidate.Name, "salaryModels/2026.11.4", "local", "new table", 1),
            (entry.Model, entry.PreviousModel, entry.Actor, entry.Reason, entry.Revision)
        );
        Assert.Equal(host.Time.GetUtcNow(), entry.Time.ToDateTimeOffset());
        var outbox = await db.Outbox.SingleAsync(Cancel);
        Assert.Equal(("shared", "salaryModels"), (outbox.Owner, outbox.Key));
        Assert.Contains("salaryModels/oews-2025", outbox.Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_activation_that_is_committed_stands_though_the_database_is_lost_right_after_it()
    {
        await using var host = await SalaryTestHost.StartAsync();
        var candidate = (await host.ImportAsync(MadeUpTables.Csv())).Model;
        using var cutOff = new ModelSet(new LostDatabases());
        var activation = new ModelActivation(
            host.Get<IDbContextFactory<SalaryDb>>(),
            cutOff,
            host.Get<ModelStore>(),
            host.Time,
            NullLogger<ModelActivation>.Instance
        );
        var activated = await activation.ActivateAsync(
            new ActivateSalaryModelRequest { Name = candidate.Name },
            Caller.Local,
            Cancel
        );
        Assert.Equal((candidate.Name, State.Active), (activated.Model.Name, activated.Model.State));

        await host.Get<ModelSet>().RefreshAsync(Cancel);
        Assert.Equal(candidate.Name, host.Get<ModelSet>().Active.Name);
    }

    [Fact]
    public async Task Rolling_back_to_the_shipped_model_is_an_activation_too()
    {
        await using var host = await SalaryTestHost.StartAsync();
        var candidate = (await host.ImportAsync(MadeUpTables.Csv())).Model;
        await host.Client.ActivateSalaryModelAsync(
            new ActivateSalaryModelRequest { Name = candidate.Name },
            cancellationToken: Cancel
        );
        var back = await host.Client.ActivateSalaryModelAsync(
            new ActivateSalaryModelRequest { Name = "salaryModels/2026.11.4" },
            cancellationToken: Cancel
        );
        Assert.Equal(2, back.Model.Revision);
        var answer = await host.Client.EstimateSalaryAsync(
            new EstimateSalaryRequest { Query = Given.MlEngineer() },
            cancellationToken: Cancel
        );
        Assert.Equal("salaryModels/2026.11.4", answer.SalaryModel);
    }

    [Fact]
    public async Task A_model_is_read_by_its_name_and_a_page_behind_none_is_refused()
    {
        await using var host = await SalaryTestHost.StartAsync();
        var listed = await host.Client.ListSalaryModelsAsync(new ListSalaryModelsRequest(), cancellationToken: Cancel);
        var request = new GetSalaryModelRequest { Name = listed.Models[0].Name };

        var read = await host.Client.GetSalaryModelAsync(request, cancellationToken: Cancel);
        var stale = await Assert.ThrowsAsync<RpcException>(async () =>
            await host.Client.ListSalaryModelsAsync(
                new ListSalaryModelsRequest { PageToken = Paging.EncodeLast("salaryModels", "gone") },
                cancellationToken: Cancel
            )
        );
        request.Name = "salaryModels/none";
        var refused = await Assert.ThrowsAsync<RpcException>(async () =>
            await host.Client.GetSalaryModelAsync(request, cancellationToken: Cancel)
        );

        Assert.Equal(listed.Models[0], read.Model);
        Assert.Equal(StatusCode.InvalidArgument, stale.StatusCode);
        Assert.Equal(StatusCode.NotFound, refused.StatusCode);
    }

    [Fact]
    public async Task The_audit_is_listed_newest_first_in_pages()
    {
        await using var host = await SalaryTestHost.StartAsync();
        var candidate = (await host.ImportAsync(MadeUpTables.Csv())).Model.Name;
        foreach (var name in new[] { candidate, "salaryModels/2026.11.4", candidate })
        {
            await host.Client.ActivateSalaryModelAsync(
                new ActivateSalaryModelRequest { Name = name, Reason = $"to {name}" },
                cancellationToken: Cancel
            );
        }

        var first = await host.Client.ListSalaryAuditEntriesAsync(
            new ListSalaryAuditEntriesRequest { PageSize = 2 },
            cancellationToken: Cancel
        );
        var second = await host.Client.ListSalaryAuditEntriesAsync(
            new ListSalaryAuditEntriesRequest { PageSize = 2, PageToken = first.NextPageToken },
            cancellationToken: Cancel
        );

        Assert.Equal([3, 2, 1], first.Entries.Concat(second.Entries).Select(e => e.Revision));
        Assert.Equal("", second.NextPageToken);
        var refused = await Assert.ThrowsAsync<RpcException>(async () =>
            await host.Client.ListSalaryAuditEntriesAsync(
                new ListSalaryAuditEntriesRequest { PageToken = "eA" },
                cancellationToken: Cancel
            )
        );
        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
    }

    [Fact]
    public async Task Another_replica_follows_once_it_is_told()
    {
        await using var host = await SalaryTestHost.StartAsync();
        await using var replica = await SalaryTestHost.StartAsync(replicaOf: host);
        var candidate = (await host.ImportAsync(MadeUpTables.Csv())).Model;
        var activated = await host.Client.ActivateSalaryModelAsync(
            new ActivateSalaryModelRequest { Name = candidate.Name },
            cancellationToken: Cancel
        );
        var news = new SalaryModelActivated { Model = candidate.Name, Digest = candidate.Digest };
        await replica
            .Get<ModelActivatedHandler>()
            .HandleAsync(
                new EventContext<SalaryModelActivated>(
                    Guid.NewGuid(),
                    "shared",
                    "salaryModels",
                    activated.Model.Revision,
                    host.Time.GetUtcNow(),
                    news
                ),
                Cancel
            );
        var answer = await replica.Client.EstimateSalaryAsync(
            new EstimateSalaryRequest { Query = Given.Query("15-2001") },
            cancellationToken: Cancel
        );
        Assert.Equal(candidate.Name, answer.SalaryModel);
    }

    [Fact]
    public async Task A_replica_that_starts_later_answers_with_the_active_model_from_its_first_call()
    {
        await using var host = await SalaryTestHost.StartAsync();
        var candidate = (await host.ImportAsync(MadeUpTables.Csv())).Model;
        await host.Client.ActivateSalaryModelAsync(
            new ActivateSalaryModelRequest { Name = candidate.Name },
            cancellationToken: Cancel
        );
        await using var later = await SalaryTestHost.StartAsync(replicaOf: host);
        var answer = await later.Client.EstimateSalaryAsync(
            new EstimateSalaryRequest { Query = Given.Query("15-2001") },
            cancellationToken: Cancel
        );
        Assert.Equal(candidate.Name, answer.SalaryModel);
    }

    [Fact]
    public async Task A_stale_etag_aborts()
    {
        await using var host = await SalaryTestHost.StartAsync();
        var candidate = (await host.ImportAsync(MadeUpTables.Csv())).Model;
        var request = new ActivateSalaryModelRequest { Name = candidate.Name, Etag = "x" };
        var e = await Assert.ThrowsAsync<RpcException>(async () =>
            await host.Client.ActivateSalaryModelAsync(request, cancellationToken: Cancel)
        );
        Assert.Equal(StatusCode.Aborted, e.StatusCode);
    }

    [Fact]
    public async Task A_model_that_is_no_longer_kept_is_a_failed_precondition()
    {
        await using var host = await SalaryTestHost.StartAsync(new() { ["Salary:KeptModels"] = "1" });
        var old = (await host.ImportAsync(MadeUpTables.Csv())).Model.Name;
        host.Time.Advance(TimeSpan.FromSeconds(1));
        await host.ImportAsync(MadeUpTables.Csv(scale: 1.1));
        var request = new EstimateSalaryRequest { Query = Given.MlEngineer(), SalaryModel = old };
        var e = await Assert.ThrowsAsync<RpcException>(async () =>
            await host.Client.EstimateSalaryAsync(request, cancellationToken: Cancel)
        );
        Assert.Equal(StatusCode.FailedPrecondition, e.StatusCode);
    }

    private sealed class LostDatabases : IDbContextFactory<SalaryDb>
    {
        public SalaryDb CreateDbContext() => throw new TimeoutException("lost");
    }
}
