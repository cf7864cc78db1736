using CareerRecs.Salary.Monitoring;
using CareerRecs.Salary.Storage;
using CareerRecs.Salary.V1;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Errors;
using CareerRecs.ServiceDefaults.Validation;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.Salary.Import;

/// <summary>
/// Takes pay observations of a tenant in, a message of the stream a transaction. A row that is there already is left as it is,
/// so a broken stream is simply sent again.
/// </summary>
public sealed class ObservationImport(IDbContextFactory<SalaryDb> databases, DriftMonitor drift, TimeProvider time)
{
    private const int MostRows = 1_000_000;
    private const int RejectedShown = 200;
    private const int IdShown = 200;

    /// <summary>Reads the stream to its end.</summary>
    public async Task<ImportObservationsResponse> ImportAsync(
        IAsyncStreamReader<ImportObservationsRequest> messages,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var response = new ImportObservationsResponse();
        var source = "";
        long index = 0;
        while (await messages.MoveNext(cancellationToken))
        {
            var message = messages.Current;
            if (source.Length == 0)
            {
                source = message.Source.Trim();
            }
            if (source.Length == 0)
            {
                throw Errors.InvalidArgument("source", "must be in the first message of the stream");
            }
            if (index + message.Observations.Count > MostRows)
            {
                throw Errors.InvalidArgument(
                    "observations",
                    $"more than {MostRows} rows in one call; the rows before are taken in, send the rest in another"
                );
            }
            var rows = Accept(message, caller.Tenant, source, index, response);
            index += message.Observations.Count;
            if (rows.Count > 0)
            {
                await StoreAsync(rows, response, cancellationToken);
            }
        }

        if (response.AcceptedCount > 0)
        {
            drift.LookAfterChange();
        }
        return response;
    }

    private Dictionary<string, ObservationRow> Accept(
        ImportObservationsRequest message,
        string tenant,
        string source,
        long first,
        ImportObservationsResponse response
    )
    {
        var now = time.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var rows = new Dictionary<string, ObservationRow>(StringComparer.Ordinal);
        for (var i = 0; i < message.Observations.Count; i++)
        {
            var observation = message.Observations[i];
            PayObservation normalized = observation;
            if ((BrokenLimit(observation) ?? ObservationRule.Normalize(observation, today, out normalized)) is { } reason)
            {
                response.RejectedCount++;
                if (response.Rejected.Count < RejectedShown)
                {
                    response.Rejected.Add(
                        new RejectedObservation
                        {
                            Index = first + i,
                            Id = Short(observation.Id),
                            Reason = reason,
                        }
                    );
                }
            }
            else if (
                !rows.TryAdd(
                    observation.Id,
                    new ObservationRow
                    {
                        Tenant = tenant,
                        Source = source,
                        ObservationId = observation.Id,
                        ImportedAt = now.ToUnixTimeMilliseconds(),
                        Year = normalized.Observed?.Year ?? 0,
                        Message = normalized.ToByteArray(),
                    }
                )
            )
            {
                response.DuplicateCount++;
            }
        }

        return rows;
    }

    private static string? BrokenLimit(PayObservation row) =>
        RequestRules.Check(row) is [var broken, ..] ? $"{broken.Field}: {broken.Description}" : null;

    /// <summary>An id may be set aside for its length.</summary>
    private static string Short(string id) => id.Length > IdShown ? id[..IdShown] : id;

    private async Task StoreAsync(
        Dictionary<string, ObservationRow> rows,
        ImportObservationsResponse response,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            var (tenant, source) = (rows.Values.First().Tenant, rows.Values.First().Source);
            var ids = rows.Keys.ToArray();
            var there = await db
                .Observations.Where(o => o.Tenant == tenant && o.Source == source && ids.Contains(o.ObservationId))
                .Select(o => o.ObservationId)
                .ToListAsync(cancellationToken);
            var fresh = rows.Values.ExceptBy(there, o => o.ObservationId, StringComparer.Ordinal).ToArray();
            db.Observations.AddRange(fresh);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                response.AcceptedCount += fresh.Length;
                response.DuplicateCount += there.Count;
                return;
            }
            catch (DbUpdateException) when (attempt == 1)
            {
                // Another stream brought some of these rows between the look and the write; the second look sees them.
            }
        }
    }
}
