using CareerRecs.Catalog.Serving;
using CareerRecs.Catalog.V1;
using CareerRecs.ServiceDefaults.Errors;
using CareerRecs.ServiceDefaults.Storage;
using CareerRecs.Vocabulary;
using Grpc.Core;

namespace CareerRecs.Catalog.Roles;

/// <summary>Answers about roles and fields.</summary>
internal sealed class RoleAnswers(ServedCatalogs catalogs)
{
    private const int DefaultPageSize = 50;
    private const int MaxPageSize = 1000;
    private const int MaxFields = 100;

    /// <summary>Returns a role with the titles of its skills.</summary>
    public async Task<GetRoleResponse> GetAsync(GetRoleRequest request, ServerCallContext context)
    {
        var version = await catalogs.FindAsync(context, request.Name, request.CatalogVersion);
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

    /// <summary>Returns roles of one catalog, in the order asked for.</summary>
    public async Task<BatchGetRolesResponse> BatchGetAsync(BatchGetRolesRequest request, ServerCallContext context)
    {
        for (var i = 0; i < request.Names.Count; i++)
        {
            if (!request.Names[i].StartsWith($"{request.Catalog}/roles/", StringComparison.Ordinal))
            {
                throw Errors.InvalidArgument($"names[{i}]", $"must be a role of {request.Catalog}; got '{request.Names[i]}'");
            }
        }

        var version = await catalogs.FindAsync(context, request.Catalog, request.CatalogVersion);
        return new BatchGetRolesResponse
        {
            Roles = { request.Names.Select(name => RequireRole(version, name)) },
            CatalogVersion = version.Name,
        };
    }

    /// <summary>Returns a page of the roles that pass the filter.</summary>
    public async Task<ListRolesResponse> ListAsync(ListRolesRequest request, ServerCallContext context)
    {
        var page = VersionPage.Of(request, request.PageToken, request.CatalogVersion);
        var version = await catalogs.FindAsync(context, request.Catalog, page.Version);
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

    /// <summary>Returns a field.</summary>
    public async Task<GetFieldResponse> GetFieldAsync(GetFieldRequest request, ServerCallContext context)
    {
        var version = await catalogs.FindAsync(context, request.Name, request.CatalogVersion);
        return version.Snapshot.TryGetField(request.Name, out var field)
            ? new GetFieldResponse { Field = field, CatalogVersion = version.Name }
            : throw version.NotFound(request.Name, "Role.field");
    }

    /// <summary>Returns a page of the fields.</summary>
    public async Task<ListFieldsResponse> ListFieldsAsync(ListFieldsRequest request, ServerCallContext context)
    {
        var page = VersionPage.Of(request, request.PageToken, request.CatalogVersion);
        var version = await catalogs.FindAsync(context, request.Catalog, page.Version);
        var fields = version.Snapshot.Fields;
        var (items, next) = page.Take(request, version, fields, Paging.Size(request.PageSize, DefaultPageSize, MaxFields));
        return new ListFieldsResponse
        {
            Fields = { items },
            NextPageToken = next,
            TotalSize = fields.Length,
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
        version.Snapshot.TryGetRole(name, out var role) ? role : throw version.NotFound(name, "SearchRoles");

    private static string TitleOf(LoadedVersion version, string skill) =>
        version.Snapshot.TryGetSkill(skill, out var found) ? found.Title : ResourceName.IdOf(skill);
}
