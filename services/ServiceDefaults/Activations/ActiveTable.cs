using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace CareerRecs.ServiceDefaults.Activations;

/// <summary>
/// Active versions by key, as this replica knows them: one immutable table that readers see as a whole. A version yields only to
/// one of the same or a higher revision, so news that arrives late changes nothing.
/// </summary>
/// <typeparam name="TKey">Kind of the keys, such as a catalog and its owner.</typeparam>
/// <typeparam name="TVersion">What is active under a key.</typeparam>
public sealed class ActiveTable<TKey, TVersion>
    where TKey : notnull
    where TVersion : class
{
    private ImmutableDictionary<TKey, (TVersion Version, long Revision)>? _active;

    /// <summary>Whether anything was applied, if only an empty list.</summary>
    public bool IsKnown => Volatile.Read(ref _active) is not null;

    /// <summary>Active version of the key; null if none is known.</summary>
    public TVersion? Find(TKey key) =>
        Volatile.Read(ref _active) is { } active && active.TryGetValue(key, out var found) ? found.Version : null;

    /// <summary>Returns the active version of the key, if one is known.</summary>
    public bool TryGet(TKey key, [NotNullWhen(true)] out TVersion? version) => (version = Find(key)) is not null;

    /// <summary>Whether the revision is higher than the known one.</summary>
    public bool IsNews(TKey key, long revision) =>
        Volatile.Read(ref _active) is not { } active || !active.TryGetValue(key, out var known) || known.Revision < revision;

    /// <summary>Applies one activation. Returns false if a higher revision is known.</summary>
    public bool Apply(TKey key, TVersion version, long revision)
    {
        Apply([(key, version, revision)]);
        return ReferenceEquals(Find(key), version);
    }

    /// <summary>Applies activations; those with a lower revision than the known one change nothing.</summary>
    public void Apply(IEnumerable<(TKey Key, TVersion Version, long Revision)> activations)
    {
        ImmutableInterlocked.Update(
            ref _active,
            (active, changes) =>
            {
                var table = (active ?? ImmutableDictionary<TKey, (TVersion Version, long Revision)>.Empty).ToBuilder();
                foreach (var (key, version, revision) in changes)
                {
                    if (!table.TryGetValue(key, out var known) || known.Revision <= revision)
                    {
                        table[key] = (version, revision);
                    }
                }

                return table.ToImmutable();
            },
            activations.ToList()
        );
    }
}
