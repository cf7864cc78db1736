using System.Globalization;
using CareerRecs.Salary.Estimation;
using CareerRecs.Salary.Figures;
using CareerRecs.Salary.Storage;
using CareerRecs.Salary.Survey;
using CareerRecs.Salary.Training;
using CareerRecs.Salary.V1;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.Salary.TrainingRuns;

/// <summary>Which observations to read.</summary>
/// <param name="Tenant">Whose; null: of all tenants, for a figure over them.</param>
/// <param name="Sources">Only these; none: all.</param>
/// <param name="Answering">Only of years after this one's, and only what it answers for; null: all.</param>
public sealed record ObservationSelection(string? Tenant, IReadOnlyList<string> Sources, SurveyPay? Answering);

/// <summary>
/// Observations as a stream from the database: never more than one message in memory beside the rows that are kept.
/// </summary>
public sealed class ObservationStream(IDbContextFactory<SalaryDb> databases)
{
    /// <summary>More are not fitted to at once: a training on that many takes up to 450 MiB.</summary>
    public const int MostRows = 250_000;

    private const int MostDated = 50_000; // at one reading; the next goes on
    private const int DatedAtOnce = 500;
    private const string NotAnswered = "a title or country that the model does not answer for";

    /// <summary>The observations of a tenant and sources, of years after one where that is given.</summary>
    private static IQueryable<ObservationRow> Query(SalaryDb db, string? tenant, IReadOnlyList<string> sources, int? after)
    {
        var query = db.Observations.AsNoTracking();
        if (tenant is not null)
        {
            query = query.Where(o => o.Tenant == tenant);
        }
        if (sources.Count > 0)
        {
            query = query.Where(o => sources.Contains(o.Source));
        }
        return after is { } year ? query.Where(o => o.Year == null || o.Year > year) : query;
    }

    /// <summary>How many there are. Of rows from before their year was kept all are counted.</summary>
    public async Task<int> CountAsync(
        string tenant,
        IReadOnlyList<string> sources,
        int? after,
        CancellationToken cancellationToken
    )
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await Query(db, tenant, sources, after).CountAsync(cancellationToken);
    }

    /// <summary>Reads the rows to fit to, or to hold against a model.</summary>
    /// <param name="model">Reads their places.</param>
    /// <param name="selection">Which.</param>
    /// <param name="take">Gets each row.</param>
    /// <param name="cancellationToken">Stops between two rows.</param>
    public async Task<ReadObservations> ReadAsync(
        SalaryModelData model,
        ObservationSelection selection,
        Action<PayRow> take,
        CancellationToken cancellationToken
    )
    {
        var (tenant, sources, answering) = selection;
        var reader = new ObservationReader(model);
        var bySource = new Dictionary<string, long>(StringComparer.Ordinal);
        var leftOut = new Dictionary<string, long>(StringComparer.Ordinal);
        var undated = new List<(ObservationRow Row, int Year)>();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        // In the order of the key, which the database reads without sorting.
        var query = Query(db, tenant, sources, answering?.Year)
            .OrderBy(o => o.Tenant)
            .ThenBy(o => o.Source)
            .ThenBy(o => o.ObservationId)
            .AsQueryable();
        if (tenant is not null)
        {
            query = query.Take(MostRows);
        }
        await foreach (var stored in query.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var observation = PayObservation.Parser.ParseFrom(stored.Message);
            if (stored.Year is null && undated.Count < MostDated)
            {
                undated.Add((Key(stored), observation.Observed?.Year ?? 0));
            }
            var row = reader.Read(observation, out var reason);
            if (answering is not null && row is not null)
            {
                if (!(row.Facts.Year > answering.Year))
                {
                    continue;
                }
                if (!answering.Answers(row.Facts))
                {
                    (row, reason) = (null, NotAnswered);
                }
            }

            bySource[stored.Source] = bySource.GetValueOrDefault(stored.Source) + 1;
            if (row is not null)
            {
                take(row);
            }
            else
            {
                leftOut[reason] = leftOut.GetValueOrDefault(reason) + 1;
            }
        }

        await DateAsync(db, undated, cancellationToken);
        return new ReadObservations(bySource, leftOut, 0);
    }

    // Rows from before the year was kept are read at every look until they have theirs.
    private static async Task DateAsync(
        SalaryDb db,
        List<(ObservationRow Row, int Year)> undated,
        CancellationToken cancellationToken
    )
    {
        foreach (var group in undated.GroupBy(u => (u.Row.Tenant, u.Row.Source, u.Year)))
        {
            var (tenant, source, year) = group.Key;
            foreach (var ids in group.Select(u => u.Row.ObservationId).Chunk(DatedAtOnce))
            {
                await db
                    .Observations.Where(o =>
                        o.Tenant == tenant && o.Source == source && o.Year == null && ids.Contains(o.ObservationId)
                    )
                    .ExecuteUpdateAsync(o => o.SetProperty(row => row.Year, year), cancellationToken);
            }
        }
    }

    private static ObservationRow Key(ObservationRow row) =>
        new()
        {
            Tenant = row.Tenant,
            Source = row.Source,
            ObservationId = row.ObservationId,
        };

    /// <summary>Says that there are too many.</summary>
    public static string TooMany(int count) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"There are {count:N0} observations, at most {MostRows:N0} are fitted to at once. Name sources."
        );
}
