namespace CareerRecs.ServiceDefaults.Hosting;

/// <summary>The part of the host's room that one request takes, until it is answered.</summary>
internal sealed class BodyShare(TenantShares bytes, string tenant) : IDisposable
{
    /// <summary>Requests of this size are not counted; so many as there are at once are no danger.</summary>
    private const int Free = 64 << 10;

    /// <summary>Taken at a time, so that a large request does not take thousands of pieces.</summary>
    private const int Step = 256 << 10;

    private readonly List<IDisposable> _taken = [];
    private long _covered = Free;

    /// <summary>Takes room for a request of so many bytes, as far as it does not have it. False: there is no room.</summary>
    public bool TryCover(long length)
    {
        if (length <= _covered)
        {
            return true;
        }

        var missing = Math.Max(length - _covered, Step);
        if (missing > int.MaxValue || bytes.TryTake(tenant, (int)missing) is not { } taken)
        {
            return false;
        }

        _taken.Add(taken);
        _covered += missing;
        return true;
    }

    public void Dispose() => _taken.ForEach(taken => taken.Dispose());
}
