using CareerRecs.ServiceDefaults.Storage;

namespace CareerRecs.Matching.Storage;

internal sealed class SqliteMatchingDesignTime() : DesignTime<SqliteMatchingDb>(options => new(options), DatabaseProvider.Sqlite);

internal sealed class PostgresMatchingDesignTime()
    : DesignTime<PostgresMatchingDb>(options => new(options), DatabaseProvider.Postgres);
