using System.Globalization;
using CareerRecs.Salary.Estimation;
using CareerRecs.Salary.Storage;
using CareerRecs.Salary.Training;
using CareerRecs.Salary.V1;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.Salary.TrainingRuns;

/// <summary>Observations as a stream from the database: never more than one message in memory beside the rows that are kept.</summary>
public sealed class ObservationStream(IDbContextFactory<SalaryDb> databases)
{
    /// <summary>More are not fitted to at once: what is kept of each is about 200 bytes.</summary>
    public const int MostRows = 1_000_000;

    /// <summary>The observations of a tenant and sources, of years after one where that is given.</summary>
    private static IQueryable<ObservationRow> Query(SalaryDb db, string? tenant, IReadOnlyList<string> sources, int? after)
    {
        var query = db.Observations.AsNoTracking();
        if (tenant is not null) query = query.Where(o => o.Tenant == tenant);
        if (sources.Count > 0) query = query.Where(o => sources.Contains(o.Source));
        return after is { } year ? query.Where(o => o.Year == null || o.Year > year) : query;
    }

    /// <summary>How many there are. Of rows from before their year was kept all are counted.</summary>
    public async Task<int> CountAsync(string tenant, IReadOnlyList<string> sources, int? after, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await Query(db, tenant, sources, after).CountAsync(cancellationToken);
    }

    /// <summary>Reads the rows to fit to.</summary>
    /// <param name="model">Reads their places.</param>
    /// <param name="tenant">Whose; null: of all tenants, for a figure over them.</param>
    /// <param name="sources">Only these; none: all.</param>
    /// <param name="after">Only of years after it.</param>
    /// <param name="cancellationToken">Stops between two rows.</param>
    public async Task<(List<PayRow> Rows, ReadObservations Read)> ReadAsync(
        SalaryModelData model, string? tenant, IReadOnlyList<string> sources, int? after, CancellationToken cancellationToken)
    {
        var reader = new ObservationReader(model);
        var rows = new List<PayRow>();
        var bySource = new Dictionary<string, long>(StringComparer.Ordinal);
        var leftOut = new Dictionary<string, long>(StringComparer.Ordinal);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        // In the order of the key, which the database reads without sorting.
        var query = Query(db, tenant, sources, after).OrderBy(o => o.Tenant).ThenBy(o => o.Source).ThenBy(o => o.ObservationId).Take(MostRows);
        await foreach (var stored in query.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var row = reader.Read(PayObservation.Parser.ParseFrom(stored.Message), out var reason);
            if (after is { } year && row is not null && !(row.Facts.Year > year)) continue;
            bySource[stored.Source] = bySource.GetValueOrDefault(stored.Source) + 1;
            if (row is not null) rows.Add(row);
            else leftOut[reason] = leftOut.GetValueOrDefault(reason) + 1;
        }

        return (rows, new ReadObservations(bySource, leftOut, 0));
    }

    /// <summary>Says that there are too many.</summary>
    public static string TooMany(int count) =>
        string.Create(CultureInfo.InvariantCulture, $"There are {count:N0} observations, at most {MostRows:N0} are fitted to at once. Name sources.");
}
