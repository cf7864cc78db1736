using System.Threading.RateLimiting;

namespace CareerRecs.ServiceDefaults.Hosting;

/// <summary>Calls a second of each tenant, where the host limits them. A second's worth may come at once.</summary>
internal sealed class TenantRates(int callsPerSecond) : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly PartitionedRateLimiter<string>? _tenants =
        callsPerSecond == 0
            ? null
            : PartitionedRateLimiter.Create<string, string>(tenant =>
                RateLimitPartition.GetTokenBucketLimiter(
                    tenant,
                    _ => new TokenBucketRateLimiterOptions
                    {
                        TokenLimit = callsPerSecond,
                        TokensPerPeriod = callsPerSecond,
                        ReplenishmentPeriod = Second,
                    }
                )
            );

    /// <summary>Counts a call. Returns when to send it again; null if it is within the rate.</summary>
    public TimeSpan? Count(string tenant)
    {
        if (_tenants is null)
        {
            return null;
        }
        using var lease = _tenants.AttemptAcquire(tenant);
        return lease.IsAcquired ? null : Second;
    }

    public void Dispose() => _tenants?.Dispose();
}
