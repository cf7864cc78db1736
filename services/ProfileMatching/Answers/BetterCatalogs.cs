using CareerRecs.Matching.Engine.Ranking;
using CareerRecs.Matching.Snapshots;
using CareerRecs.Matching.V1;
using CareerRecs.ServiceDefaults.Auth;
using Grpc.Core;

namespace CareerRecs.Matching.Answers;

/// <summary>Finds the catalog that understands a person best, where the one asked understands too little.</summary>
internal sealed partial class BetterCatalogs(SnapshotLibrary library, Subjects subjects, TimeProvider time, ILogger<BetterCatalogs> logger)
{
    /// <summary>Share of what was said from which a catalog understands enough.</summary>
    private const double Enough = 0.5;

    private const int MostCatalogs = 5;

    /// <summary>Longest time that the answer waits for other catalogs.</summary>
    private static readonly TimeSpan MostWait = TimeSpan.FromSeconds(3);

    /// <summary>Whether a catalog understands so little that others are worth a look.</summary>
    public static bool IsWorthwhile(V1.Understanding understanding) => understanding is { HasUnderstoodShare: true, UnderstoodShare: < Enough };

    /// <summary>The other catalog of the caller that understands most; null if none understands more.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="subject">The person.</param>
    /// <param name="asked">The catalog that was asked.</param>
    /// <param name="share">Share (0-1) of what was said that it understands.</param>
    /// <param name="cancellationToken">Ends the search with the call.</param>
    public async Task<CatalogUnderstanding?> FindAsync(Caller caller, Subject subject, CatalogHandle asked, double share, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(MostWait, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        CatalogUnderstanding? best = null;
        try
        {
            var others = await library.ListCatalogsAsync(caller, either.Token);
            foreach (var name in others.Where(name => name != asked.CatalogName).Take(MostCatalogs))
            {
                var other = await library.GetAsync(caller, name, null, either.Token);
                var understood = (await subjects.ReadAsync(caller, subject, other, either.Token)).Understood;
                using var person = new PersonView(other.Index, understood.Evidence);
                if (UnderstoodShare.Count(person).Share is { } found && found > Math.Max(share, best?.Share ?? 0))
                {
                    best = new CatalogUnderstanding { Catalog = name, Share = found };
                }
            }
        }
        catch (Exception e) when (e is RpcException or OperationCanceledException or CatalogFaultException && !cancellationToken.IsCancellationRequested)
        {
            // The answer itself does not depend on other catalogs; what is known of them by now must do.
            LogIncomplete(e);
        }

        return best;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Not all other catalogs could be asked how much they understand")]
    private partial void LogIncomplete(Exception exception);
}
