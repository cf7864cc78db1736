using System.IO.Pipelines;

namespace CareerRecs.ServiceDefaults.Rest.Uploads;

/// <summary>
/// The frames of an upload as its method reads them. The body is left unread until the method asks for more than there is, so
/// that nothing is taken from a call that is refused; whether the method got as far as a body that cannot be used is noted.
/// </summary>
internal sealed class AskedFrames(PipeReader frames) : PipeReader
{
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the method asks for more than there is.</summary>
    public Task Asked => _asked.Task;

    /// <summary>Whether the method has read as far as <see cref="BrokenBodyException"/>.</summary>
    public bool IsBroken { get; private set; }

    /// <inheritdoc />
    public override async ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        if (TryRead(out var result))
        {
            return result;
        }
        _asked.TrySetResult();
        try
        {
            return await frames.ReadAsync(cancellationToken);
        }
        catch (BrokenBodyException)
        {
            IsBroken = true;
            throw;
        }
    }

    /// <inheritdoc />
    public override bool TryRead(out ReadResult result)
    {
        try
        {
            return frames.TryRead(out result);
        }
        catch (BrokenBodyException)
        {
            IsBroken = true;
            throw;
        }
    }

    /// <inheritdoc />
    public override void AdvanceTo(SequencePosition consumed) => frames.AdvanceTo(consumed);

    /// <inheritdoc />
    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined) => frames.AdvanceTo(consumed, examined);

    /// <inheritdoc />
    public override void CancelPendingRead() => frames.CancelPendingRead();

    /// <inheritdoc />
    public override void Complete(Exception? exception = null) => frames.Complete(exception);
}
