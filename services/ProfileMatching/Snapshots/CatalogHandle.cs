using CareerRecs.Catalog.V1;
using CareerRecs.Matching.Engine.Ranking;
using CareerRecs.ServiceDefaults.Errors;
using CareerRecs.Vocabulary;

namespace CareerRecs.Matching.Snapshots;

/// <summary>A catalog version, ready to answer from. Immutable; hold it for one request, so that the request sees one version.</summary>
/// <param name="Owner">Whose catalog it is: a tenant, or everybody's.</param>
/// <param name="Snapshot">Its content.</param>
/// <param name="Index">The content compiled for ranking.</param>
public sealed record CatalogHandle(string Owner, CatalogSnapshot Snapshot, MatchIndex Index)
{
    /// <summary>The version's own record.</summary>
    public CatalogVersion Version => Snapshot.Version;

    /// <summary>The role that a request is about, by resource name.</summary>
    /// <exception cref="global::Grpc.Core.RpcException">NOT_FOUND where it is no role of the version.</exception>
    public int RoleOf(string name) =>
        Index.RoleIds.TryGetValue(name, out var role)
            ? role
            : throw Errors.NotFound(name, $"It is no role of {Version.Name}; SearchRoles and ResolveTitle of the catalog find roles by words.");

    /// <summary>The roles that a field of a request lists, by resource name.</summary>
    /// <exception cref="global::Grpc.Core.RpcException">INVALID_ARGUMENT where one is no role of the version.</exception>
    public List<int> RolesOf(IReadOnlyList<string> names, string field)
    {
        var roles = new List<int>(names.Count);
        for (var i = 0; i < names.Count; i++)
        {
            roles.Add(Index.RoleIds.TryGetValue(names[i], out var role)
                ? role
                : throw Errors.InvalidArgument($"{field}[{i}]", $"'{names[i]}' is no role of {Version.Name}; SearchRoles and ResolveTitle of the catalog find roles by words"));
        }

        return roles;
    }
}
