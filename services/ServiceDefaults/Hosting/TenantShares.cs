using System.Threading.RateLimiting;

namespace CareerRecs.ServiceDefaults.Hosting;

/// <summary>
/// Something that there is so much of, in use by all callers together, and of which one tenant gets only a part.
/// </summary>
public sealed class TenantShares : IDisposable
{
    private readonly int _mostForTenant;
    private readonly PartitionedRateLimiter<string> _tenants;
    private readonly PartitionedRateLimiter<string> _all;
    private readonly PartitionedRateLimiter<string> _both;

    /// <param name="forAll">How much there is.</param>
    /// <param name="forTenant">How much of it one tenant gets.</param>
    /// <param name="waits">Whether <see cref="WaitAsync"/> is used; otherwise what is not free is refused.</param>
    public TenantShares(int forAll, int forTenant, bool waits = false)
    {
        _mostForTenant = forTenant;
        _tenants = PartitionedRateLimiter.Create<string, string>(tenant =>
            RateLimitPartition.GetConcurrencyLimiter(tenant, _ => Limit(forTenant, waits))
        );
        _all = PartitionedRateLimiter.Create<string, string>(_ =>
            RateLimitPartition.GetConcurrencyLimiter("", _ => Limit(forAll, waits))
        );
        _both = PartitionedRateLimiter.CreateChained(_tenants, _all);
    }

    /// <summary>Takes so much until the result is disposed of; null where that much is not free.</summary>
    public IDisposable? TryTake(string tenant, int amount)
    {
        if (amount > _mostForTenant)
        {
            return null;
        }

        var lease = _both.AttemptAcquire(tenant, amount);
        if (lease.IsAcquired)
        {
            return lease;
        }

        lease.Dispose();
        return null;
    }

    /// <summary>Takes one until the result is disposed of, once it is free; those who came first first.</summary>
    public async ValueTask<IDisposable> WaitAsync(string tenant, CancellationToken cancellationToken) =>
        await _both.AcquireAsync(tenant, 1, cancellationToken);

    /// <inheritdoc />
    public void Dispose()
    {
        // The chain does not own its links.
        _both.Dispose();
        _tenants.Dispose();
        _all.Dispose();
    }

    private static ConcurrencyLimiterOptions Limit(int permits, bool waits) =>
        new()
        {
            PermitLimit = permits,
            QueueLimit = waits ? int.MaxValue : 0,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        };
}
