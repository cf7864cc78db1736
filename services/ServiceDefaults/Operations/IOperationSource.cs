using CareerRecs.LongRunning;
using CareerRecs.ServiceDefaults.Auth;

namespace CareerRecs.ServiceDefaults.Operations;

/// <summary>A page of operations.</summary>
/// <param name="Operations">Operations, newest first.</param>
/// <param name="Last">Identifier of the last one if more follow; otherwise null.</param>
public sealed record OperationPage(IReadOnlyList<Operation> Operations, string? Last);

/// <summary>
/// Operations of one kind. A source shows a tenant its own alone; an identifier of another tenant is one that it does not have.
/// </summary>
public interface IOperationSource
{
    /// <summary>Service that runs them: the second segment of their names.</summary>
    string Service { get; }

    /// <summary>Returns an operation; null if the source has none of that identifier.</summary>
    Task<Operation?> FindAsync(string tenant, string id, CancellationToken cancellationToken);

    /// <summary>Returns the operations after one, or the first ones.</summary>
    Task<OperationPage> ListAsync(string tenant, string? after, int size, CancellationToken cancellationToken);

    /// <summary>Asks an operation to stop; one that has ended stays as it is. False if the source does not have it.</summary>
    Task<bool> TryCancelAsync(Caller caller, string id, CancellationToken cancellationToken);

    /// <summary>Forgets an operation that has ended. False if the source does not have it.</summary>
    Task<bool> TryDeleteAsync(Caller caller, string id, CancellationToken cancellationToken);
}
