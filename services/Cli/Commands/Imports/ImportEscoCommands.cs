using System.CommandLine;
using CareerRecs.Catalog.V1;

namespace CareerRecs.Cli.Commands.Imports;

/// <summary>
/// `import esco`: the ESCO classification as a catalog. `import crosswalk`: the codes of ESCO and O*NET on each other's roles.
/// </summary>
internal static class ImportEscoCommands
{
    public static Command CreateEsco(CommandContext context) =>
        Create(
            new Command(
                "esco",
                "The ESCO classification: occupations and skills of Europe. Its publisher "
                    + "mails a link to the file: esco.ec.europa.eu/en/use-esco/download."
            ),
            new CatalogImport(context, ImportFormat.Esco, "esco"),
            "The publisher's zip of CSV tables in one language: a path or an address; or a folder or .tar.gz of its tables."
        );

    public static Command CreateCrosswalk(CommandContext context) =>
        Create(
            new Command(
                "crosswalk",
                "The crosswalk of ESCO and O*NET: adds to the roles of a catalog of the one the codes of the other."
            ),
            new CatalogImport(
                context,
                ImportFormat.EscoOnetCrosswalk,
                null,
                "Catalog whose active version is added to: onet, esco."
            ),
            "The publishers' CSV table: a path or an address."
        );

    private static Command Create(Command command, CatalogImport import, string description)
    {
        var source = new Argument<string>("source") { Description = description };
        command.Arguments.Add(source);
        import.AddTo(command);
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                using var file = await import.FileAsync(parsed, parsed.GetRequiredValue(source), cancellationToken);
                return await import.SendAsync(parsed, file, cancellationToken);
            }
        );
        return command;
    }
}
