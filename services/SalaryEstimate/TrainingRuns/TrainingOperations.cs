using System.Globalization;
using CareerRecs.LongRunning;
using CareerRecs.Salary.Storage;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Errors;
using CareerRecs.ServiceDefaults.Operations;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.Salary.TrainingRuns;

/// <summary>Trainings of a tenant as operations: a view of the trainings, which stay as they are.</summary>
public sealed class TrainingOperations(IDbContextFactory<SalaryDb> databases, TrainingRows rows, Trainings trainings)
    : IOperationSource
{
    /// <inheritdoc />
    public string Service => TrainingView.Service;

    /// <inheritdoc />
    public async Task<Operation?> FindAsync(string tenant, string id, CancellationToken cancellationToken)
    {
        await rows.EndAbandonedAsync(cancellationToken);
        return await FindRowAsync(tenant, id, cancellationToken) is { } row ? TrainingView.ToOperation(row) : null;
    }

    /// <inheritdoc />
    public async Task<OperationPage> ListAsync(string tenant, string? after, int size, CancellationToken cancellationToken)
    {
        await rows.EndAbandonedAsync(cancellationToken);
        var before = ParseId(after) ?? long.MaxValue;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var found = await db
            .Trainings.AsNoTracking()
            .Where(t => t.Tenant == tenant && t.Id < before)
            .OrderByDescending(t => t.Id)
            .Take(size + 1)
            .ToListAsync(cancellationToken);
        var page = found.Take(size).Select(TrainingView.ToOperation).ToList();
        return new OperationPage(page, found.Count > size ? found[size - 1].Id.ToString(CultureInfo.InvariantCulture) : null);
    }

    /// <inheritdoc />
    public async Task<bool> TryCancelAsync(Caller caller, string id, CancellationToken cancellationToken)
    {
        if (await FindRowAsync(caller.Tenant, id, cancellationToken) is not { } row)
        {
            return false;
        }
        caller.Require(Scopes.Operator);
        await trainings.CancelAsync(row, cancellationToken);
        return true;
    }

    /// <inheritdoc />
    public async Task<bool> TryDeleteAsync(Caller caller, string id, CancellationToken cancellationToken) =>
        await FindRowAsync(caller.Tenant, id, cancellationToken) is null
            ? false
            : throw Errors.FailedPrecondition(
                "OPERATION_KEPT",
                "The operation of a training shows the training, which is kept for the record. Leave it, or cancel it."
            );

    private async Task<TrainingRow?> FindRowAsync(string tenant, string id, CancellationToken cancellationToken)
    {
        if (ParseId(id) is not { } number)
        {
            return null;
        }
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db
            .Trainings.AsNoTracking()
            .SingleOrDefaultAsync(t => t.Id == number && t.Tenant == tenant, cancellationToken);
    }

    private static long? ParseId(string? id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
