using CareerRecs.Catalog.Roles;
using CareerRecs.Catalog.Skills;
using CareerRecs.Catalog.V1;
using Grpc.Core;

namespace CareerRecs.Catalog.Grpc;

/// <summary>
/// gRPC methods of <c>CatalogService</c>. Each answers from one version in memory and names it. The messages in answers are
/// shared by all readers; they are written to the wire and never changed.
/// </summary>
internal sealed class CatalogGrpcService(RoleAnswers roles, TitleAnswers titles, SkillAnswers skills)
    : CatalogService.CatalogServiceBase
{
    public override Task<GetRoleResponse> GetRole(GetRoleRequest request, ServerCallContext context) =>
        roles.GetAsync(request, context);

    public override Task<BatchGetRolesResponse> BatchGetRoles(BatchGetRolesRequest request, ServerCallContext context) =>
        roles.BatchGetAsync(request, context);

    public override Task<ListRolesResponse> ListRoles(ListRolesRequest request, ServerCallContext context) =>
        roles.ListAsync(request, context);

    public override Task<GetFieldResponse> GetField(GetFieldRequest request, ServerCallContext context) =>
        roles.GetFieldAsync(request, context);

    public override Task<ListFieldsResponse> ListFields(ListFieldsRequest request, ServerCallContext context) =>
        roles.ListFieldsAsync(request, context);

    public override Task<SearchRolesResponse> SearchRoles(SearchRolesRequest request, ServerCallContext context) =>
        titles.SearchAsync(request, context);

    public override Task<ResolveTitleResponse> ResolveTitle(ResolveTitleRequest request, ServerCallContext context) =>
        titles.ResolveAsync(request, context);

    public override Task<GetSkillResponse> GetSkill(GetSkillRequest request, ServerCallContext context) =>
        skills.GetAsync(request, context);

    public override Task<ListSkillsResponse> ListSkills(ListSkillsRequest request, ServerCallContext context) =>
        skills.ListAsync(request, context);

    public override Task<ResolveSkillsResponse> ResolveSkills(ResolveSkillsRequest request, ServerCallContext context) =>
        skills.ResolveAsync(request, context);
}
