using CareerRecs.Catalog.V1;
using CareerRecs.Catalog.Versions;
using CareerRecs.ServiceDefaults.Storage;
using Grpc.Core;

namespace CareerRecs.Catalog;

public sealed partial class CatalogApi
{
    /// <inheritdoc />
    public override async Task<GetSkillResponse> GetSkill(GetSkillRequest request, ServerCallContext context)
    {
        var version = await FindAsync(context, request.Name, request.CatalogVersion);
        if (!version.Snapshot.TryGetSkill(request.Name, out var skill))
        {
            throw NotFound(request.Name, version, "ResolveSkills");
        }
        return new GetSkillResponse
        {
            Skill = skill,
            CatalogVersion = version.Name,
            RoleCount = version.RolesAskingFor(skill.Name),
        };
    }

    /// <inheritdoc />
    public override async Task<ListSkillsResponse> ListSkills(ListSkillsRequest request, ServerCallContext context)
    {
        var page = VersionPage.Of(request, request.PageToken, request.CatalogVersion);
        var version = await FindAsync(context, request.Catalog, page.Version);
        var skills = version
            .Snapshot.Skills.Where(skill => request.Categories.Count == 0 || request.Categories.Contains(skill.Category))
            .ToList();
        var size = Paging.Size(request.PageSize, DefaultPageSize, MaxPageSize);
        var (items, next) = page.Take(request, version, skills, size);
        return new ListSkillsResponse
        {
            Skills = { items },
            NextPageToken = next,
            TotalSize = skills.Count,
            CatalogVersion = version.Name,
        };
    }

    /// <inheritdoc />
    public override async Task<ResolveSkillsResponse> ResolveSkills(ResolveSkillsRequest request, ServerCallContext context)
    {
        var version = await FindAsync(context, request.Catalog, request.CatalogVersion);
        return new ResolveSkillsResponse
        {
            Resolutions = { request.Texts.Select(version.Snapshot.SkillLexicon.Resolve) },
            CatalogVersion = version.Name,
        };
    }
}
