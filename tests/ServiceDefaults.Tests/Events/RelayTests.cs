using CareerRecs.Events.V1;
using CareerRecs.ServiceDefaults.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

// They do, through Cancel.
#pragma warning disable xUnit1069

namespace CareerRecs.ServiceDefaults.Tests.Events;

public sealed class RelayTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 1, 12, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory(Timeout = 60_000)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_commit_wakes_the_relay_without_the_clock_moving(bool inTransaction)
    {
        await using var host = await BusHost.StartAsync(b => b.AddEventHandler<ProfileChanged, Inbox<ProfileChanged>>(), _clock);
        // A bus that is slow to come up is tried again when the clock moves, which here it does not.
        Assert.True(await host.Services.GetRequiredService<EventBus>().StartsWithinAsync(TimeSpan.FromMinutes(1), Cancel));

        await using (var db = await BusHost.CreateDbAsync(host))
        {
            await using var transaction = inTransaction ? await db.Database.BeginTransactionAsync(Cancel) : null;
            db.Enqueue("acme", "p", 1, new ProfileChanged());
            await db.SaveChangesAsync(Cancel);
            if (transaction is not null)
            {
                await transaction.CommitAsync(Cancel);
            }
        }

        var received = await host.Services.GetRequiredService<Inbox<ProfileChanged>>().ReadAsync(Cancel);
        Assert.Equal(_clock.Start, received.OccurredAt);
    }

    [Fact(Timeout = 60_000)]
    public async Task What_another_process_wrote_is_found_within_a_second_and_read_for_what_is_known_of_it()
    {
        await using var host = await BusHost.StartAsync(b => b.AddEventHandler<ProfileChanged, Inbox<ProfileChanged>>(), _clock);
        await using (var db = await BusHost.CreateDbAsync(host))
        {
            // Past the interceptor, as another process would; and by a newer build, whose event has a field more.
            await db.Database.ExecuteSqlAsync(
                $$"""
                INSERT INTO "Outbox"
                    ("Owner", "Key", "EventType", "EventId", "Revision", "OccurredAt", "Json", "Attempts", "NextAttemptAt")
                VALUES ('acme', 'p', {{ProfileChanged.Descriptor.FullName}}, {{Guid.CreateVersion7()}}, 1, 1,
                    {{"""{"profile":"profiles/p","aFieldOfTomorrow":{"x":[1]}}"""}}, 0, 0)
                """,
                Cancel
            );
        }

        var reading = host.Services.GetRequiredService<Inbox<ProfileChanged>>().ReadAsync(Cancel).AsTask();
        while (!reading.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(reading, Task.Delay(20, Cancel));
        }

        Assert.Equal("profiles/p", (await reading).Event.Profile);
    }
}
