using CareerRecs.Catalog.Import;
using CareerRecs.Catalog.Storage;
using CareerRecs.Catalog.V1;
using CareerRecs.Catalog.Validation;
using CareerRecs.Catalog.Versions;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Errors;
using CareerRecs.ServiceDefaults.Operations;
using CareerRecs.ServiceDefaults.Uploads;
using CareerRecs.Vocabulary;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CareerRecs.Catalog.Lifecycle;

/// <summary>Imports of catalogs from files.</summary>
internal sealed partial class VersionImport(
    IDbContextFactory<CatalogDb> databases,
    Drafts drafts,
    Importers importers,
    UploadReceiver uploads,
    VersionAccess access,
    OperationRunner<CatalogDb> operations,
    TimeProvider time,
    ILogger<VersionImport> logger
)
{
    private const int MostImportErrors = 20;

    /// <summary>Makes a draft of an uploaded file, with a report of what was found in it.</summary>
    public async Task<ImportVersionResponse> ImportAsync(
        IAsyncStreamReader<ImportVersionRequest> requestStream,
        ServerCallContext context
    )
    {
        if (!await requestStream.MoveNext(context.CancellationToken) || requestStream.Current.Header is not { } header)
        {
            throw Errors.InvalidArgument("header", "must come in the first message, before the bytes of the file");
        }
        var caller = context.GetCaller();
        var key = access.WritableKey(caller, header.Catalog);
        var import = importers.Of(header.Format);

        var upload = await uploads.ReceiveAsync(
            requestStream,
            part => part.PartCase == ImportVersionRequest.PartOneofCase.Chunk ? part.Chunk : null,
            AnnouncedFile.FromHeader(header),
            caller.Tenant,
            context.CancellationToken
        );
        var file = new ReceivedFile(header, key, import, upload);
        if (header.AsOperation)
        {
            return await StartAsync(file, caller, context.CancellationToken);
        }
        await using (upload)
        {
            return await ImportFileAsync(file, caller, context.CancellationToken);
        }
    }

    private async Task<ImportVersionResponse> StartAsync(ReceivedFile file, Caller caller, CancellationToken cancellationToken)
    {
        var metadata = new ImportVersionMetadata
        {
            Catalog = file.Key.Catalog,
            Format = file.Header.Format,
            SizeBytes = file.Upload.SizeBytes,
            CreateTime = Timestamp.FromDateTimeOffset(time.GetUtcNow()),
        };
        var work = new OperationWork(
            caller.Tenant,
            file.Key.Owner == Owners.Shared ? Scopes.Operator : Scopes.CatalogWrite,
            () => new ImportVersionMetadata(metadata) { BytesRead = file.Upload.BytesRead },
            file.Upload,
            async token => await ImportFileAsync(file, caller, token)
        );
        return new ImportVersionResponse { Operation = await operations.StartAsync(work, cancellationToken) };
    }

    private async Task<ImportVersionResponse> ImportFileAsync(
        ReceivedFile file,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var (header, key, import, upload) = file;
        var source = new ImportSource(key.CatalogId, header.FileName, header.VersionId.Length > 0 ? header.VersionId : null)
        {
            Base = await FindBaseAsync(caller, header, key, cancellationToken),
            DisplayName = header.DisplayName,
        };
        var imported = await ParseAsync(import, upload, source, key, cancellationToken);
        var active = await ReadActiveAsync(key, cancellationToken);
        var entries = active is null
            ? imported.Entries
            : [.. imported.Entries, .. Retirement.CarryOver(active.AllRoles, imported.Entries)];
        var description = new CatalogVersion
        {
            Source = imported.Source,
            DisplayName = imported.DisplayName,
            Attributions = { imported.Attributions },
            BaseVersion = source.Base?.Version.Name ?? "",
            RootVersion = source.Base?.Version is { } rests
                ? rests.RootVersion.Length > 0
                    ? rests.RootVersion
                    : rests.Name
                : "",
            Counters = { imported.Report.Counters },
            ImportErrors =
            {
                imported
                    .Report.Findings.Where(finding => finding.Severity == Finding.Types.Severity.Error)
                    .Take(MostImportErrors),
            },
        };
        var draft = NewDraft.Of(key with { VersionId = imported.VersionId }, entries, description) with
        {
            MayRename = header.VersionId.Length == 0,
            SourceDigest = upload.Sha256,
        };
        var version = await drafts.CreateAsync(draft, new Actor(caller.Subject, header.Reason), cancellationToken);
        var report = CatalogValidator.Merge(imported.Report, CatalogValidator.Validate(entries, version, active?.Version));
        LogImported(version.Name, version.RoleCount, version.SkillCount, report.ErrorCount, report.WarningCount);
        return new ImportVersionResponse { Version = version, Report = report };
    }

    private async Task<CatalogSnapshot?> ReadActiveAsync(VersionKey key, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.FindActiveAsync(key, cancellationToken) is { } row
            ? await VersionEntries.ReadSnapshotAsync(db, row, key.CatalogId, cancellationToken)
            : null;
    }

    /// <summary>The version that the file adds to, under names of the catalog it is imported into.</summary>
    private async Task<ImportBase?> FindBaseAsync(
        Caller caller,
        ImportHeader header,
        VersionKey key,
        CancellationToken cancellationToken
    )
    {
        if (header.BaseVersion.Length > 0 && header.Format is ImportFormat.Onet or ImportFormat.Esco)
        {
            throw Errors.InvalidArgument(
                "header.base_version",
                "must be empty: such a file is a whole catalog; import it and make a copy to change"
            );
        }
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (header.BaseVersion.Length > 0)
        {
            return await ReadBaseAsync(
                db,
                await db.RequireVisibleAsync(caller, header.BaseVersion, cancellationToken),
                key,
                cancellationToken
            );
        }
        if (header.Format != ImportFormat.EscoOnetCrosswalk)
        {
            return null;
        }
        var active =
            await db.FindActiveAsync(key, cancellationToken)
            ?? throw Errors.FailedPrecondition(
                "NO_BASE_VERSION",
                $"A crosswalk adds to a version, and none of {key.Catalog} is active. Import and activate one first."
            );
        return await ReadBaseAsync(db, active, key, cancellationToken);
    }

    private static async Task<ImportBase> ReadBaseAsync(
        CatalogDb db,
        VersionRow row,
        VersionKey key,
        CancellationToken cancellationToken
    ) => new(row.Read(), await VersionEntries.ReadEntriesAsync(db, row, key.CatalogId, cancellationToken));

    private async Task<ImportedCatalog> ParseAsync(
        ImportFunction import,
        UploadedFile upload,
        ImportSource source,
        VersionKey key,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await importers.RunAsync(() => import(upload.Content, source, cancellationToken), cancellationToken);
        }
        catch (ImportFileException e)
        {
            LogRefused(key.Catalog, e.File, e.Line);
            var line = e.Line > 0 ? $", line {e.Line}" : "";
            var column = e.Column.Length > 0 ? $", column {e.Column}" : "";
            throw Errors.InvalidArgument("chunk", $"{e.File}{line}{column}: {e.Message}");
        }
    }

    [LoggerMessage(
        LogLevel.Information,
        "Imported {Version}: {Roles} roles, {Skills} skills, {Errors} errors, {Warnings} warnings"
    )]
    private partial void LogImported(string version, int roles, int skills, int errors, int warnings);

    [LoggerMessage(LogLevel.Information, "Refused an import into {Catalog}: {File}, line {Line}")]
    private partial void LogRefused(string catalog, string file, int line);

    /// <summary>A file that has arrived, and what its header asks for.</summary>
    private sealed record ReceivedFile(ImportHeader Header, VersionKey Key, ImportFunction Import, UploadedFile Upload);
}
