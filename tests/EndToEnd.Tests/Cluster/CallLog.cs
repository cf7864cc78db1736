using System.Collections.Concurrent;

namespace CareerRecs.EndToEnd.Tests.Cluster;

/// <summary>What the callers of one kind of client were told.</summary>
public sealed class CallLog(string client)
{
    private int _answered;

    /// <summary>Which client.</summary>
    public string Client => client;

    /// <summary>Calls that succeeded.</summary>
    public int Answered => Volatile.Read(ref _answered);

    /// <summary>External ids of the profiles that were acknowledged.</summary>
    public ConcurrentQueue<string> Stored { get; } = [];

    /// <summary>Calls that failed.</summary>
    public ConcurrentQueue<string> Failures { get; } = [];

    /// <summary>Notes a call that succeeded.</summary>
    public void AddAnswer() => Interlocked.Increment(ref _answered);

    /// <summary>Notes a profile that was stored.</summary>
    public void AddStored(string externalId)
    {
        Stored.Enqueue(externalId);
        AddAnswer();
    }

    /// <summary>Returns once so many more calls have succeeded.</summary>
    public async Task WaitForMoreAsync(int calls)
    {
        var aim = Answered + calls;
        await Eventually.IsSoAsync($"{calls} more answers to {client}", () => Task.FromResult(Answered >= aim));
    }
}
