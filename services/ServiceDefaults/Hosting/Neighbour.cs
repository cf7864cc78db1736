using CareerRecs.ServiceDefaults.Configuration;

namespace CareerRecs.ServiceDefaults.Hosting;

/// <summary>Something outside the host that a setting names, and how to try whether it answers.</summary>
/// <param name="Setting">The setting that names it.</param>
/// <param name="Connect">Connects once; throws if it does not answer.</param>
internal sealed record Neighbour(string Setting, Func<CancellationToken, Task> Connect)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Why it does not answer; null if it does.</summary>
    public async Task<string?> FindProblemAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Connect(cancellationToken).WaitAsync(Patience, cancellationToken);
            return null;
        }
        catch (TimeoutException)
        {
            return $"does not answer within {Patience.TotalSeconds:0} seconds";
        }
        // Each client has exceptions of its own; all of them mean that it does not answer.
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return Addresses.Mask($"does not answer: {e.Message.ReplaceLineEndings("\n").Split('\n')[0]}");
        }
    }
}
