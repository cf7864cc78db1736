using CareerRecs.Catalog.V1;
using CareerRecs.Matching.Ranking;
using CareerRecs.Vocabulary;

namespace CareerRecs.Matching.Index;

/// <summary>A catalog version, ready to answer from. Immutable; hold it for one request, so that the request sees one version.</summary>
/// <param name="Owner">Whose catalog it is: a tenant, or everybody's.</param>
/// <param name="Snapshot">Its content.</param>
/// <param name="Index">The content compiled for ranking.</param>
public sealed record CatalogHandle(string Owner, CatalogSnapshot Snapshot, MatchIndex Index)
{
    /// <summary>The version's own record.</summary>
    public CatalogVersion Version => Snapshot.Version;
}
