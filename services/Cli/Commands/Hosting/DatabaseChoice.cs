using System.CommandLine;
using System.CommandLine.Parsing;
using CareerRecs.Cli.Embedded;
using CareerRecs.Cli.Shell;

namespace CareerRecs.Cli.Commands.Hosting;

/// <summary>Options of commands that work on the databases themselves: where these are.</summary>
internal sealed class DatabaseChoice
{
    private static readonly string[] Databases = ["Catalog", "Matching", "Salary"];

    public Option<string> Provider { get; } =
        new("--provider")
        {
            Description = "Sqlite (the data folder) or Postgres.",
            DefaultValueFactory = _ => "Sqlite",
            HelpName = "NAME",
        };

    public Option<string?> Connection { get; } =
        new("--connection")
        {
            Description =
                "PostgreSQL connection string for all three; {0} is the service's name in lower case. "
                + "Default: the environment's ConnectionStrings__Catalog, __Matching, __Salary.",
            HelpName = "STRING",
        };

    public DatabaseChoice() => Provider.AcceptOnlyFromAmong("Sqlite", "Postgres");

    /// <summary>Returns the settings of a host on the databases.</summary>
    public Dictionary<string, string?> ReadSettings(ParseResult parsed, Terminal terminal)
    {
        var settings = new Dictionary<string, string?> { ["Database:Provider"] = parsed.GetValue(Provider) };
        foreach (var name in IsPostgres(parsed) ? Databases : [])
        {
            settings["ConnectionStrings:" + name] =
                parsed.GetValue(Connection)?.Replace("{0}", name.ToLowerInvariant(), StringComparison.Ordinal)
                ?? terminal.Environment("ConnectionStrings__" + name)
                ?? throw CommandException.Usage($"give --connection, or ConnectionStrings__{name} in the environment");
        }
        return settings;
    }

    /// <summary>Takes the data folder for this process. PostgreSQL keeps several processes apart by itself: null.</summary>
    public IDisposable? Lock(ParseResult parsed, DataDirectory directory) =>
        IsPostgres(parsed)
            ? null
            : InstanceLock.TryTake(directory)
                ?? throw new CommandException($"another careerrecs runs over {directory.Path}; stop it first");

    private bool IsPostgres(ParseResult parsed) => parsed.GetValue(Provider) == "Postgres";
}
