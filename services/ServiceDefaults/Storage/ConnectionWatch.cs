using System.Data.Common;
using CareerRecs.ServiceDefaults.Health;
using Microsoft.EntityFrameworkCore.Diagnostics;
using static CareerRecs.Types.V1.GetStatusResponse.Types;

namespace CareerRecs.ServiceDefaults.Storage;

/// <summary>A database in <c>GetStatus</c>: what became of the last attempt to connect to it.</summary>
internal sealed class ConnectionWatch(string database, DatabaseProvider provider) : DbConnectionInterceptor, IDependencyProbe
{
    private readonly string _name = $"database: {database.ToLowerInvariant()}";
    private readonly string _kind = provider.ToString().ToLowerInvariant();

    // Null: not tried yet. Empty: it went well. Else the kind of the failure; its text may hold an address.
    private volatile string? _failure;

    public Dependency Look() =>
        _failure switch
        {
            null => new Dependency { Name = _name, Detail = $"{_kind}, not connected to yet" },
            "" when provider == DatabaseProvider.Sqlite => new Dependency
            {
                Name = _name,
                State = Dependency.Types.State.Embedded,
                Detail = _kind,
            },
            "" => new Dependency
            {
                Name = _name,
                State = Dependency.Types.State.Up,
                Detail = _kind,
            },
            var failure => new Dependency
            {
                Name = _name,
                State = Dependency.Types.State.Down,
                Detail = $"{_kind}, last attempt to connect failed: {failure}",
            },
        };

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => _failure = "";

    public override Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        _failure = "";
        return Task.CompletedTask;
    }

    public override void ConnectionFailed(DbConnection connection, ConnectionErrorEventData eventData) =>
        Failed(eventData.Exception);

    public override Task ConnectionFailedAsync(
        DbConnection connection,
        ConnectionErrorEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        Failed(eventData.Exception);
        return Task.CompletedTask;
    }

    private void Failed(Exception exception)
    {
        // That a caller gave up says nothing of the database.
        if (exception is not OperationCanceledException)
        {
            _failure = exception.GetType().Name;
        }
    }
}
