using CareerRecs.LongRunning;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Storage;
using Google.Protobuf.WellKnownTypes;

namespace CareerRecs.ServiceDefaults.Operations;

/// <summary>Operations that a service keeps in its database.</summary>
public sealed class StoredOperations<TDb>(OperationRows<TDb> rows, OperationRunner<TDb> runner) : IOperationSource
    where TDb : ServiceDb
{
    /// <inheritdoc />
    public string Service => runner.Service;

    /// <inheritdoc />
    public async Task<Operation?> FindAsync(string tenant, string id, CancellationToken cancellationToken) =>
        await rows.FindAsync(tenant, id, cancellationToken) is { } row ? Show(row) : null;

    /// <inheritdoc />
    public async Task<OperationPage> ListAsync(string tenant, string? after, int size, CancellationToken cancellationToken)
    {
        var found = await rows.ListAsync(tenant, after, size + 1, cancellationToken);
        var page = found.Take(size).Select(Show).ToList();
        return new OperationPage(page, found.Count > size ? found[size - 1].Id : null);
    }

    /// <inheritdoc />
    public async Task<bool> TryCancelAsync(Caller caller, string id, CancellationToken cancellationToken)
    {
        if (await rows.FindAsync(caller.Tenant, id, cancellationToken) is not { } row)
        {
            return false;
        }
        caller.Require(row.Scope);
        await rows.RequestCancelAsync(id, cancellationToken);
        runner.Stop(id);
        return true;
    }

    /// <inheritdoc />
    public async Task<bool> TryDeleteAsync(Caller caller, string id, CancellationToken cancellationToken)
    {
        if (await rows.FindAsync(caller.Tenant, id, cancellationToken) is not { } row)
        {
            return false;
        }
        caller.Require(row.Scope);
        return await rows.TryDeleteAsync(id, cancellationToken)
            ? true
            : throw Errors.Errors.FailedPrecondition(
                "OPERATION_RUNNING",
                $"{NameOf(id)} has not ended. Wait for it or cancel it, then delete it."
            );
    }

    private string NameOf(string id) => new OperationName(Service, id).ToString();

    private Operation Show(OperationRow row)
    {
        var operation = new Operation
        {
            Name = NameOf(row.Id),
            Metadata = Any.Parser.ParseFrom(row.Metadata),
            Done = row.State != OperationState.Running,
        };
        if (row.State == OperationState.Succeeded)
        {
            operation.Response = Any.Parser.ParseFrom(row.Result);
        }
        else if (row.State == OperationState.Failed)
        {
            operation.Error = Google.Rpc.Status.Parser.ParseFrom(row.Result);
        }
        return operation;
    }
}
