using CareerRecs.Catalog.Roles;
using CareerRecs.Catalog.V1;
using CareerRecs.Catalog.Versions;
using CareerRecs.ServiceDefaults.Errors;
using CareerRecs.ServiceDefaults.Storage;
using CareerRecs.Vocabulary;
using Grpc.Core;

namespace CareerRecs.Catalog;

public sealed partial class CatalogApi
{
    /// <inheritdoc />
    public override async Task<GetRoleResponse> GetRole(GetRoleRequest request, ServerCallContext context)
    {
        var version = await FindAsync(context, request.Name, request.CatalogVersion);
        var role = RequireRole(version, request.Name);
        var field = version.Snapshot.TryGetField(role.Field, out var found) ? found : null;
        return new GetRoleResponse
        {
            Role = role,
            CatalogVersion = version.Name,
            SkillTitles = { role.Skills.Select(skill => TitleOf(version, skill.Skill)) },
            Attributions = { version.Version.Attributions.Concat(role.Attributions).Distinct(StringComparer.Ordinal) },
            Field = field,
            KeyRoles = { KeyRoles(version, field) },
        };
    }

    /// <inheritdoc />
    public override async Task<BatchGetRolesResponse> BatchGetRoles(BatchGetRolesRequest request, ServerCallContext context)
    {
        for (var i = 0; i < request.Names.Count; i++)
        {
            if (!request.Names[i].StartsWith($"{request.Catalog}/roles/", StringComparison.Ordinal))
            {
                throw Errors.InvalidArgument($"names[{i}]", $"must be a role of {request.Catalog}; '{request.Names[i]}' came");
            }
        }

        var version = await FindAsync(context, request.Catalog, request.CatalogVersion);
        return new BatchGetRolesResponse
        {
            Roles = { request.Names.Select(name => RequireRole(version, name)) },
            CatalogVersion = version.Name,
        };
    }

    /// <inheritdoc />
    public override async Task<ListRolesResponse> ListRoles(ListRolesRequest request, ServerCallContext context)
    {
        var page = VersionPage.Of(request, request.PageToken, request.CatalogVersion);
        var version = await FindAsync(context, request.Catalog, page.Version);
        var all = request.IncludeRetired
            ? version.Snapshot.AllRoles.OrderBy(role => role.Name, StringComparer.Ordinal)
            : version.Snapshot.Roles.AsEnumerable();
        var roles = all.Where(new RoleFilter(request).Passes).ToList();
        var size = Paging.Size(request.PageSize, DefaultPageSize, MaxPageSize);
        var (items, next) = page.Take(request, version, roles, size);
        return new ListRolesResponse
        {
            Roles = { request.View == RoleView.Full ? items : items.Select(RoleViews.Basic) },
            NextPageToken = next,
            TotalSize = roles.Count,
            CatalogVersion = version.Name,
        };
    }

    private static IEnumerable<KeyRole> KeyRoles(LoadedVersion version, Field? field)
    {
        foreach (var name in field?.KeyRoles ?? [])
        {
            if (version.Snapshot.TryGetRole(name, out var role))
            {
                yield return new KeyRole
                {
                    Role = role.Name,
                    Title = role.Title,
                    Ladder = role.Ladder,
                };
            }
        }
    }

    private static Role RequireRole(LoadedVersion version, string name) =>
        version.Snapshot.TryGetRole(name, out var role) ? role : throw NotFound(name, version, "SearchRoles");

    private static string TitleOf(LoadedVersion version, string skill) =>
        version.Snapshot.TryGetSkill(skill, out var found) ? found.Title : ResourceName.IdOf(skill);
}
