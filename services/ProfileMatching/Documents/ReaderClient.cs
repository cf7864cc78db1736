using System.Diagnostics;
using System.Text;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Understanding.Documents;

namespace CareerRecs.ProfileMatching.Documents;

/// <summary>What a reader process answered.</summary>
/// <param name="Outcome">How the reading ended.</param>
/// <param name="Text">The document's text, or why it cannot be read.</param>
internal readonly record struct ReaderAnswer(ReadingOutcome Outcome, string Text);

/// <summary>A reader process could not be started, or ended before it was given a document.</summary>
internal sealed class ReaderStartException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>A <see cref="ReaderProcess"/> as its parent sees it: started, given one document, and ended.</summary>
internal sealed class ReaderClient : IAsyncDisposable
{
    /// <summary>The outcome, and characters of three bytes at most.</summary>
    private const int MostBytes = 1 + (3 * Bounds.Characters);

    private const int MostErrorCharacters = 500;

    private readonly Process _process;
    private readonly Task<bool> _ready;
    private readonly Task<string> _errors;

    private ReaderClient(Process process)
    {
        _process = process;
        _ready = IsReadyAsync();
        _errors = ReadErrorsAsync();
    }

    /// <summary>Whether the process is still there.</summary>
    public bool IsAlive => !_process.HasExited;

    /// <summary>How the process ended: its exit code, or 128 and the signal that ended it.</summary>
    public int ExitCode => _process.ExitCode;

    /// <summary>Starts the process, and does not wait for it.</summary>
    public static ReaderClient Start(ProcessStartInfo command)
    {
        try
        {
            return new ReaderClient(Process.Start(command)!);
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or IOException)
        {
            throw new ReaderStartException($"{command.FileName} cannot be started", e);
        }
    }

    /// <summary>Waits until the process takes a document.</summary>
    /// <exception cref="ReaderStartException">It ended, or took longer than it may.</exception>
    public async Task WaitUntilReadyAsync(TimeSpan mostTime, CancellationToken cancellationToken)
    {
        try
        {
            if (await _ready.WaitAsync(mostTime, cancellationToken))
            {
                return;
            }
        }
        catch (TimeoutException e)
        {
            throw new ReaderStartException($"The process was not ready within {mostTime}", e);
        }

        // It has seen nobody's document yet, so what it says is the runtime's and no person's.
        throw new ReaderStartException($"The process ended before it was ready: {await _errors}");
    }

    /// <summary>
    /// Hands the document over and waits for the answer, or for the process to end without one. Cancelling kills it.
    /// </summary>
    public async Task<ReaderAnswer> ReadAsync(
        ReadOnlyMemory<byte> content,
        DocumentFormat format,
        CancellationToken cancellationToken
    )
    {
        // Not by tokens of the streams: a read of a pipe under way is not cancelled. It ends with the process.
        await using var registration = cancellationToken.UnsafeRegister(
            static client => ((ReaderClient)client!)._process.Kill(),
            this
        );
        var sent = SendAsync(content, format);
        var answer = await ReceiveAsync();
        if (answer.Outcome == ReadingOutcome.None)
        {
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        await sent;
        return answer;
    }

    /// <summary>Ends the process and waits until it is gone.</summary>
    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        await Task.WhenAll(_ready, _errors);
        _process.Dispose();
    }

    private async Task<bool> IsReadyAsync()
    {
        var ready = new byte[1];
        return await _process.StandardOutput.BaseStream.ReadAsync(ready) == 1 && ready[0] == ReaderProcess.Ready;
    }

    private async Task SendAsync(ReadOnlyMemory<byte> content, DocumentFormat format)
    {
        try
        {
            await using var input = _process.StandardInput.BaseStream;
            await input.WriteAsync(new[] { (byte)format });
            await input.WriteAsync(content);
        }
        catch (IOException)
        {
            // The process has ended. Its answer, or that there is none, says why.
        }
    }

    private async Task<ReaderAnswer> ReceiveAsync()
    {
        using var received = new MemoryStream();
        var output = _process.StandardOutput.BaseStream;
        var piece = new byte[1 << 16];
        for (int read; (read = await output.ReadAsync(piece)) > 0 && received.Length <= MostBytes; )
        {
            received.Write(piece, 0, read);
        }

        var bytes = received.GetBuffer().AsSpan(0, (int)received.Length);
        return bytes is [var outcome, .. var text] && bytes.Length <= MostBytes
            ? new ReaderAnswer((ReadingOutcome)outcome, Encoding.UTF8.GetString(text))
            : default;
    }

    /// <summary>Reads the start of what the process reports, and takes the rest off its hands.</summary>
    private async Task<string> ReadErrorsAsync()
    {
        var start = new char[MostErrorCharacters];
        var length = await _process.StandardError.ReadBlockAsync(start);
        var rest = new char[MostErrorCharacters];
        while (await _process.StandardError.ReadAsync(rest.AsMemory()) > 0) { }

        return new string(start, 0, length).ReplaceLineEndings(" ");
    }
}
