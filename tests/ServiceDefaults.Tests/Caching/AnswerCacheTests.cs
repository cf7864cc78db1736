using CareerRecs.Events.V1;
using CareerRecs.ServiceDefaults.Caching;
using CareerRecs.Testing;
using CareerRecs.Testing.Servers;
using Microsoft.Extensions.DependencyInjection;

namespace CareerRecs.ServiceDefaults.Tests.Caching;

public sealed class AnswerCacheTests
{
    private static readonly ProfileChanged s_answer = new() { Profile = "profiles/1", ChangedFields = { "skills", "titles" } };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_is_worked_out_once()
    {
        await using var host = await StartAsync();
        var source = new Source();

        var first = await source.AskAsync(host, "a");
        var second = await source.AskAsync(host, "a");

        Assert.Equal(s_answer, first);
        Assert.Equal(s_answer, second);
        Assert.Equal(1, source.Made);
    }

    [Fact]
    public async Task Each_caller_gets_a_message_of_its_own()
    {
        await using var host = await StartAsync();
        var source = new Source();

        (await source.AskAsync(host, "a")).ChangedFields.Clear();
        (await source.AskAsync(host, "a")).Profile = "other";

        Assert.Equal(s_answer, await source.AskAsync(host, "a"));
    }

    [Fact]
    public async Task Many_who_miss_at_once_wait_for_one()
    {
        await using var host = await StartAsync();
        var source = new Source { Gate = new TaskCompletionSource() };

        var asking = Enumerable.Range(0, 100).Select(_ => source.AskAsync(host, "a").AsTask()).ToArray();
        source.Gate.SetResult();
        var answers = await Task.WhenAll(asking);

        Assert.All(answers, a => Assert.Equal(s_answer, a));
        Assert.Equal(1, source.Made);
    }

    [Fact]
    public async Task What_fails_is_not_kept()
    {
        await using var host = await StartAsync();
        var source = new Source { Fails = true };
        await Assert.ThrowsAsync<InvalidOperationException>(() => source.AskAsync(host, "a").AsTask());
        source.Fails = false;

        Assert.Equal(s_answer, await source.AskAsync(host, "a"));
    }

    [Fact]
    public async Task An_answer_that_is_not_to_be_kept_goes_to_those_who_wait_for_it_and_to_nobody_after_them()
    {
        await using var host = await StartAsync();
        var source = new Source { IsKept = false, Gate = new TaskCompletionSource() };

        var asking = Enumerable.Range(0, 10).Select(_ => source.AskForBytesAsync(host, "a").AsTask()).ToArray();
        source.Gate.SetResult();
        var answers = await Task.WhenAll(asking);
        Assert.All(answers, a => Assert.False(a.IsKept));
        Assert.All(answers, a => Assert.Equal(s_answer, ProfileChanged.Parser.ParseFrom(a.Bytes.Span)));
        Assert.Equal(1, source.Made);

        await source.AskForBytesAsync(host, "a");
        Assert.Equal(2, source.Made);
    }

    [Fact]
    public async Task A_removed_answer_is_worked_out_again()
    {
        await using var host = await StartAsync();
        var source = new Source();
        await source.AskAsync(host, "a");

        await host.Services.GetRequiredService<AnswerCache>().RemoveAsync("a", Cancel);
        await source.AskAsync(host, "a");

        Assert.Equal(2, source.Made);
    }

    [Fact]
    public async Task Two_replicas_share_answers_through_redis_and_they_are_the_same_with_and_without()
    {
        await using var redis = await RedisServer.StartNewAsync(Cancel);
        await using var alone = await StartAsync();
        await using var one = await StartAsync(redis);
        await using var two = await StartAsync(redis);
        var source = new Source();
        await ConnectedAsync(one);
        await ConnectedAsync(two);

        var without = await source.AskAsync(alone, "a");
        var made = await source.AskAsync(one, "a");
        // It is in Redis by then, unless that took longer than it may.
        while (await one.Services.GetRequiredService<BoundedDistributedCache>().GetAsync("a", Cancel) is null)
        {
            await Task.Delay(5, Cancel);
        }
        var found = await source.AskAsync(two, "a");

        Assert.Equal(2, source.Made);
        Assert.Equal(without, made);
        Assert.Equal(without, found);

        // What a replica found in Redis it has in its own memory from there on.
        await redis.StopAsync();
        Assert.Equal(without, await source.AskAsync(two, "a"));
        Assert.Equal(2, source.Made);
    }

