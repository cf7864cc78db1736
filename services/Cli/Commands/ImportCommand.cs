using System.CommandLine;

namespace CareerRecs.Cli.Commands;

/// <summary>`import`: the publishers' files.</summary>
internal static class ImportCommand
{
    public static Command Create(CommandContext context)
    {
        var command = new Command("import", "Reads a publisher's file into a catalog or a salary model.");
        command.Subcommands.Add(ImportOnetCommand.Create(context));
        command.Subcommands.Add(ImportEscoCommands.CreateEsco(context));
        command.Subcommands.Add(ImportEscoCommands.CreateCrosswalk(context));
        command.Subcommands.Add(ImportOewsCommand.Create(context));
        return command;
    }
}
