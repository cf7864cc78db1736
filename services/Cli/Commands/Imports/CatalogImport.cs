using System.CommandLine;
using CareerRecs.Catalog.V1;
using CareerRecs.Cli.Importing;
using CareerRecs.Cli.Input;
using CareerRecs.Cli.Rendering;
using CareerRecs.Cli.Rendering.Versions;
using CareerRecs.Cli.Sessions;
using CareerRecs.Cli.Shell;

namespace CareerRecs.Cli.Commands.Imports;

/// <summary>
/// Options and upload shared by the imports of catalogs. The command fetches files; the service never does.
/// </summary>
internal sealed class CatalogImport(
    CommandContext context,
    ImportFormat format,
    string? defaultCatalog,
    string catalogHelp = "Catalog to import into."
)
{
    public const long MostBytes = 512L << 20;

    private readonly Option<string> _catalog = defaultCatalog is null
        ? new("--catalog")
        {
            Description = catalogHelp,
            Required = true,
            HelpName = "NAME",
        }
        : new("--catalog")
        {
            Description = catalogHelp,
            DefaultValueFactory = _ => defaultCatalog,
            HelpName = "NAME",
        };
    private readonly Option<string?> _version = new("--version-id")
    {
        Description = "Identifier of the version. Default: the release.",
        HelpName = "ID",
    };
    private readonly Option<string?> _sha256 = new("--sha256")
    {
        Description = "Refuse the file unless this is its digest.",
        HelpName = "HEX",
    };
    private readonly Option<bool> _draft = new("--draft") { Description = "Make a draft; activate nothing." };
    private readonly Option<bool> _fewer = CommandOptions.AcceptFewerRoles();
    private readonly Option<string?> _base = new("--base")
    {
        Description = "Version to add to: builtin@2026.11. Default: none, the file is the whole catalog.",
        HelpName = "VERSION",
    };
    private readonly Option<string?> _name = new("--name") { Description = "The name people read.", HelpName = "TEXT" };
    private readonly Option<string?> _reason = CommandOptions.Reason();

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_catalog, _version, _sha256, _draft, _fewer, _reason])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Options of catalogs of one's own: what to add to, and how to call it.</summary>
    public void AddBaseTo(Command command)
    {
        command.Options.Add(_base);
        command.Options.Add(_name);
    }

    /// <summary>
    /// The file that a path or an address names. Tables in a folder or a tar become a zip file, which is what the service reads.
    /// </summary>
    public async Task<SourceFile> FileAsync(ParseResult parsed, string source, CancellationToken cancellationToken)
    {
        if (SourceFile.IsAddress(source, out var address))
        {
            return await DownloadAsync(parsed, (_, _) => Task.FromResult(address), cancellationToken);
        }

        if (!Directory.Exists(source))
        {
            return await CheckedAsync(parsed, await SourceFile.OfAsync(source, MostBytes, cancellationToken), cancellationToken);
        }

        if (parsed.GetValue(_sha256) is not null)
        {
            throw CommandException.Usage("--sha256 is for a file; a folder has no digest of its own");
        }

        return await TableArchive.OfFolderAsync(source, Scratch(parsed), cancellationToken);
    }

    /// <summary>Fetches a file from the address that <paramref name="find"/> gives.</summary>
    public async Task<SourceFile> DownloadAsync(
        ParseResult parsed,
        Func<Downloader, CancellationToken, Task<Uri>> find,
        CancellationToken cancellationToken
    )
    {
        var progress = new ProgressLine(context.Terminal, "Downloading");
        using var downloader = new Downloader(new SocketsHttpHandler(), progress);
        SourceFile file;
        try
        {
            var address = await find(downloader, cancellationToken);
            context.Terminal.Note($"downloading {address}");
            file = await downloader.FetchAsync(address, Scratch(parsed), MostBytes, cancellationToken);
        }
        finally
        {
            progress.End();
        }

        context.Terminal.Note($"{file.Name}: {Words.Count(file.Size, "byte")}, SHA-256 {file.Sha256}");
        return await CheckedAsync(parsed, file, cancellationToken);
    }

    /// <summary>Sends the file, and activates what the service made of it unless a draft is asked for.</summary>
    public Task<int> SendAsync(
        ParseResult parsed,
        SourceFile file,
        CancellationToken cancellationToken,
        ImportFormat? of = null
    ) =>
        context.RunAsync(parsed, session => SendAsync(parsed, file, of ?? format, session, cancellationToken), cancellationToken);

    private async Task<SourceFile> CheckedAsync(ParseResult parsed, SourceFile file, CancellationToken cancellationToken)
    {
        try
        {
            if (
                parsed.GetValue(_sha256) is { } expected
                && !string.Equals(expected, file.Sha256, StringComparison.OrdinalIgnoreCase)
            )
            {
                throw new CommandException($"{file.Name} has SHA-256 {file.Sha256}, not {expected}; it was cut short or changed");
            }

            if (!TableArchive.IsTar(file.Name))
            {
                return file;
            }

            var zip = await TableArchive.OfTarAsync(file, Scratch(parsed), cancellationToken);
            file.Dispose();
            return zip;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private string Scratch(ParseResult parsed) => Path.Combine(context.DataDirectory(parsed).Create().Path, "downloads");

    private async Task SendAsync(
        ParseResult parsed,
        SourceFile file,
        ImportFormat read,
        Session session,
        CancellationToken cancellationToken
    )
    {
        var header = new ImportHeader
        {
            Catalog = "catalogs/" + parsed.GetValue(_catalog),
            Format = read,
            FileName = file.Name,
            SizeBytes = file.Size,
            Sha256 = file.Sha256,
            VersionId = parsed.GetValue(_version) ?? "",
            Reason = parsed.GetValue(_reason) ?? "",
            BaseVersion = parsed.GetValue(_base) is { } version ? CatalogName.RequireVersion(version) : "",
            DisplayName = parsed.GetValue(_name) ?? "",
        };
        var progress = new ProgressLine(context.Terminal, "Importing");
        var response = await Upload.SendAsync(
            session.Versions.ImportVersion(cancellationToken: cancellationToken),
            new UploadMessages<ImportVersionRequest>(
                new ImportVersionRequest { Header = header },
                chunk => new ImportVersionRequest { Chunk = chunk }
            ),
            file,
            progress,
            cancellationToken
        );
        progress.End();
        try
        {
            if (!parsed.GetValue(_draft))
            {
                response.Version = await ActivateAsync(parsed, response.Version, session, cancellationToken);
            }
        }
        finally
        {
            // What was read is there, and told, also where it could not be activated.
            var active = response.Version.State == CatalogVersion.Types.State.Active;
            context.Print(parsed, response, page => VersionsText.Import(page, response, active));
        }
    }

    private async Task<CatalogVersion> ActivateAsync(
        ParseResult parsed,
        CatalogVersion draft,
        Session session,
        CancellationToken cancellationToken
    )
    {
        var activated = await session.Versions.ActivateVersionAsync(
            new ActivateVersionRequest
            {
                Name = draft.Name,
                Etag = draft.Etag,
                Reason = parsed.GetValue(_reason) ?? "",
                AcceptFewerRoles = parsed.GetValue(_fewer),
            },
            cancellationToken: cancellationToken
        );
        return activated.Version;
    }
}
