using System.Threading.RateLimiting;
using CareerRecs.ServiceDefaults.Errors;

namespace CareerRecs.Matching.Documents;

/// <summary>
/// The room that documents have in this host, apart from other calls: so many bytes, beyond which they are refused, and so many places
/// to be read in, for which those admitted wait. A tenant gets half of the bytes and all places but one, so that its documents, however
/// slow, leave room for those of others.
/// </summary>
internal sealed class DocumentRoom : IDisposable
{
    /// <summary>Even a small document may be slow, so it counts for no less: that bounds how many wait.</summary>
    private const int LeastBytes = 64 << 10;

    private readonly DocumentOptions _options;
    private readonly DocumentMetrics _metrics;
    private readonly PartitionedRateLimiter<string> _bytes;
    private readonly PartitionedRateLimiter<string> _places;
    private readonly List<IDisposable> _limiters = [];

    public DocumentRoom(DocumentOptions options, DocumentMetrics metrics)
    {
        (_options, _metrics) = (options, metrics);
        _bytes = Limited(options.AdmittedBytes / 2, options.AdmittedBytes, mostWaiting: 0);
        _places = Limited(Math.Max(1, options.Workers - 1), options.Workers, mostWaiting: int.MaxValue);
    }

    /// <summary>Waits for a place; disposing the result gives place and bytes back. RESOURCE_EXHAUSTED where there is no room to wait in.</summary>
    public async ValueTask<IDisposable> EnterAsync(string tenant, int bytes, CancellationToken cancellationToken)
    {
        var counted = Math.Max(bytes, LeastBytes);
        var admitted = _bytes.AttemptAcquire(tenant, counted);
        if (!admitted.IsAcquired)
        {
            _metrics.Refused();
            throw Errors.ResourceExhausted(
                $"Too many documents are being read here already. Send this one again in {_options.ReadingTime.TotalSeconds:0.#} seconds.", _options.ReadingTime);
        }

        _metrics.Admitted(counted);
        _metrics.Waiting(1);
        try
        {
            return new Place(this, counted, admitted, await _places.AcquireAsync(tenant, 1, cancellationToken));
        }
        catch
        {
            Leave(counted, admitted);
            throw;
        }
        finally
        {
            _metrics.Waiting(-1);
        }
    }

    public void Dispose()
    {
        _limiters.ForEach(limiter => limiter.Dispose());
    }

    private void Leave(int counted, RateLimitLease admitted)
    {
        admitted.Dispose();
        _metrics.Admitted(-counted);
    }

    private PartitionedRateLimiter<string> Limited(int ofTenant, int ofAll, int mostWaiting)
    {
        var byTenant = PartitionedRateLimiter.Create<string, string>(
            tenant => RateLimitPartition.GetConcurrencyLimiter(tenant, _ => Limit(ofTenant, mostWaiting)));
        var all = PartitionedRateLimiter.Create<string, string>(
            _ => RateLimitPartition.GetConcurrencyLimiter("", _ => Limit(ofAll, mostWaiting)));
        var both = PartitionedRateLimiter.CreateChained(byTenant, all);
        // A chain does not own its links.
        _limiters.AddRange([both, byTenant, all]);
        return both;
    }

    private static ConcurrencyLimiterOptions Limit(int permits, int mostWaiting) =>
        new() { PermitLimit = permits, QueueLimit = mostWaiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst };

    private sealed class Place(DocumentRoom room, int counted, RateLimitLease admitted, RateLimitLease place) : IDisposable
    {
        public void Dispose()
        {
            place.Dispose();
            room.Leave(counted, admitted);
        }
    }
}
