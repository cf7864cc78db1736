using CareerRecs.ServiceDefaults.Errors;

namespace CareerRecs.ServiceDefaults.Hosting;

/// <summary>Ends a body that brings no byte for too long, so that it does not keep the place of its call.</summary>
internal sealed class IdleWatch(TimeSpan longest, TimeProvider time)
{
    /// <summary>Waits for a read. Throws DEADLINE_EXCEEDED if it takes longer than a body may be idle.</summary>
    public async ValueTask<T> WaitAsync<T>(Func<CancellationToken, ValueTask<T>> read, CancellationToken cancellationToken)
    {
        using var idle = new CancellationTokenSource(longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(idle.Token, cancellationToken);
        try
        {
            return await read(either.Token);
        }
        catch (OperationCanceledException) when (idle.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw Errors.Errors.BodyIdle(longest);
        }
    }
}
