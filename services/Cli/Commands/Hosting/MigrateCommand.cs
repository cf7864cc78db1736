using System.CommandLine;
using System.Data.Common;
using CareerRecs.Cli.Embedded;
using CareerRecs.Cli.Shell;
using CareerRecs.ServiceDefaults.Hosting;

namespace CareerRecs.Cli.Commands.Hosting;

/// <summary>`migrate`: brings the databases to the schema of this build; replicas never do it by themselves.</summary>
internal static class MigrateCommand
{
    private static readonly string[] Databases = ["Catalog", "Matching", "Salary"];

    public static Command Create(CommandContext context)
    {
        var provider = new Option<string>("--provider")
        {
            Description = "Sqlite (the data folder) or Postgres.",
            DefaultValueFactory = _ => "Sqlite",
            HelpName = "NAME",
        };
        provider.AcceptOnlyFromAmong("Sqlite", "Postgres");
        var connection = new Option<string?>("--connection")
        {
            Description =
                "PostgreSQL connection string for all three; {0} is the service's name in lower case. "
                + "Default: the environment's ConnectionStrings__Catalog, __Matching, __Salary.",
            HelpName = "STRING",
        };
        var command = new Command("migrate", "Applies the missing database migrations.") { provider, connection };
        command.SetAction(
            async (parsed, token) =>
            {
                var directory = context.DataDirectory(parsed);
                var postgres = parsed.GetValue(provider) == "Postgres";
                var settings = new Dictionary<string, string?> { ["Database:Provider"] = parsed.GetValue(provider) };
                foreach (var name in postgres ? Databases : [])
                {
                    settings["ConnectionStrings:" + name] = Connection(name, parsed.GetValue(connection), context.Terminal);
                }
                // PostgreSQL keeps several migrations apart by itself; files are one process's at a time.
                using var mine = postgres
                    ? null
                    : InstanceLock.TryTake(directory)
                        ?? throw new CommandException(
                            $"another careerrecs runs over {directory.Path}; it has migrated it already"
                        );
                try
                {
                    await foreach (var name in EmbeddedHost.MigrateAsync(directory, settings, context.Terminal, token))
                    {
                        await context.Terminal.Out.WriteLineAsync($"{name}: up to date");
                    }
                }
                catch (DbException e)
                {
                    var reason = e.Message.ReplaceLineEndings("\n").Split('\n')[0];
                    throw new CommandException($"the database cannot be migrated: {reason}", ServiceProgram.Unavailable);
                }

                return ExitCodes.Ok;
            }
        );
        return command;
    }

    private static string Connection(string name, string? pattern, Terminal terminal) =>
        pattern?.Replace("{0}", name.ToLowerInvariant(), StringComparison.Ordinal)
        ?? terminal.Environment("ConnectionStrings__" + name)
        ?? throw CommandException.Usage($"give --connection, or ConnectionStrings__{name} in the environment");
}