    [Fact]
    public async Task Redis_stopped_hung_and_back_changes_no_answer()
    {
        await using var redis = await RedisServer.StartNewAsync(Cancel);
        await using var host = await StartAsync(redis);
        var cache = host.Services.GetRequiredService<BoundedDistributedCache>();
        var source = new Source();
        await ConnectedAsync(host);

        await redis.PauseAsync();
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(s_answer, await source.AskAsync(host, $"hung-{i}"));
        }
        Assert.False(cache.IsUp);
        while (!host.Log.Lines.Any(l => l.Message.StartsWith("Redis does not answer", StringComparison.Ordinal)))
        {
            await Task.Delay(5, Cancel);
        }

        await redis.ResumeAsync();
        await redis.StopAsync();
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(s_answer, await source.AskAsync(host, $"stopped-{i}"));
        }
        await host.Services.GetRequiredService<AnswerCache>().RemoveAsync("stopped-1", Cancel);

        await redis.StartAsync(Cancel);
        await ConnectedAsync(host);
        Assert.Equal(s_answer, await source.AskAsync(host, "back"));
        Assert.Equal(41, source.Made);
    }

    [Fact]
    public async Task A_host_starts_and_answers_with_redis_away()
    {
        await using var redis = await RedisServer.StartNewAsync(Cancel);
        await redis.StopAsync();
        await using var host = await StartAsync(redis);

        Assert.Equal(s_answer, await new Source().AskAsync(host, "a"));
    }

    private static Task<ServiceHost> StartAsync(RedisServer? redis = null) =>
        ServiceHost.StartAsync(
            new ServiceHostOptions
            {
                Settings = redis is null
                    ? []
                    : new Dictionary<string, string?>
                    {
                        ["ConnectionStrings:Redis"] = redis.ConnectionString,
                        // Short, so that the test need not wait for it; how long it is, is tested with a clock.
                        ["Cache:OpenFor"] = "00:00:00.200",
                    },
            },
            Cancel
        );

    /// <summary>Redis is reached in the background, and again by itself.</summary>
    private static async Task ConnectedAsync(ServiceHost host)
    {
        var cache = host.Services.GetRequiredService<BoundedDistributedCache>();
        while (true)
        {
            await cache.SetAsync("probe", [1], new(), Cancel);
            if (await cache.GetAsync("probe", Cancel) is not null)
            {
                return;
            }
            await Task.Delay(20, Cancel);
        }
    }

    private sealed class Source
    {
        private int _made;

        public int Made => _made;

        public bool Fails { get; set; }

        public bool IsKept { get; init; } = true;

        public TaskCompletionSource? Gate { get; init; }

        public ValueTask<ProfileChanged> AskAsync(ServiceHost host, string key) =>
            host
                .Services.GetRequiredService<AnswerCache>()
                .GetOrCreateAsync(key, ProfileChanged.Parser, MakeAsync, CacheLife.Default, Cancel);

        public ValueTask<AnswerBytes> AskForBytesAsync(ServiceHost host, string key) =>
            host
                .Services.GetRequiredService<AnswerCache>()
                .GetOrCreateBytesAsync(
                    key,
                    ProfileChanged.Parser,
                    async token => new MadeAnswer<ProfileChanged>(await MakeAsync(token), IsKept),
                    CacheLife.Default,
                    Cancel
                );

        private async ValueTask<ProfileChanged> MakeAsync(CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _made);
            if (Gate is not null)
            {
                await Gate.Task;
            }
            return Fails ? throw new InvalidOperationException() : s_answer;
        }
    }
}
