using System.CommandLine;

namespace CareerRecs.Cli.Commands.Profiles;

/// <summary>`profiles`: people's stored profiles.</summary>
internal static class ProfilesCommand
{
    public static Command Create(CommandContext context)
    {
        var command = new Command("profiles", "Stored profiles: create, get, list, export, delete, upsert, settings.");
        command.Subcommands.Add(ProfileCreateCommand.Create(context));
        command.Subcommands.Add(ProfileReadCommands.Get(context));
        command.Subcommands.Add(ProfileReadCommands.List(context));
        command.Subcommands.Add(ProfileReadCommands.Export(context));
        command.Subcommands.Add(ProfileReadCommands.Delete(context));
        command.Subcommands.Add(ProfileUpsertCommand.Create(context));
        command.Subcommands.Add(ProfileSettingsCommand.Create(context));
        return command;
    }
}
