using System.CommandLine;
using CareerRecs.Cli.Embedded;

namespace CareerRecs.Cli.Commands.Hosting;

/// <summary>`config check`: whether hosts would start with the settings of this environment.</summary>
internal static class ConfigCommand
{
    public static Command Create(CommandContext context)
    {
        var connect = new Option<bool>("--connect")
        {
            Description = "Try databases, cache, broker and services too; exit code 69 if one does not answer.",
        };
        var check = new Command(
            "check",
            "Prints the settings of Catalog, ProfileMatching and SalaryEstimate that the environment makes, secrets masked. "
                + "A setting that cannot work is one line and exit code 78. The hosts take `config check` as arguments too."
        )
        {
            connect,
        };
        check.SetAction((parsed, token) => ConfiguredHost.CheckAsync(parsed.GetValue(connect), context.Terminal.Out, token));
        var command = new Command("config", "Settings of hosts.");
        command.Subcommands.Add(check);
        return command;
    }
}
