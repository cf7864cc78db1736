using System.Data.Common;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;

namespace CareerRecs.ServiceDefaults.Errors;

/// <summary>Tells a database that does not answer from a statement that is wrong.</summary>
public static class StoreFailure
{
    /// <summary>
    /// Whether the database is away or busy, and not our statement wrong. Drivers wrap what happened to the connection, EF wraps
    /// the driver: the cause may lie several exceptions deep.
    /// </summary>
    public static bool IsDown(Exception? exception)
    {
        var fromStore = false;
        for (; exception is not null; exception = exception.InnerException)
        {
            fromStore |= exception is DbException;
            if (exception is DbException { IsTransient: true } or TimeoutException)
            {
                return true;
            }
            if (exception is SqliteException { SqliteErrorCode: 5 or 6 or 10 or 13 or 14 })
            {
                return true; // busy, locked, I/O, full, cannot open
            }
            if (fromStore && exception is (SocketException or IOException))
            {
                return true;
            }
        }

        return false;
    }
}
