using System.CommandLine;
using System.Data.Common;
using CareerRecs.Cli.Embedded;
using CareerRecs.Cli.Shell;
using CareerRecs.ServiceDefaults.Hosting;

namespace CareerRecs.Cli.Commands.Hosting;

/// <summary>`migrate`: brings the databases to the schema of this build; replicas never do it by themselves.</summary>
internal static class MigrateCommand
{
    public static Command Create(CommandContext context)
    {
        var database = new DatabaseChoice();
        var command = new Command("migrate", "Applies the missing database migrations.")
        {
            database.Provider,
            database.Connection,
        };
        command.SetAction(
            async (parsed, token) =>
            {
                var directory = context.DataDirectory(parsed);
                var settings = database.ReadSettings(parsed, context.Terminal);
                using var mine = database.Lock(parsed, directory);
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
}
