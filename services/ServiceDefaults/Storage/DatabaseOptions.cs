using System.ComponentModel.DataAnnotations;

namespace CareerRecs.ServiceDefaults.Storage;

/// <summary>Databases that can stand behind a service.</summary>
public enum DatabaseProvider
{
    /// <summary>A file beside the host; one host only.</summary>
    Sqlite,

    /// <summary>PostgreSQL; any number of replicas.</summary>
    Postgres,
}

/// <summary>Where data is kept. Section <c>Database</c>.</summary>
public sealed class DatabaseOptions
{
    /// <summary>Which database. Default: SQLite.</summary>
    public DatabaseProvider Provider { get; set; }

    /// <summary>Folder of the SQLite files and of snapshots on disk. Default: a folder for temporary files.</summary>
    public string Directory { get; set; } = "";

    /// <summary>
    /// Most connections of one service of one process to PostgreSQL. Processes times services times this stay under the server's
    /// <c>max_connections</c>, with some to spare for people and migrations. Default: 15.
    /// </summary>
    [Range(1, 1000)]
    public int PoolSize { get; set; } = 15;

    /// <summary>Longest wait for a connection: for a free one of the pool, or for a new one. Default: 3 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>Longest time of a statement; migrations take what they need. Default: 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan CommandTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Calls in a row without an answer after which others fail at once. Default: 3.</summary>
    [Range(1, 1000)]
    public int FailuresToOpen { get; set; } = 3;

    /// <summary>How long others fail at once before one looks whether the database is back. Default: 2 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:05:00")]
    public TimeSpan OpenFor { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Migrate while starting. For a host that is alone; replicas leave it off and run <c>careerrecs migrate</c> first.
    /// </summary>
    public bool MigrateOnStart { get; set; }
}
