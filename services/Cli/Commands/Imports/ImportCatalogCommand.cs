using System.CommandLine;
using CareerRecs.Catalog.V1;
using CareerRecs.Cli.Shell;

namespace CareerRecs.Cli.Commands.Imports;

/// <summary>`import catalog`: roles and skills of one's own, as JSON Lines or CSV.</summary>
internal static class ImportCatalogCommand
{
    public static Command Create(CommandContext context)
    {
        var source = new Argument<string>("source") { Description = "A path or an address; .jsonl or .csv tells the format." };
        var format = new Option<ImportFormat?>("--format")
        {
            Description = "What the file is, where its name does not tell.",
            HelpName = "jsonl|csv",
            CustomParser = result => FormatOf(result.Tokens.Count == 1 ? result.Tokens[0].Value : ""),
        };
        var import = new CatalogImport(context, ImportFormat.Unspecified, null);
        var command = new Command("catalog", "Roles and skills of one's own, alone or on top of another version.")
        {
            source,
            format,
        };
        import.AddTo(command);
        import.AddBaseTo(command);
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                using var file = await import.FileAsync(parsed, parsed.GetRequiredValue(source), cancellationToken);
                var read =
                    parsed.GetValue(format)
                    ?? FormatOf(Path.GetExtension(file.Name).TrimStart('.'))
                    ?? throw CommandException.Usage($"{file.Name} does not tell its format; add --format jsonl or --format csv");
                return await import.SendAsync(parsed, file, cancellationToken, read);
            }
        );
        return command;
    }

    private static ImportFormat? FormatOf(string word) =>
        word.ToLowerInvariant() switch
        {
            "jsonl" or "ndjson" => ImportFormat.JsonLines,
            "csv" => ImportFormat.Csv,
            _ => null,
        };
}
