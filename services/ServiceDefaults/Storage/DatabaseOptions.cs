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
    /// Migrate while starting. For a host that is alone; replicas leave it off and run <c>careerrecs migrate</c> first.
    /// </summary>
    public bool MigrateOnStart { get; set; }
}
