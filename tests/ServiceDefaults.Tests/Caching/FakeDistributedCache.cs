using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Distributed;

namespace CareerRecs.ServiceDefaults.Tests.Caching;

/// <summary>A distributed cache that answers, fails or hangs as told.</summary>
internal sealed class FakeDistributedCache : IDistributedCache
{
    private readonly ConcurrentDictionary<string, byte[]> _entries = new();
    private readonly TaskCompletionSource _never = new();
    private int _calls;

    public int Calls => _calls;

    public bool Hangs { get; set; }

    public bool Fails { get; set; }

    public async Task<byte[]?> GetAsync(string key, CancellationToken token = default)
    {
        await BehaveAsync();
        return _entries.GetValueOrDefault(key);
    }

    public async Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
    {
        await BehaveAsync();
        _entries[key] = value;
    }

    public Task RefreshAsync(string key, CancellationToken token = default) => BehaveAsync();

    public async Task RemoveAsync(string key, CancellationToken token = default)
    {
        await BehaveAsync();
        _entries.TryRemove(key, out _);
    }

    public byte[]? Get(string key) => throw new NotSupportedException();

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => throw new NotSupportedException();

    public void Refresh(string key) => throw new NotSupportedException();

    public void Remove(string key) => throw new NotSupportedException();

    private async Task BehaveAsync()
    {
        Interlocked.Increment(ref _calls);
        if (Fails)
        {
            throw new InvalidOperationException("down");
        }
        if (Hangs)
        {
            await _never.Task;
        }
    }
}
