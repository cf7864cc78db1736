using CareerRecs.ServiceDefaults.Storage;

namespace CareerRecs.Catalog.Storage;

internal sealed class SqliteCatalogDesignTime() : DesignTime<SqliteCatalogDb>(options => new(options), DatabaseProvider.Sqlite);

internal sealed class PostgresCatalogDesignTime()
    : DesignTime<PostgresCatalogDb>(options => new(options), DatabaseProvider.Postgres);
