using CareerRecs.ServiceDefaults.Events;
using Microsoft.Extensions.Time.Testing;

namespace CareerRecs.ServiceDefaults.Tests.Events;

public sealed class OutboxSenderTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("careerrecs-outbox-").FullName;
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 1, 12, 0, 0, TimeSpan.Zero));
    private OutboxFixture _outbox = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        _outbox = new OutboxFixture(
            await TestDbFactory.SqliteAsync(Path.Combine(_folder, "test.db"), new OutboxInterceptor(_clock)),
            _clock
        );

    public ValueTask DisposeAsync()
    {
        _outbox.Dispose();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Events_of_a_key_are_published_in_the_order_they_were_written()
    {
        await _outbox.WriteAsync(("a", 1), ("b", 1), ("a", 2), ("a", 3), ("b", 2));

        await _outbox.DrainAsync(Cancel);

        Assert.Equal(["a@1", "a@2", "a@3"], _outbox.Published.Where(p => p[0] == 'a'));
        Assert.Equal(["b@1", "b@2"], _outbox.Published.Where(p => p[0] == 'b'));
    }

    [Fact]
    public async Task A_batch_holds_one_event_of_a_key()
    {
        await _outbox.WriteAsync(("a", 1), ("a", 2), ("b", 1));

        Assert.Equal(2, await _outbox.Sender().SendDueAsync(Cancel));
        Assert.Equal(1, await _outbox.Sender().SendDueAsync(Cancel));
        Assert.Equal(0, await _outbox.Sender().SendDueAsync(Cancel));
    }

    [Fact]
    public async Task An_event_that_waits_holds_back_its_own_key_alone()
    {
        await _outbox.WriteAsync(("a", 1), ("a", 2), ("b", 1));
        _outbox.Failing["a"] = new InvalidOperationException();

        await _outbox.DrainAsync(Cancel);
        Assert.Equal(["b@1"], _outbox.Published);

        _outbox.Failing.Clear();
        await _outbox.DrainAsync(Cancel);
        Assert.Equal(["b@1"], _outbox.Published);

        _clock.Advance(TimeSpan.FromSeconds(2));
        await _outbox.DrainAsync(Cancel);
        Assert.Equal(["b@1", "a@1", "a@2"], _outbox.Published);
    }

    [Fact]
    public async Task An_event_that_keeps_failing_is_parked_and_holds_back_its_own_key_alone()
    {
        await _outbox.WriteAsync(("a", 1), ("a", 2), ("b", 1));
        _outbox.Failing["a"] = new InvalidOperationException("a text with a person's name");

        for (var attempt = 0; attempt < _outbox.Options.MaxAttempts; attempt++)
        {
            await _outbox.DrainAsync(Cancel);
            _clock.Advance(_outbox.Options.MaxBackoff);
        }

        _outbox.Failing.Clear();
        await _outbox.WriteAsync(("b", 2));
        await _outbox.DrainAsync(Cancel);

        Assert.Equal(["b@1", "b@2"], _outbox.Published);
        var parked = await _outbox.RowAsync("a", 1);
        Assert.NotNull(parked.ParkedAt);
        Assert.Equal("InvalidOperationException", parked.LastError);
        Assert.Equal(new Backlog(2, 1, parked.OccurredAt), await _outbox.Sender().LookAsync(Cancel));
    }

    [Fact]
    public async Task A_broker_that_is_away_parks_nothing_however_long()
    {
        await _outbox.WriteAsync(("a", 1));
        _outbox.Failing["a"] = new OperationCanceledException();
        for (var attempt = 0; attempt < 50; attempt++)
        {
            await _outbox.DrainAsync(Cancel);
            _clock.Advance(_outbox.Options.MaxBackoff);
        }

        _outbox.Failing.Clear();
        await _outbox.DrainAsync(Cancel);

        Assert.Equal(["a@1"], _outbox.Published);
    }

    [Fact]
    public async Task A_broker_that_does_not_confirm_is_given_up_after_the_timeout()
    {
        await _outbox.WriteAsync(("a", 1));
        var called = new TaskCompletionSource();

        var sending = _outbox
            .Sender(
                async (_, ct) =>
                {
                    called.SetResult();
                    await Task.Delay(Timeout.InfiniteTimeSpan, ct);
                }
            )
            .SendDueAsync(Cancel);
        await called.Task;
        _clock.Advance(_outbox.Options.PublishTimeout);

        Assert.Equal(0, await sending);
        Assert.Null((await _outbox.RowAsync("a", 1)).SentAt);
    }

    [Fact]
    public async Task An_event_is_published_only_if_its_transaction_is_committed()
    {
        await using (var db = _outbox.Databases.CreateDbContext())
        {
            await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
            db.Enqueue("acme", "a", 1, new CareerRecs.Events.V1.ProfileErased { Profile = "a" });
            await db.SaveChangesAsync(Cancel);
        }

        await _outbox.DrainAsync(Cancel);

        Assert.Empty(_outbox.Published);
    }

    [Fact]
    public async Task What_was_sent_stays_a_day()
    {
        await _outbox.WriteAsync(("a", 1));
        await _outbox.DrainAsync(Cancel);

        _clock.Advance(TimeSpan.FromHours(23));
        await _outbox.Sender().TrimAsync(Cancel);
        Assert.Equal(_clock.Start, (await _outbox.RowAsync("a", 1)).OccurredAt);

        _clock.Advance(TimeSpan.FromHours(2));
        await _outbox.Sender().TrimAsync(Cancel);
        await using var db = _outbox.Databases.CreateDbContext();
        Assert.Empty(db.Outbox);
    }

    [Fact]
    public async Task The_age_of_the_oldest_unsent_event_is_measured()
    {
        await _outbox.WriteAsync(("a", 1));
        _clock.Advance(TimeSpan.FromSeconds(90));
        await _outbox.WriteAsync(("b", 1));

        var backlog = await _outbox.Sender().LookAsync(Cancel);

        Assert.Equal(TimeSpan.FromSeconds(90), backlog.Age(_clock.GetUtcNow()));
        Assert.Equal(2, _outbox.Metrics.Backlogs["TestDb"].Unsent);
    }
}
