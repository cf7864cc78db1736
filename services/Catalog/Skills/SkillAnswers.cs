using CareerRecs.Catalog.Serving;
using CareerRecs.Catalog.V1;
using CareerRecs.ServiceDefaults.Storage;
using Grpc.Core;

namespace CareerRecs.Catalog.Skills;

/// <summary>Answers about skills.</summary>
internal sealed class SkillAnswers(ServedCatalogs catalogs)
{
    private const int DefaultPageSize = 50;
    private const int MaxPageSize = 1000;

    /// <summary>Returns a skill and how many roles ask for it.</summary>
    public async Task<GetSkillResponse> GetAsync(GetSkillRequest request, ServerCallContext context)
    {
        var version = await catalogs.FindAsync(context, request.Name, request.CatalogVersion);
        if (!version.Snapshot.TryGetSkill(request.Name, out var skill))
        {
            throw version.NotFound(request.Name, "ResolveSkills");
        }
        return new GetSkillResponse
        {
            Skill = skill,
            CatalogVersion = version.Name,
            RoleCount = version.RolesAskingFor(skill.Name),
        };
    }

    /// <summary>Returns a page of the skills of the categories asked for.</summary>
    public async Task<ListSkillsResponse> ListAsync(ListSkillsRequest request, ServerCallContext context)
    {
        var page = VersionPage.Of(request, request.PageToken, request.CatalogVersion);
        var version = await catalogs.FindAsync(context, request.Catalog, page.Version);
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

    /// <summary>Returns the skill that each text means, if any.</summary>
    public async Task<ResolveSkillsResponse> ResolveAsync(ResolveSkillsRequest request, ServerCallContext context)
    {
        var version = await catalogs.FindAsync(context, request.Catalog, request.CatalogVersion);
        return new ResolveSkillsResponse
        {
            Resolutions = { request.Texts.Select(version.Snapshot.SkillLexicon.Resolve) },
            CatalogVersion = version.Name,
        };
    }
}
