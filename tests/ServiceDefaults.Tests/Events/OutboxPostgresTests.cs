using CareerRecs.ServiceDefaults.Events;
using CareerRecs.ServiceDefaults.Storage;
using CareerRecs.Testing.Servers;
using Microsoft.Extensions.Time.Testing;

namespace CareerRecs.ServiceDefaults.Tests.Events;

public sealed class OutboxPostgresTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_relays_share_the_work_and_keep_the_order_of_each_key()
    {
        await using var server = await PostgresServer.StartNewAsync(Cancel);
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 1, 12, 0, 0, TimeSpan.Zero));
        var databases = await TestDbFactory.PostgresAsync(server.ConnectionString("relays"), new OutboxInterceptor(clock));
        using var outbox = new OutboxFixture(databases, clock);
        outbox.Options.BatchSize = 2;
        await outbox.WriteAsync([
            .. from revision in Enumerable.Range(1, 3) from key in "abcd" select ($"{key}", (long)revision),
        ]);

        // The first relay is held while it publishes; the second must find what the first has not locked.
        var firstIsPublishing = new TaskCompletionSource();
        var letFirstGo = new TaskCompletionSource();
        var first = outbox
            .Sender(
                async (row, _) =>
                {
                    firstIsPublishing.TrySetResult();
                    await letFirstGo.Task;
                    outbox.Published.Enqueue($"{row.Key}@{row.Revision}");
                }
            )
            .SendDueAsync(Cancel);
        await firstIsPublishing.Task;

        await outbox.DrainAsync(Cancel);
        Assert.Equal(["c@1", "c@2", "c@3", "d@1", "d@2", "d@3"], outbox.Published.Order());

        letFirstGo.SetResult();
        Assert.Equal(2, await first);
        await Task.WhenAll(outbox.DrainAsync(Cancel), outbox.DrainAsync(Cancel));

        Assert.Equal(12, outbox.Published.Count);
        foreach (var key in "abcd")
        {
            Assert.Equal([$"{key}@1", $"{key}@2", $"{key}@3"], outbox.Published.Where(p => p[0] == key));
        }
    }

    [Fact]
    public async Task A_relay_that_dies_while_publishing_leaves_its_events_to_the_others()
    {
        await using var server = await PostgresServer.StartNewAsync(Cancel);
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 1, 12, 0, 0, TimeSpan.Zero));
        var databases = await TestDbFactory.PostgresAsync(server.ConnectionString("relays"), new OutboxInterceptor(clock));
        using var outbox = new OutboxFixture(databases, clock);
        await outbox.WriteAsync(("a", 1));

        using var death = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            outbox
                .Sender(
                    async (_, ct) =>
                    {
                        await death.CancelAsync();
                        ct.ThrowIfCancellationRequested();
                    }
                )
                .SendDueAsync(death.Token)
        );
        await outbox.DrainAsync(Cancel);

        Assert.Equal(["a@1"], outbox.Published);
    }

    [Fact]
    public async Task Of_two_replicas_with_one_revision_the_second_waits_and_drops_it()
    {
        await using var server = await PostgresServer.StartNewAsync(Cancel);
        var databases = await TestDbFactory.PostgresAsync(server.ConnectionString("consumers"));
        await using var one = databases.CreateDbContext();
        await using var two = databases.CreateDbContext();
        await using var first = await one.Database.BeginTransactionAsync(Cancel);
        await using var second = await two.Database.BeginTransactionAsync(Cancel);

        Assert.True(await AdvanceAsync(one, 5));
        var other = AdvanceAsync(two, 5);
        await first.CommitAsync(Cancel);

        Assert.False(await other);
        Assert.True(await AdvanceAsync(two, 6));
        Assert.False(await AdvanceAsync(two, 4));
    }

    private static Task<bool> AdvanceAsync(TestDb db, long revision) =>
        OutboxQueries.TryAdvanceAsync(
            db,
            new AppliedRevision
            {
                Consumer = "consumer",
                Owner = "acme",
                Key = "profiles/p",
                Revision = revision,
            },
            Cancel
        );
}
