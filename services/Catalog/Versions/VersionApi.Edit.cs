using CareerRecs.Catalog.V1;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Errors;
using CareerRecs.Vocabulary;
using Grpc.Core;

namespace CareerRecs.Catalog.Versions;

public sealed partial class VersionApi
{
    /// <inheritdoc />
    public override async Task<GetEntriesResponse> GetEntries(GetEntriesRequest request, ServerCallContext context)
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
            Entries = { request.Names.Select(name => found.GetValueOrDefault(name) ?? throw NoEntry(name, request.Version)) },
            Etag = row.Etag,
        };
    }

    /// <inheritdoc />
    public override async Task<EditVersionResponse> EditVersion(EditVersionRequest request, ServerCallContext context)
    {
        var caller = context.GetCaller();
        var key = WritableKey(caller, request.Name);
        return await drafts.EditAsync(
            key,
            request.Etag,
            DraftEdit.Of(key, request),
            new Actor(caller.Subject, request.Reason),
            context.CancellationToken
        );
    }

    internal static RpcException NoEntry(string name, string version) =>
        Errors.NotFound(name, $"It is not in {version}. StreamVersion and DiffVersions tell what is.");
}
