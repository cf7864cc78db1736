using CareerRecs.ServiceDefaults.Storage;

namespace CareerRecs.Salary.Storage;

internal sealed class SqliteSalaryDesignTime() : DesignTime<SqliteSalaryDb>(options => new(options), DatabaseProvider.Sqlite);

internal sealed class PostgresSalaryDesignTime()
    : DesignTime<PostgresSalaryDb>(options => new(options), DatabaseProvider.Postgres);
