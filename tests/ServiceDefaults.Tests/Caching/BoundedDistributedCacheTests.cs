using System.Diagnostics.Metrics;
using CareerRecs.ServiceDefaults.Caching;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace CareerRecs.ServiceDefaults.Tests.Caching;

public sealed class BoundedDistributedCacheTests : IDisposable
{
    private static readonly DistributedCacheEntryOptions s_entry = new();

    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly FakeTimeProvider _clock = new();
    private readonly FakeDistributedCache _redis = new();
    private readonly CacheOptions _options = new();
    private readonly BoundedDistributedCache _cache;
    private bool _isReady = true;

    public BoundedDistributedCacheTests() =>
        _cache = new BoundedDistributedCache(
            _redis,
            () => _isReady,
            _options,
            new CacheMetrics(_services.GetRequiredService<IMeterFactory>()),
            _clock,
            NullLogger<BoundedDistributedCache>.Instance
        );

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _services.Dispose();

    [Fact]
    public async Task What_was_set_is_found()
    {
        await _cache.SetAsync("a", [1, 2], s_entry, Cancel);

        Assert.Equal([1, 2], await _cache.GetAsync("a", Cancel));
    }

    [Fact]
    public async Task A_call_that_hangs_is_a_miss_after_the_bound()
    {
        _redis.Hangs = true;

        var call = _cache.GetAsync("a", Cancel);
        Assert.False(call.IsCompleted);
        _clock.Advance(_options.RedisBound);

        Assert.Null(await call);
    }

    [Fact]
    public async Task After_three_failures_it_is_left_alone_for_five_seconds()
    {
        _redis.Fails = true;
        for (var i = 0; i < 10; i++)
        {
            Assert.Null(await _cache.GetAsync("a", Cancel));
        }
        Assert.Equal(3, _redis.Calls);
        Assert.False(_cache.IsUp);

        _clock.Advance(TimeSpan.FromSeconds(4.9));
        await _cache.GetAsync("a", Cancel);
        Assert.Equal(3, _redis.Calls);
    }

    [Fact]
    public async Task Then_one_call_tries_and_a_failure_holds_the_others_back_again()
    {
        _redis.Fails = true;
        for (var i = 0; i < 3; i++)
        {
            await _cache.GetAsync("a", Cancel);
        }
        _clock.Advance(_options.OpenFor);
        _redis.Fails = false;
        _redis.Hangs = true;

        var trial = _cache.GetAsync("a", Cancel);
        Assert.Null(await _cache.GetAsync("b", Cancel));
        _clock.Advance(_options.RedisBound);
        await trial;
        Assert.Null(await _cache.GetAsync("b", Cancel));

        Assert.Equal(4, _redis.Calls);
    }

    [Fact]
    public async Task A_call_that_succeeds_opens_the_way_again()
    {
        _redis.Fails = true;
        for (var i = 0; i < 3; i++)
        {
            await _cache.GetAsync("a", Cancel);
        }
        _redis.Fails = false;
        _clock.Advance(_options.OpenFor);

        await _cache.SetAsync("a", [1], s_entry, Cancel);

        Assert.True(_cache.IsUp);
        Assert.Equal([1], await _cache.GetAsync("a", Cancel));
    }

    [Fact]
    public async Task Without_any_request_it_is_found_to_be_back()
    {
        using var recovery = new CacheRecovery(_cache, _options, _clock);
        await recovery.StartAsync(Cancel);
        _redis.Fails = true;
        for (var i = 0; i < 3; i++)
        {
            await _cache.GetAsync("a", Cancel);
        }
        _redis.Fails = false;

        while (!_cache.IsUp)
        {
            _clock.Advance(_options.OpenFor);
            await Task.Yield();
            Cancel.ThrowIfCancellationRequested();
        }

        await recovery.StopAsync(Cancel);
    }

    [Fact]
    public async Task Before_it_is_connected_everything_is_a_miss_and_nothing_a_failure()
    {
        _isReady = false;
        for (var i = 0; i < 5; i++)
        {
            Assert.Null(await _cache.GetAsync("a", Cancel));
        }
        Assert.Equal(0, _redis.Calls);
        Assert.False(_cache.IsUp);

        _isReady = true;
        Assert.True(_cache.IsUp);
    }

    [Fact]
    public async Task Failures_that_are_not_in_a_row_do_not_count_together()
    {
        for (var i = 0; i < 5; i++)
        {
            _redis.Fails = i % 2 == 0;
            await _cache.GetAsync("a", Cancel);
        }

        Assert.True(_cache.IsUp);
    }

    [Fact]
    public async Task Removing_and_setting_never_throw()
    {
        _redis.Fails = true;

        await _cache.RemoveAsync("a", Cancel);
        await _cache.SetAsync("a", [1], s_entry, Cancel);
        await _cache.RefreshAsync("a", Cancel);
    }

    [Fact]
    public async Task The_callers_own_cancellation_is_no_failure_of_the_cache()
    {
        _redis.Hangs = true;
        for (var i = 0; i < 5; i++)
        {
            using var caller = new CancellationTokenSource();
            var call = _cache.GetAsync("a", caller.Token);
            await caller.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        }

        Assert.True(_cache.IsUp);
    }
}
