using CareerRecs.ServiceDefaults.Storage;

namespace CareerRecs.ProfileMatching.Storage;

internal sealed class SqliteMatchingDesignTime() : DesignTime<SqliteMatchingDb>(options => new(options), DatabaseProvider.Sqlite);

internal sealed class PostgresMatchingDesignTime()
    : DesignTime<PostgresMatchingDb>(options => new(options), DatabaseProvider.Postgres);
