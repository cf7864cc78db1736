using CareerRecs.Client;
using CareerRecs.Matching.V1;
using Grpc.Core;

namespace CareerRecs.EndToEnd.Tests.Cluster;

/// <summary>Callers of matching by CareerRecs.Client: reads, upserts and creates without end.</summary>
public sealed class SharpCallers : IAsyncDisposable
{
    private const int Callers = 3;

    private readonly CareerRecsClient _client;
    private readonly string _catalog;
    private readonly CancellationTokenSource _done;
    private readonly Task _load;

    /// <summary>Begins to call.</summary>
    public SharpCallers(CareerRecsClient client, string catalog, CancellationToken cancellationToken)
    {
        (_client, _catalog) = (client, catalog);
        _done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _load = Task.WhenAll(
            Enumerable.Range(0, Callers).Select(caller => Task.Run(() => RunAsync(caller, cancellationToken), cancellationToken))
        );
    }

    /// <summary>What they were told.</summary>
    public CallLog Log { get; } = new("CareerRecs.Client");

    /// <summary>Lets the calls under way end, and makes no more.</summary>
    public async Task StopAsync()
    {
        await _done.CancelAsync();
        await _load;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _done.CancelAsync();
        await ((Task)_load).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _done.Dispose();
    }

    private async Task RunAsync(int caller, CancellationToken cancellationToken)
    {
        for (var i = 0; !_done.IsCancellationRequested; i++)
        {
            // Each question is new, so each is worked out.
            var question = new RecommendRolesRequest { Subject = People.Number((i * Callers) + caller), Catalog = _catalog };
            await TryAsync(
                async () => await _client.Matching.RecommendRolesAsync(question, cancellationToken: cancellationToken),
                Log.AddAnswer
            );

            var upserted = People.Profile("Python", "SQL");
            upserted.ExternalId = $"upserted-{caller}-{i}";
            var upsert = new UpsertProfilesRequest { Profiles = { upserted } };
            await TryAsync(
                async () =>
                    Assert.Null(
                        (await _client.Profiles.UpsertProfilesAsync(upsert, cancellationToken: cancellationToken))
                            .Results[0]
                            .Status
                    ),
                () => Log.AddStored(upserted.ExternalId)
            );

            var created = People.Profile("Java", "Linux");
            created.ExternalId = $"created-{caller}-{i}";
            var create = new CreateProfileRequest { Subject = new Subject { InlineProfile = created } };
            await TryAsync(
                async () => await _client.Profiles.CreateProfileAsync(create, cancellationToken: cancellationToken),
                () => Log.AddStored(created.ExternalId)
            );
        }
    }

    private async Task TryAsync(Func<Task> call, Action note)
    {
        try
        {
            await call();
            note();
        }
        catch (RpcException e)
        {
            Log.Failures.Enqueue($"{e.Status.StatusCode} {e.Message} ({e.Status.DebugException?.Message})");
        }
    }
}
