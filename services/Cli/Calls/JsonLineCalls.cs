using System.Threading.Channels;
using CareerRecs.Cli.Rendering;
using CareerRecs.Cli.Shell;
using Grpc.Core;

namespace CareerRecs.Cli.Calls;

/// <summary>
/// One call a line: answers come in the order of the lines, errors in place of answers, at most N calls at a time.
/// </summary>
public sealed class JsonLineCalls(UnaryCall call, int concurrency)
{
    /// <summary>Makes the calls. Gives whether any server did not answer, or failed.</summary>
    public async Task<bool> RunAsync(IAsyncEnumerable<string> lines, TextWriter output, CancellationToken cancellationToken)
    {
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var free = new SemaphoreSlim(concurrency);
        // As far as the readers of answers lag behind, so far the lines wait: memory stays bounded however long the input.
        var waiting = Channel.CreateBounded<Task<CallOutcome>>(concurrency);
        var writing = WriteAsync(waiting.Reader, output, failed);
        try
        {
            await foreach (var line in lines.WithCancellation(failed.Token))
            {
                if (string.IsNullOrWhiteSpace(line))
                {
                    continue;
                }

                await free.WaitAsync(failed.Token);
                await waiting.Writer.WriteAsync(OneAsync(line, free, failed.Token), failed.Token);
            }
        }
        finally
        {
            waiting.Writer.Complete();
            await writing;
        }
        return await writing;
    }

    private async Task<CallOutcome> OneAsync(string line, SemaphoreSlim free, CancellationToken cancellationToken)
    {
        try
        {
            return line.Length > InputLines.MostCharacters
                ? UnaryCall.Refused($"The line is longer than {InputLines.MostCharacters:N0} characters.")
                : await call.InvokeAsync(line, cancellationToken);
        }
        finally
        {
            free.Release();
        }
    }

    private static async Task<bool> WriteAsync(
        ChannelReader<Task<CallOutcome>> outcomes,
        TextWriter output,
        CancellationTokenSource failed
    )
    {
        var serverFailed = false;
        try
        {
            await foreach (var pending in outcomes.ReadAllAsync(CancellationToken.None))
            {
                var outcome = await pending;
                serverFailed |= RpcErrorText.ExitCode(outcome.Code) == ExitCodes.Server;
                await output.WriteLineAsync(outcome.ErrorJson ?? JsonText.Compact(outcome.Response!));
                // A reader at the other end of a pipe may wait for this answer before it asks again.
                if (!outcomes.TryPeek(out var next) || !next.IsCompleted)
                {
                    await output.FlushAsync(failed.Token);
                }
            }
        }
        catch
        {
            await failed.CancelAsync();
            throw;
        }
        return serverFailed;
    }
}
