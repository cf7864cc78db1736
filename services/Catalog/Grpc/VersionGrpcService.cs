using CareerRecs.Catalog.Comparison;
using CareerRecs.Catalog.Lifecycle;
using CareerRecs.Catalog.V1;
using CareerRecs.Catalog.Versions;
using Grpc.Core;

namespace CareerRecs.Catalog.Grpc;

/// <summary>gRPC methods of <c>VersionService</c>.</summary>
internal sealed class VersionGrpcService(
    CatalogAnswers catalogs,
    VersionAnswers answers,
    VersionLists lists,
    VersionChanges changes,
    VersionImport import,
    VersionComparison comparison,
    ServedRoles servedRoles
) : VersionService.VersionServiceBase
{
    public override Task<GetCatalogResponse> GetCatalog(GetCatalogRequest request, ServerCallContext context) =>
        catalogs.GetAsync(request, context);

    public override Task<ListCatalogsResponse> ListCatalogs(ListCatalogsRequest request, ServerCallContext context) =>
        catalogs.ListAsync(request, context);

    public override Task<GetVersionResponse> GetVersion(GetVersionRequest request, ServerCallContext context) =>
        answers.GetAsync(request, context);

    public override Task<GetActiveVersionResponse> GetActiveVersion(GetActiveVersionRequest request, ServerCallContext context) =>
        answers.GetActiveAsync(request, context);

    public override Task<GetEntriesResponse> GetEntries(GetEntriesRequest request, ServerCallContext context) =>
        answers.GetEntriesAsync(request, context);

    public override Task<ValidateVersionResponse> ValidateVersion(ValidateVersionRequest request, ServerCallContext context) =>
        servedRoles.ValidateAsync(request, context);

    public override Task<ListVersionsResponse> ListVersions(ListVersionsRequest request, ServerCallContext context) =>
        lists.ListAsync(request, context);

    public override Task<ListAuditEntriesResponse> ListAuditEntries(ListAuditEntriesRequest request, ServerCallContext context) =>
        lists.ListAuditEntriesAsync(request, context);

    public override Task<CreateVersionResponse> CreateVersion(CreateVersionRequest request, ServerCallContext context) =>
        changes.CreateAsync(request, context);

    public override Task<EditVersionResponse> EditVersion(EditVersionRequest request, ServerCallContext context) =>
        changes.EditAsync(request, context);

    public override Task<ActivateVersionResponse> ActivateVersion(ActivateVersionRequest request, ServerCallContext context) =>
        changes.ActivateAsync(request, context);

    public override Task<RollBackCatalogResponse> RollBackCatalog(RollBackCatalogRequest request, ServerCallContext context) =>
        changes.RollBackAsync(request, context);

    public override Task<DeleteVersionResponse> DeleteVersion(DeleteVersionRequest request, ServerCallContext context) =>
        changes.DeleteAsync(request, context);

    public override Task<DiffVersionsResponse> DiffVersions(DiffVersionsRequest request, ServerCallContext context) =>
        comparison.CompareAsync(request, context);

    public override Task<ImportVersionResponse> ImportVersion(
        IAsyncStreamReader<ImportVersionRequest> requestStream,
        ServerCallContext context
    ) => import.ImportAsync(requestStream, context);

    public override Task StreamVersion(
        StreamVersionRequest request,
        IServerStreamWriter<StreamVersionResponse> responseStream,
        ServerCallContext context
    ) => answers.StreamAsync(request, responseStream, context);
}
