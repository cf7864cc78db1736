using Grpc.Core;
using Grpc.Net.Client.Configuration;

namespace CareerRecs.Client.Calls;

/// <summary>How the contract has calls repeated: how often, after how long, and after which statuses.</summary>
internal sealed record ContractRetry(
    int MaxAttempts,
    TimeSpan InitialBackoff,
    TimeSpan MaxBackoff,
    double BackoffMultiplier,
    IReadOnlyList<StatusCode> Statuses
)
{
    /// <summary>The longest wait after so many failures.</summary>
    public TimeSpan FindBackoff(int failures)
    {
        var grown = InitialBackoff * Math.Pow(BackoffMultiplier, failures - 1);
        return grown < MaxBackoff ? grown : MaxBackoff;
    }

    /// <summary>As grpc-dotnet takes it. A new one each time, as channels may change theirs.</summary>
    public RetryPolicy ToPolicy()
    {
        var policy = new RetryPolicy
        {
            MaxAttempts = MaxAttempts,
            InitialBackoff = InitialBackoff,
            MaxBackoff = MaxBackoff,
            BackoffMultiplier = BackoffMultiplier,
        };
        foreach (var status in Statuses)
        {
            policy.RetryableStatusCodes.Add(status);
        }
        return policy;
    }
}
