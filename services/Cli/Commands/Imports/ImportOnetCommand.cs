using System.CommandLine;
using CareerRecs.Catalog.V1;
using CareerRecs.Cli.Importing;
using CareerRecs.Cli.Shell;

namespace CareerRecs.Cli.Commands.Imports;

/// <summary>`import onet`: the O*NET database as a catalog.</summary>
internal sealed class ImportOnetCommand(CommandContext context)
{
    private readonly CatalogImport _import = new(context, ImportFormat.Onet, "onet");
    private readonly Argument<string?> _source = new("source")
    {
        Description = "The publisher's text zip: a path or an address; or a folder or .tar.gz of its tables.",
        Arity = ArgumentArity.ZeroOrOne,
    };
    private readonly Option<bool> _download = new("--download") { Description = "Fetch the newest release from its publisher." };

    public static Command Create(CommandContext context)
    {
        var self = new ImportOnetCommand(context);
        var command = new Command("onet", "The O*NET database: the whole US labour market.") { self._source, self._download };
        self._import.AddTo(command);
        command.SetAction(self.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var source = parsed.GetValue(_source);
        if (parsed.GetValue(_download) == source is not null)
        {
            throw CommandException.Usage("say what to import: a path, an address, or --download for the newest release");
        }

        using var file = source is null
            ? await _import.DownloadAsync(
                parsed,
                (web, cancel) => web.NewestOnetAsync(Downloader.OnetReleases, cancel),
                cancellationToken
            )
            : await _import.FileAsync(parsed, source, cancellationToken);
        return await _import.SendAsync(parsed, file, cancellationToken);
    }
}
