using System.Collections.Immutable;
using CareerRecs.Catalog.Versions;

namespace CareerRecs.Catalog.Serving;

/// <summary>
/// Which version of each catalog is active, as this replica knows it: one immutable table, replaced as a whole, so a request
/// costs a look into memory. Only a higher revision replaces what is known; whoever reads late cannot turn time back.
/// </summary>
public sealed class ActiveVersions
{
    private ImmutableDictionary<(string Owner, string CatalogId), (VersionKey Version, long Revision)>? _active;

    /// <summary>Whether the table was read at all.</summary>
    public bool IsKnown => Volatile.Read(ref _active) is not null;

    /// <summary>The active version of the owner's catalog.</summary>
    public VersionKey? Find(string owner, string catalogId) =>
        Volatile.Read(ref _active) is { } active && active.TryGetValue((owner, catalogId), out var found) ? found.Version : null;

    /// <summary>Whether this activation is news.</summary>
    public bool IsNews(VersionKey version, long revision) =>
        Volatile.Read(ref _active) is not { } active
        || !active.TryGetValue((version.Owner, version.CatalogId), out var known)
        || known.Revision < revision;

    /// <summary>Takes in activations; those that are no news change nothing.</summary>
    public void Apply(IEnumerable<(VersionKey Version, long Revision)> activations)
    {
        var news = activations.ToList();
        ImmutableInterlocked.Update(
            ref _active,
            (active, changes) =>
            {
                var table = (active ?? ImmutableDictionary<(string, string), (VersionKey, long Revision)>.Empty).ToBuilder();
                foreach (var (version, revision) in changes)
                {
                    var key = (version.Owner, version.CatalogId);
                    if (!table.TryGetValue(key, out var known) || known.Revision < revision)
                    {
                        table[key] = (version, revision);
                    }
                }

                return table.ToImmutable();
            },
            news
        );
    }
}
