using System.Data.Common;
using CareerRecs.ServiceDefaults.Errors;
using CareerRecs.ServiceDefaults.Resilience;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CareerRecs.ServiceDefaults.Storage;

/// <summary>The database is held back: it did not answer the last calls, and this one does not wait for it.</summary>
public sealed class StoreHeldBackException() : DbException("The database did not answer the last calls; it is tried again soon.")
{
    /// <inheritdoc />
    public override bool IsTransient => true;
}

/// <summary>
/// Spares callers the wait for a database that hangs: after some calls in a row without an answer the others fail at once, and
/// one at a time looks whether it is back. A pooled connection opens without the server, so answers to commands are what counts.
/// </summary>
internal sealed class StoreBreaker(CircuitBreaker breaker) : DbCommandInterceptor, IDbConnectionInterceptor
{
    /// <summary>A call that its caller gave up after less says nothing of the database.</summary>
    private static readonly TimeSpan Telling = TimeSpan.FromMilliseconds(250);

    public InterceptionResult ConnectionOpening(
        DbConnection connection,
        ConnectionEventData eventData,
        InterceptionResult result
    ) => breaker.TryEnter() ? result : throw new StoreHeldBackException();

    public ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection,
        ConnectionEventData eventData,
        InterceptionResult result,
        CancellationToken cancellationToken = default
    ) => breaker.TryEnter() ? new ValueTask<InterceptionResult>(result) : throw new StoreHeldBackException();

    public Task ConnectionFailedAsync(
        DbConnection connection,
        ConnectionErrorEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        Note(eventData.Exception, eventData.Duration);
        return Task.CompletedTask;
    }

    public void ConnectionFailed(DbConnection connection, ConnectionErrorEventData eventData) =>
        Note(eventData.Exception, eventData.Duration);

    public override ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command,
        CommandExecutedEventData eventData,
        DbDataReader result,
        CancellationToken cancellationToken = default
    )
    {
        breaker.Succeeded();
        return new ValueTask<DbDataReader>(result);
    }

    public override ValueTask<int> NonQueryExecutedAsync(
        DbCommand command,
        CommandExecutedEventData eventData,
        int result,
        CancellationToken cancellationToken = default
    )
    {
        breaker.Succeeded();
        return new ValueTask<int>(result);
    }

    public override ValueTask<object?> ScalarExecutedAsync(
        DbCommand command,
        CommandExecutedEventData eventData,
        object? result,
        CancellationToken cancellationToken = default
    )
    {
        breaker.Succeeded();
        return new ValueTask<object?>(result);
    }

    public override Task CommandFailedAsync(
        DbCommand command,
        CommandErrorEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        Note(eventData.Exception, eventData.Duration);
        return Task.CompletedTask;
    }

    public override Task CommandCanceledAsync(
        DbCommand command,
        CommandEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        Note(null, eventData.Duration);
        return Task.CompletedTask;
    }

    /// <summary>Counts a call without an answer; a statement that the database refuses is an answer.</summary>
    private void Note(Exception? exception, TimeSpan duration)
    {
        if (exception is StoreHeldBackException)
        {
            return;
        }
        if (exception is null or OperationCanceledException ? duration >= Telling : StoreFailure.IsDown(exception))
        {
            breaker.Failed();
        }
        else if (exception is not (null or OperationCanceledException))
        {
            breaker.Succeeded();
        }
    }
}
