using System.Collections.Concurrent;

namespace CareerRecs.ProfileMatching.Snapshots;

/// <summary>Runs work outside of the request that needs it and does not cut it off; knows when none is under way.</summary>
internal sealed class DetachedWork
{
    private readonly ConcurrentDictionary<Task, bool> _underWay = new();

    /// <summary>Ends when nothing is under way, however what is under way now ends.</summary>
    public Task Idle => Task.WhenAll(_underWay.Keys.Select(work => work.ContinueWith(static _ => { }, TaskScheduler.Default)));

    /// <summary>Starts work without anything of the request that asks for it: its token, its deadline, its trace.</summary>
    public Task<T> Run<T>(Func<Task<T>> call)
    {
        using (ExecutionContext.SuppressFlow())
        {
            var work = Task.Run(call);
            _underWay.TryAdd(work, true);
            work.ContinueWith(ended => _underWay.TryRemove(ended, out _), TaskScheduler.Default);
            return work;
        }
    }
}
