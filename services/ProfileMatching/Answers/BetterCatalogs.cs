using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Configuration;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.ProfileMatching.Snapshots;
using CareerRecs.ServiceDefaults.Auth;
using Grpc.Core;

namespace CareerRecs.ProfileMatching.Answers;

/// <summary>An answer that another catalog may do better.</summary>
/// <param name="Caller">Who asks.</param>
/// <param name="Subject">The person.</param>
/// <param name="Catalog">Name of the catalog that was asked.</param>
/// <param name="Share">Share (0-1) of what was said that it understands.</param>
/// <param name="BestMilliPoints">Fit of its best role in thousandths of a point.</param>
internal sealed record WeakAnswer(Caller Caller, Subject Subject, string Catalog, double Share, int BestMilliPoints);

/// <summary>Another catalog.</summary>
/// <param name="Catalog">The version of it that was asked.</param>
/// <param name="Fit">How well it suits the person.</param>
internal sealed record OtherCatalog(CatalogHandle Catalog, CatalogFit Fit)
{
    /// <summary>The catalog as an answer names it.</summary>
    public CatalogUnderstanding ToUnderstanding() =>
        new()
        {
            Catalog = Catalog.CatalogName,
            Share = Fit.Understood.Share ?? 0,
            BestTitle = Fit.Best is { } best ? Catalog.Index.Roles[best.Role].Title : "",
            BestFitMilliPoints = Fit.BestMilliPoints,
        };
}

/// <summary>What a search for a better catalog found.</summary>
/// <param name="Best">The catalog that suits the person best; null if none does better than the one asked.</param>
/// <param name="OtherCount">Other catalogs that the caller has.</param>
/// <param name="IsComplete">Whether all of them answered in time.</param>
internal sealed record CatalogSearch(OtherCatalog? Best, int OtherCount, bool IsComplete);

/// <summary>Finds the catalog that suits a person best, where the one asked understands too little.</summary>
internal sealed partial class BetterCatalogs(
    SnapshotLibrary library,
    Subjects subjects,
    MatchingOptions options,
    TimeProvider time,
    ILogger<BetterCatalogs> logger
)
{
    private const int MostCatalogs = 5;

    /// <summary>
    /// Share of the caller's remaining time that may go into other catalogs; the answer itself has to be sent yet.
    /// </summary>
    private const double ShareOfTime = 0.5;

    /// <summary>Asks the caller's other catalogs, as far as its time allows.</summary>
    /// <param name="answer">The answer to do better than.</param>
    /// <param name="deadline">When the caller stops waiting, UTC; the least or greatest value: never.</param>
    /// <param name="cancellationToken">Ends the search with the call.</param>
    public async Task<CatalogSearch> FindAsync(WeakAnswer answer, DateTime deadline, CancellationToken cancellationToken)
    {
        var wait = TimeToWait(time.GetUtcNow().UtcDateTime, deadline, options.BetterCatalogWait);
        if (wait <= TimeSpan.Zero)
        {
            return new CatalogSearch(null, 0, IsComplete: false);
        }

        using var patience = new CancellationTokenSource(wait, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            var all = await library.ListCatalogsAsync(answer.Caller, either.Token);
            var others = all.Where(name => name != answer.Catalog).Take(MostCatalogs).ToList();
            // Side by side: a catalog that is still being loaded must not keep the loaded ones from being asked.
            var asked = await Task.WhenAll(others.Select(name => TryAskAsync(answer, name, either.Token)));
            cancellationToken.ThrowIfCancellationRequested();
            var best = asked
                .OfType<OtherCatalog>()
                .Where(c => c.Fit.IsBetterThan(answer.Share, answer.BestMilliPoints))
                .MaxBy(c => (c.Fit.BestMilliPoints, c.Fit.Understood.Share));
            return new CatalogSearch(best, others.Count, asked.All(c => c is not null));
        }
        catch (Exception e) when (IsPassing(e) && !cancellationToken.IsCancellationRequested)
        {
            LogNotListed(e);
            return new CatalogSearch(null, 0, IsComplete: false);
        }
    }

    /// <summary>Half of the time that is left, but no longer than <paramref name="most"/>.</summary>
    internal static TimeSpan TimeToWait(DateTime now, DateTime deadline, TimeSpan most)
    {
        // A call by REST has no deadline and says so by the least value.
        var left = deadline == DateTime.MinValue ? most : (deadline - now) * ShareOfTime;
        return left < most ? left : most;
    }

    /// <summary>Null where the catalog cannot be asked in time: the answer does not depend on it.</summary>
    private async Task<OtherCatalog?> TryAskAsync(WeakAnswer answer, string name, CancellationToken cancellationToken)
    {
        try
        {
            var catalog = await library.GetAsync(answer.Caller, name, null, cancellationToken);
            var understood = (await subjects.ReadAsync(answer.Caller, answer.Subject, catalog, cancellationToken)).Understood;
            using var person = new PersonView(catalog.Index, understood.Evidence);
            return new OtherCatalog(catalog, CatalogFit.ForPerson(person));
        }
        catch (Exception e) when (IsPassing(e))
        {
            LogNotAsked(e, name);
            return null;
        }
    }

    private static bool IsPassing(Exception e) => e is RpcException or OperationCanceledException or CatalogFaultException;

    [LoggerMessage(Level = LogLevel.Information, Message = "Could not ask which other catalogs there are")]
    private partial void LogNotListed(Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "Could not ask {Catalog} in time how much it understands")]
    private partial void LogNotAsked(Exception exception, string catalog);
}
