using System.IO.Pipelines;

namespace CareerRecs.ServiceDefaults.Rest.Uploads;

/// <summary>
/// The frames of an upload as its method reads them. The body is left unread until the method asks for more than there is, so
/// that nothing is taken from a call that is refused.
/// </summary>
internal sealed class AskedFrames(PipeReader frames) : PipeReader
{
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the method asks for more than there is.</summary>
    public Task Asked => _asked.Task;

    /// <inheritdoc />
    public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        if (frames.TryRead(out var result))
        {
            return new ValueTask<ReadResult>(result);
        }
        _asked.TrySetResult();
        return frames.ReadAsync(cancellationToken);
    }

    /// <inheritdoc />
    public override bool TryRead(out ReadResult result) => frames.TryRead(out result);

    /// <inheritdoc />
    public override void AdvanceTo(SequencePosition consumed) => frames.AdvanceTo(consumed);

    /// <inheritdoc />
    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined) => frames.AdvanceTo(consumed, examined);

    /// <inheritdoc />
    public override void CancelPendingRead() => frames.CancelPendingRead();

    /// <inheritdoc />
    public override void Complete(Exception? exception = null) => frames.Complete(exception);
}
