using System.Diagnostics;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Understanding.Documents;
using CareerRecs.ServiceDefaults.Errors;

namespace CareerRecs.ProfileMatching.Documents;

/// <summary>How a reader process ended.</summary>
internal enum ReaderEnd
{
    /// <summary>It answered: with the text, or with why there is none.</summary>
    Answered,

    /// <summary>It was killed because it took too long.</summary>
    Time,

    /// <summary>It needed more memory than it may use.</summary>
    Memory,

    /// <summary>It ended itself: its stack was used up, or the parser has a fault.</summary>
    Crash,

    /// <summary>It was killed because nobody waits for its answer any more.</summary>
    Cancelled,
}

/// <summary>
/// Reader processes, each for one document, so that nothing of a document is left for the next one. One is started ahead while
/// others read; how many there are at once is bounded by the places of <see cref="DocumentRoom"/>, which callers hold meanwhile.
/// </summary>
internal sealed partial class ReaderPool(DocumentOptions options, DocumentMetrics metrics, ILogger<ReaderPool> logger)
    : IAsyncDisposable
{
    // 128 and the number of the signal.
    private const int KilledByCpuLimit = 128 + 24;
    private const int KilledByKernel = 128 + 9;

    private readonly Lazy<ProcessStartInfo> _command = new(() => ReaderCommand.Create(options.ReadingTime));
    private readonly Lock _starting = new();
    private ReaderClient? _next;
    private bool _isDisposed;

    /// <summary>A document as text.</summary>
    /// <exception cref="UnreadableDocumentException">It cannot be read, or not within the bounds.</exception>
    public async Task<ReadContent> ReadAsync(
        ReadOnlyMemory<byte> content,
        DocumentFormat format,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await using var reader = await StartAsync(cancellationToken);
            using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            time.CancelAfter(options.ReadingTime);
            var answer = await reader.ReadAsync(content, format, time.Token);
            var end = answer.Outcome switch
            {
                ReadingOutcome.OutOfMemory => ReaderEnd.Memory,
                not ReadingOutcome.None => ReaderEnd.Answered,
                _ when cancellationToken.IsCancellationRequested => ReaderEnd.Cancelled,
                _ when time.IsCancellationRequested || reader.ExitCode == KilledByCpuLimit => ReaderEnd.Time,
                _ when reader.ExitCode == KilledByKernel => ReaderEnd.Memory,
                _ => ReaderEnd.Crash,
            };
            metrics.Ended(end);
            if (end == ReaderEnd.Crash)
            {
                LogCrash(reader.ExitCode);
            }

            cancellationToken.ThrowIfCancellationRequested();
            return answer.Outcome == ReadingOutcome.Text ? ReadContent.FromWire(answer.Text) : throw Unreadable(end, answer);
        }
        finally
        {
            StartNext();
        }
    }

    public async ValueTask DisposeAsync()
    {
        lock (_starting)
        {
            _isDisposed = true;
        }

        if (Interlocked.Exchange(ref _next, null) is { } next)
        {
            await next.DisposeAsync();
        }
    }

    private UnreadableDocumentException Unreadable(ReaderEnd end, ReaderAnswer answer) =>
        end switch
        {
            ReaderEnd.Answered => new UnreadableDocumentException(answer.Text),
            ReaderEnd.Time => UnreadableDocumentException.TooSlow(options.ReadingTime),
            ReaderEnd.Memory => UnreadableDocumentException.TooHungry(),
            _ => UnreadableDocumentException.Broken(),
        };

    /// <summary>A process that waits for a document: the one started ahead, otherwise a new one.</summary>
    private async Task<ReaderClient> StartAsync(CancellationToken cancellationToken)
    {
        ReaderClient? reader = null;
        try
        {
            reader = await TakeNextAsync() ?? ReaderClient.Start(_command.Value);
            await reader.WaitUntilReadyAsync(options.StartTime, cancellationToken);
            return reader;
        }
        catch (Exception e)
        {
            if (reader is not null)
            {
                await reader.DisposeAsync();
            }

            if (e is not (ReaderStartException or FileNotFoundException))
            {
                throw;
            }

            metrics.FailedStart();
            LogFailedStart(e);
            throw Errors.Unavailable(
                "DOCUMENT_READER_UNAVAILABLE",
                "Only plain text and Markdown can be read here now: the process that reads other documents does not start. "
                    + "The operator finds why in the log of this host."
            );
        }
    }

    private async ValueTask<ReaderClient?> TakeNextAsync()
    {
        if (Interlocked.Exchange(ref _next, null) is not { } next)
        {
            return null;
        }

        if (next.IsAlive)
        {
            return next;
        }

        await next.DisposeAsync();
        return null;
    }

    /// <summary>
    /// Starts the next process ahead, unless one waits already. If it does not start, the next document says so.
    /// </summary>
    private void StartNext()
    {
        lock (_starting)
        {
            if (_isDisposed || _next is not null || !options.StartAhead)
            {
                return;
            }

            try
            {
                _next = ReaderClient.Start(_command.Value);
            }
            catch (Exception e) when (e is ReaderStartException or FileNotFoundException)
            {
                LogNotAhead(e);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No process that reads documents could be started ahead")]
    private partial void LogNotAhead(Exception exception);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "A process that read a document ended by itself with {ExitCode}; the document was refused"
    )]
    private partial void LogCrash(int exitCode);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "The process that reads documents does not start; until it does, only plain text and Markdown are read"
    )]
    private partial void LogFailedStart(Exception exception);
}
