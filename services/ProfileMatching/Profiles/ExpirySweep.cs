using CareerRecs.ProfileMatching.Storage;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.ProfileMatching.Profiles;

/// <summary>
/// Erases profiles whose retention is over, and forgets request ids after a day. Any number of replicas may sweep at once.
/// </summary>
internal sealed partial class ExpirySweep(
    IDbContextFactory<MatchingDb> databases,
    ProfileErasure erasure,
    TimeProvider clock,
    ILogger<ExpirySweep> logger
) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);
    private const int Batch = 100;

    /// <summary>Sweeps once. Returns how many profiles were erased.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var forgotten = (now - ProfileCreation.RequestLife).ToUnixTimeMilliseconds();
        await db.Requests.Where(r => r.CreateTime <= forgotten).ExecuteDeleteAsync(cancellationToken);

        var erased = 0;
        var due = now.ToUnixTimeMilliseconds();
        while (true)
        {
            var expired = await db
                .Profiles.Where(p => p.ExpireTime <= due)
                .OrderBy(p => p.ExpireTime)
                .Take(Batch)
                .Select(p => new { p.Owner, p.Id })
                .ToListAsync(cancellationToken);
            foreach (var profile in expired)
            {
                erased += await EraseAsync(profile.Owner, profile.Id, cancellationToken) ? 1 : 0;
            }
            if (expired.Count < Batch)
            {
                return erased;
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (await SweepAsync(stoppingToken) is var erased and > 0)
                {
                    LogErased(erased);
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // The database is away, most likely. What is due now is still due in a minute.
                LogFailed(e);
            }
        }
    }

    private async Task<bool> EraseAsync(string owner, string id, CancellationToken cancellationToken)
    {
        try
        {
            await erasure.EraseAsync(owner, ProfileName.FromId(id), "", cancellationToken);
            return true;
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.NotFound)
        {
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Erased {Count} profiles whose retention is over")]
    private partial void LogErased(int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Could not look for profiles whose retention is over")]
    private partial void LogFailed(Exception exception);
}
