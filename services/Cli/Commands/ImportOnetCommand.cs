using System.CommandLine;
using CareerRecs.Catalog.V1;
using CareerRecs.Cli.Importing;
using CareerRecs.Cli.Rendering;
using CareerRecs.Cli.Sessions;

namespace CareerRecs.Cli.Commands;

/// <summary>`import onet`: the O*NET database as a catalog. The command fetches; the service never does.</summary>
internal sealed class ImportOnetCommand(CommandContext context)
{
    private const long MostBytes = 512L << 20;

    private readonly Argument<string?> _source = new("source") { Description = "The publisher's text zip: a path or an address.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<bool> _download = new("--download") { Description = "Fetch the newest release from its publisher." };
    private readonly Option<string> _catalog = new("--catalog") { Description = "Catalog to import into.", DefaultValueFactory = _ => "onet", HelpName = "NAME" };
    private readonly Option<string?> _version = new("--version-id") { Description = "Identifier of the version. Default: the release.", HelpName = "ID" };
    private readonly Option<string?> _sha256 = new("--sha256") { Description = "Refuse the file unless this is its digest.", HelpName = "HEX" };
    private readonly Option<bool> _draft = new("--draft") { Description = "Make a draft; activate nothing." };
    private readonly Option<string?> _reason = CommandOptions.Reason();

    public static Command Create(CommandContext context)
    {
        var self = new ImportOnetCommand(context);
        var command = new Command("onet", "The O*NET database: the whole US labour market.");
        command.Arguments.Add(self._source);
        foreach (var option in (Option[])[self._download, self._catalog, self._version, self._sha256, self._draft, self._reason])
            command.Options.Add(option);
        command.SetAction(self.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var file = await FileAsync(parsed, cancellationToken);
        if (parsed.GetValue(_sha256) is { } expected && !string.Equals(expected, file.Sha256, StringComparison.OrdinalIgnoreCase))
            throw new CommandException($"{file.Name} has SHA-256 {file.Sha256}, not {expected}; it was cut short or changed");
        return await context.RunAsync(parsed, session => SendAsync(parsed, file, session, cancellationToken), cancellationToken);
    }

    private async Task<SourceFile> FileAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var source = parsed.GetValue(_source);
        var download = parsed.GetValue(_download);
        if (download == source is not null)
            throw CommandException.Usage("say what to import: a path, an address, or --download for the newest release");
        if (source is not null && !SourceFile.IsAddress(source, out _))
            return await SourceFile.OfAsync(source, MostBytes, cancellationToken);

        var progress = new ProgressLine(context.Terminal, "Downloading");
        using var downloader = new Downloader(new SocketsHttpHandler(), progress);
        var address = source is null ? await downloader.NewestOnetAsync(Downloader.OnetReleases, cancellationToken) : new Uri(source);
        context.Terminal.Note($"downloading {address}");
        try
        {
            var folder = Path.Combine(context.DataDirectory(parsed).Create().Path, "downloads");
            var file = await downloader.FetchAsync(address, folder, MostBytes, cancellationToken);
            context.Terminal.Note($"{file.Name}: {Words.Count(file.Size, "byte")}, SHA-256 {file.Sha256}");
            return file;
        }
        finally
        {
            progress.End();
        }
    }

    private async Task SendAsync(ParseResult parsed, SourceFile file, Session session, CancellationToken cancellationToken)
    {
        var header = new ImportHeader
        {
            Catalog = "catalogs/" + parsed.GetValue(_catalog),
            Format = ImportFormat.Onet,
            FileName = file.Name,
            SizeBytes = file.Size,
            Sha256 = file.Sha256,
            VersionId = parsed.GetValue(_version) ?? "",
            Reason = parsed.GetValue(_reason) ?? "",
        };
        var progress = new ProgressLine(context.Terminal, "Importing");
        var response = await Upload.SendAsync(
            session.Versions.ImportVersion(cancellationToken: cancellationToken),
            new ImportVersionRequest { Header = header },
            chunk => new ImportVersionRequest { Chunk = chunk },
            file, progress, cancellationToken);
        progress.End();
        var active = !parsed.GetValue(_draft);
        if (active)
        {
            var activated = await session.Versions.ActivateVersionAsync(
                new ActivateVersionRequest { Name = response.Version.Name, Etag = response.Version.Etag, Reason = header.Reason },
                cancellationToken: cancellationToken);
            response.Version = activated.Version;
        }
        context.Print(parsed, response, page => VersionsText.Import(page, response, active));
    }
}
