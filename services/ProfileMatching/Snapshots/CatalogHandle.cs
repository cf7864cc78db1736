using CareerRecs.Catalog.V1;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Moves;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.ProfileMatching.Engine.Similar;
using CareerRecs.ServiceDefaults.Errors;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Snapshots;

/// <summary>
/// A catalog version, ready to answer from. Immutable; hold it for one request, so that the request sees one version.
/// </summary>
public sealed class CatalogHandle
{
    private readonly Lazy<RoleSimilarity> _similarity;
    private readonly Lazy<MoveIndex> _moves;

    /// <param name="owner">Tenant that owns the catalog, or the owner of the shared ones.</param>
    /// <param name="snapshot">Content of the version.</param>
    /// <param name="index">The content compiled for ranking.</param>
    public CatalogHandle(string owner, CatalogSnapshot snapshot, MatchIndex index)
    {
        (Owner, Snapshot, Index) = (owner, snapshot, index);
        _similarity = new Lazy<RoleSimilarity>(() => new RoleSimilarity(Index));
        _moves = new Lazy<MoveIndex>(() => new MoveIndex(Index, Similarity));
    }

    /// <summary>Tenant that owns the catalog, or the owner of the shared ones.</summary>
    public string Owner { get; }

    /// <summary>Content of the version.</summary>
    public CatalogSnapshot Snapshot { get; }

    /// <summary>The content compiled for ranking.</summary>
    public MatchIndex Index { get; }

    /// <summary>Similarity of the roles to one another. Compiled on first use.</summary>
    public RoleSimilarity Similarity => _similarity.Value;

    /// <summary>The content compiled for ranking moves. Compiled on first use.</summary>
    internal MoveIndex Moves => _moves.Value;

    /// <summary>The version's own record.</summary>
    public CatalogVersion Version => Snapshot.Version;

    /// <summary>Name of the catalog: <c>catalogs/{catalog}</c>.</summary>
    public string CatalogName => ResourceName.CatalogOf(Version.Name);

    /// <summary>The role that a request is about, by resource name.</summary>
    /// <exception cref="global::Grpc.Core.RpcException">NOT_FOUND where it is no role of the version.</exception>
    public RoleId RoleOf(string name) =>
        Index.RoleIds.TryGetValue(name, out var role)
            ? role
            : throw Errors.NotFound(
                name,
                $"It is no role of {Version.Name}; SearchRoles and ResolveTitle of the catalog find roles by words."
            );

    /// <summary>The roles that a field of a request lists, by resource name.</summary>
    /// <exception cref="global::Grpc.Core.RpcException">INVALID_ARGUMENT where one is no role of the version.</exception>
    public List<RoleId> RolesOf(IReadOnlyList<string> names, string field)
    {
        var roles = new List<RoleId>(names.Count);
        for (var i = 0; i < names.Count; i++)
        {
            roles.Add(
                Index.RoleIds.TryGetValue(names[i], out var role)
                    ? role
                    : throw Errors.InvalidArgument(
                        $"{field}[{i}]",
                        $"'{names[i]}' is no role of {Version.Name}; SearchRoles "
                            + $"and ResolveTitle of the catalog find roles by words"
                    )
            );
        }

        return roles;
    }
}
