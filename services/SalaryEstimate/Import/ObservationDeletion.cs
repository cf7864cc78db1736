using CareerRecs.Salary.Monitoring;
using CareerRecs.Salary.Storage;
using CareerRecs.Salary.V1;
using CareerRecs.ServiceDefaults.Auth;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.Salary.Import;

/// <summary>Deletes pay observations of a tenant. What was fitted to them stays: a model never changes.</summary>
public sealed class ObservationDeletion(IDbContextFactory<SalaryDb> databases, DriftMonitor drift)
{
    /// <summary>Deletes all of a source, or those with the ids.</summary>
    public async Task<DeleteObservationsResponse> DeleteAsync(
        DeleteObservationsRequest request,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var (tenant, source) = (caller.Tenant, request.Source.Trim()); // the import stores it so
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = db.Observations.Where(o => o.Tenant == tenant && o.Source == source);
        if (request.Ids.ToArray() is { Length: > 0 } ids)
        {
            rows = rows.Where(o => ids.Contains(o.ObservationId));
        }
        var deleted = await rows.ExecuteDeleteAsync(cancellationToken);
        if (deleted > 0)
        {
            drift.LookAfterChange();
        }
        return new DeleteObservationsResponse { DeletedCount = deleted };
    }
}
