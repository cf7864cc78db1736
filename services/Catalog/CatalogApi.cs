using CareerRecs.Catalog.V1;
using CareerRecs.Catalog.Versions;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Errors;
using Grpc.Core;

namespace CareerRecs.Catalog;

/// <summary>
/// Roles, skills and fields of catalogs, each in the folder of its subject. Every method answers from one version in memory and
/// names it. The messages in answers are shared by all readers; they are written to the wire and changed by nobody.
/// </summary>
public sealed partial class CatalogApi(ServedCatalogs catalogs) : CatalogService.CatalogServiceBase
{
    private const int DefaultPageSize = 50;
    private const int MaxPageSize = 1000;

    private ValueTask<LoadedVersion> FindAsync(ServerCallContext context, string name, string version) =>
        catalogs.GetAsync(context.GetCaller(), name, version, context.CancellationToken);

    private static RpcException NotFound(string name, LoadedVersion version, string method) =>
        Errors.NotFound(name, $"It is not in {version.Name}. {method} finds what is.");
}
