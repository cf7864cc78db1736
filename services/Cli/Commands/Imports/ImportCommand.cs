using System.CommandLine;

namespace CareerRecs.Cli.Commands.Imports;

/// <summary>`import`: the publishers' files, and the organisation's own.</summary>
internal static class ImportCommand
{
    public static Command Create(CommandContext context)
    {
        var command = new Command(
            "import",
            "Reads a file into a catalog, a salary model or the organisation's pay observations."
        );
        command.Subcommands.Add(ImportOnetCommand.Create(context));
        command.Subcommands.Add(ImportEscoCommands.CreateEsco(context));
        command.Subcommands.Add(ImportEscoCommands.CreateCrosswalk(context));
        command.Subcommands.Add(ImportCatalogCommand.Create(context));
        command.Subcommands.Add(ImportPayTableCommand.CreateOews(context));
        command.Subcommands.Add(ImportPayTableCommand.Create(context));
        command.Subcommands.Add(ImportObservationsCommand.Create(context));
        return command;
    }
}
