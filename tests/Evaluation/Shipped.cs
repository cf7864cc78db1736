using CareerRecs.Catalog.V1;
using CareerRecs.Cli.Embedded;
using CareerRecs.Cli.Importing;
using CareerRecs.Cli.Sessions;
using CareerRecs.Cli.Shell;

namespace CareerRecs.Evaluation;

/// <summary>The services as they ship, in this process over a scratch folder: what is measured when nothing is fitted.</summary>
internal sealed class Shipped : IAsyncDisposable
{
    private readonly DirectoryInfo _scratch;
    private readonly EmbeddedHost _host;

    private Shipped(DirectoryInfo scratch, EmbeddedHost host) =>
        (_scratch, _host, Session) = (
            scratch,
            host,
            new Session(new ServerChoice(host.Address, host.Address, host.Address, null))
        );

    /// <summary>Clients of the services.</summary>
    public Session Session { get; }

    /// <summary>Starts the services and imports O*NET and ESCO if the data folder contains them.</summary>
    public static async Task<Shipped> StartAsync(Lab lab)
    {
        var scratch = Directory.CreateTempSubdirectory("careerrecs-evaluation-");
        var host = await EmbeddedHost.StartAsync(
            new DataDirectory(scratch.FullName),
            LoopbackAddresses.OnPorts(LoopbackAddresses.AnyPort),
            Terminal.OfProcess(),
            lab.CancellationToken,
            // The suites' own documents hurt nobody, and a process for each would take most of the time.
            settings: new Dictionary<string, string?> { ["Documents:InProcess"] = "true" }
        );
        var shipped = new Shipped(scratch, host);
        if (lab.Catalogs.Has("onet"))
        {
            await shipped.ImportAsync("onet", ImportFormat.Onet, Catalogs.OnetArchive(lab), lab.CancellationToken);
        }

        if (lab.Catalogs.Has("esco"))
        {
            await shipped.ImportAsync("esco", ImportFormat.Esco, Catalogs.EscoArchive(lab), lab.CancellationToken);
        }

        return shipped;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Session.Dispose();
        await _host.DisposeAsync();
        _scratch.Delete(recursive: true);
    }

    private async Task ImportAsync(string catalog, ImportFormat format, FileInfo archive, CancellationToken cancellationToken)
    {
        // No limit by the length of the archive: of a symbolic link, FileInfo.Length is the length of the link.
        using var file = await SourceFile.OfAsync(archive.FullName, long.MaxValue, cancellationToken);
        var header = new ImportHeader
        {
            Catalog = "catalogs/" + catalog,
            Format = format,
            FileName = file.Name,
            SizeBytes = file.Size,
            Sha256 = file.Sha256,
        };
        var imported = await Upload.SendAsync(
            Session.Versions.ImportVersion(cancellationToken: cancellationToken),
            new UploadMessages<ImportVersionRequest>(
                new ImportVersionRequest { Header = header },
                chunk => new ImportVersionRequest { Chunk = chunk }
            ),
            file,
            new Progress<(long, long?)>(),
            cancellationToken
        );
        await Session.Versions.ActivateVersionAsync(
            new ActivateVersionRequest { Name = imported.Version.Name, Etag = imported.Version.Etag },
            cancellationToken: cancellationToken
        );
    }
}
