using CareerRecs.Catalog.Storage;
using CareerRecs.Catalog.V1;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Errors;
using CareerRecs.Vocabulary;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CareerRecs.Catalog.Versions;

/// <summary>Answers about one version: its state, entries, content and findings.</summary>
internal sealed class VersionAnswers(IDbContextFactory<CatalogDb> databases)
{
    /// <summary>Returns a version.</summary>
    public async Task<GetVersionResponse> GetAsync(GetVersionRequest request, ServerCallContext context)
    {
        await using var db = await databases.CreateDbContextAsync(context.CancellationToken);
        var row = await db.RequireVisibleAsync(context.GetCaller(), request.Name, context.CancellationToken);
        return new GetVersionResponse { Version = row.Read() };
    }

    /// <summary>Returns the active version of a catalog.</summary>
    public async Task<GetActiveVersionResponse> GetActiveAsync(GetActiveVersionRequest request, ServerCallContext context)
    {
        // From the database, not from memory: who was told of an activation asks here, perhaps before this replica was told.
        var caller = context.GetCaller();
        var catalogId = VersionKey.CatalogIdOf(request.Catalog);
        await using var db = await databases.CreateDbContextAsync(context.CancellationToken);
        var rows = await db
            .Versions.AsNoTracking()
            .Where(row =>
                row.CatalogId == catalogId
                && row.State == CatalogVersion.Types.State.Active
                && (row.Owner == caller.Tenant || row.Owner == Owners.Shared)
            )
            .ToListAsync(context.CancellationToken);
        var found =
            rows.Find(row => row.Owner == caller.Tenant)
            ?? rows.FirstOrDefault()
            ?? throw Errors.NotFound(
                ResourceName.Catalog(catalogId),
                "No version of it is active. Activate one, or use catalogs/builtin."
            );
        return new GetActiveVersionResponse { Version = found.Read(), Owner = found.Owner };
    }

    /// <summary>Returns entries of a version by name.</summary>
    public async Task<GetEntriesResponse> GetEntriesAsync(GetEntriesRequest request, ServerCallContext context)
    {
        await using var db = await databases.CreateDbContextAsync(context.CancellationToken);
        var row = await db.RequireVisibleAsync(context.GetCaller(), request.Version, context.CancellationToken);
        var bytes = await VersionBytes.ReadAsync(db, row, context.CancellationToken);
        var wanted = request.Names.ToHashSet(StringComparer.Ordinal);
        var found = EntryStream
            .Read(bytes)
            .Where(entry => wanted.Contains(EntryStream.NameOf(entry)))
            .ToDictionary(EntryStream.NameOf, StringComparer.Ordinal);
        return new GetEntriesResponse
        {
            Entries =
            {
                request.Names.Select(name =>
                    found.GetValueOrDefault(name) ?? throw VersionEntries.NoEntry(name, request.Version)
                ),
            },
            Etag = row.Etag,
        };
    }

    /// <summary>Writes a version and its entries to the response stream, in chunks.</summary>
    public async Task StreamAsync(
        StreamVersionRequest request,
        IServerStreamWriter<StreamVersionResponse> responseStream,
        ServerCallContext context
    )
    {
        await using var db = await databases.CreateDbContextAsync(context.CancellationToken);
        var row = await db.RequireVisibleAsync(context.GetCaller(), request.Name, context.CancellationToken);
        VersionBytes.RequireKept(row);
        await responseStream.WriteAsync(new StreamVersionResponse { Version = row.Read() }, context.CancellationToken);
        var chunks =
            row.State == CatalogVersion.Types.State.Draft
                ? VersionBytes.DraftChunksAsync(db, row, context.CancellationToken)
                : VersionBytes.ChunksAsync(db, row, context.CancellationToken);
        await foreach (var chunk in chunks)
        {
            // Nobody changes the chunk any more, so it need not be copied into the message.
            var data = UnsafeByteOperations.UnsafeWrap(chunk);
            await responseStream.WriteAsync(new StreamVersionResponse { Data = data }, context.CancellationToken);
        }
    }
}
