using System.Diagnostics.CodeAnalysis;
using CareerRecs.Matching.Storage.V1;

namespace CareerRecs.ProfileMatching.Snapshots;

/// <summary>Names the content of one version: the same name with another digest is something else.</summary>
internal readonly record struct HandleKey(string Owner, string Version, string Digest)
{
    /// <summary>The key of a version.</summary>
    public static HandleKey Of(SnapshotHead head) => new(head.Owner, head.Version.Name, head.Version.Digest);
}

/// <summary>
/// Versions in memory. Each is loaded once however many ask at the same time; beyond the bound the least recently used goes, but
/// never the one that came last. Whoever holds a handle keeps it until done.
/// </summary>
internal sealed class HandleCache(long memoryBytes, int memoryPerStoredByte)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<HandleKey, Task<CatalogHandle>> _loads = [];
    private readonly Dictionary<HandleKey, LinkedListNode<Entry>> _entries = [];
    private readonly LinkedList<Entry> _byUse = new();
    private long _used;

    /// <summary>What is loaded, the most recently used first.</summary>
    public IReadOnlyList<CatalogHandle> Loaded
    {
        get
        {
            lock (_gate)
            {
                return [.. _byUse.Select(e => e.Handle)];
            }
        }
    }

    /// <summary>Ends when no load is under way, however those ended that are now.</summary>
    public Task Idle
    {
        get
        {
            lock (_gate)
            {
                return Task.WhenAll(_loads.Values.Select(l => l.ContinueWith(static _ => { }, TaskScheduler.Default)));
            }
        }
    }

    /// <summary>The handle, where it is loaded.</summary>
    public bool TryGet(HandleKey key, [NotNullWhen(true)] out CatalogHandle? handle)
    {
        lock (_gate)
        {
            handle = null;
            if (!_entries.TryGetValue(key, out var node))
            {
                return false;
            }
            if (_byUse.First != node)
            {
                _byUse.Remove(node);
                _byUse.AddFirst(node);
            }

            handle = node.Value.Handle;
            return true;
        }
    }

    /// <summary>
    /// The handle, loaded where it is not yet. A load goes on when those who wait for it give up: others will want it.
    /// </summary>
    public Task<CatalogHandle> GetAsync(HandleKey key, Func<Task<CatalogHandle>> load, CancellationToken cancellationToken)
    {
        if (TryGet(key, out var handle))
        {
            return Task.FromResult(handle);
        }
        lock (_gate)
        {
            if (!_loads.TryGetValue(key, out var loading))
            {
                loading = _entries.TryGetValue(key, out var node) ? Task.FromResult(node.Value.Handle) : LoadAsync(key, load);
                if (!loading.IsCompleted)
                {
                    _loads.Add(key, loading);
                }
            }

            return loading.WaitAsync(cancellationToken);
        }
    }

    private Task<CatalogHandle> LoadAsync(HandleKey key, Func<Task<CatalogHandle>> load)
    {
        // Nothing of the request that happens to be first (its token, its deadline, its trace) belongs to the load.
        using (ExecutionContext.SuppressFlow())
        {
            return Task.Run(async () =>
            {
                try
                {
                    var handle = await load();
                    Add(key, handle);
                    return handle;
                }
                finally
                {
                    lock (_gate)
                    {
                        _loads.Remove(key);
                    }
                }
            });
        }
    }

    private void Add(HandleKey key, CatalogHandle handle)
    {
        lock (_gate)
        {
            var size = handle.Version.SizeBytes * memoryPerStoredByte;
            _entries[key] = _byUse.AddFirst(new Entry(key, handle, size));
            _used += size;
            while (_used > memoryBytes && _byUse.Count > 1)
            {
                var last = _byUse.Last!;
                _byUse.RemoveLast();
                _entries.Remove(last.Value.Key);
                _used -= last.Value.Size;
            }
        }
    }

    private sealed record Entry(HandleKey Key, CatalogHandle Handle, long Size);
}
