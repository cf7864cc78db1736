using CareerRecs.Catalog.V1;
using Grpc.Core;

namespace CareerRecs.Catalog;

public sealed partial class CatalogApi
{
    /// <inheritdoc />
    public override async Task<GetFieldResponse> GetField(GetFieldRequest request, ServerCallContext context)
    {
        var version = await FindAsync(context, request.Name, request.CatalogVersion);
        return version.Snapshot.TryGetField(request.Name, out var field)
            ? new GetFieldResponse { Field = field, CatalogVersion = version.Name }
            : throw NotFound(request.Name, version, "Role.field");
    }
}
