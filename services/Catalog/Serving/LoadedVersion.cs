using System.Collections.Frozen;
using CareerRecs.Catalog.V1;
using CareerRecs.Catalog.Versions;
using CareerRecs.ServiceDefaults.Errors;
using CareerRecs.Vocabulary;
using Grpc.Core;

namespace CareerRecs.Catalog.Serving;

/// <summary>A version in memory, with what the catalog's own answers need beside the shared snapshot.</summary>
public sealed class LoadedVersion(VersionKey key, CatalogSnapshot snapshot)
{
    private readonly Lazy<FrozenDictionary<string, int>> _rolesBySkill = new(() =>
        snapshot
            .Roles.SelectMany(role => role.Skills, (_, skill) => skill.Skill)
            .CountBy(skill => skill, StringComparer.Ordinal)
            .ToFrozenDictionary(StringComparer.Ordinal)
    );

    private long _lastUse;

    /// <summary>Whose it is.</summary>
    public VersionKey Key => key;

    /// <summary>Its resource name, which every answer carries.</summary>
    public string Name => key.Name;

    /// <summary>Its content. Shared by all readers: never changed.</summary>
    public CatalogSnapshot Snapshot => snapshot;

    /// <summary>The version.</summary>
    public CatalogVersion Version => snapshot.Version;

    internal long LastUse => Interlocked.Read(ref _lastUse);

    /// <summary>How many roles ask for a skill.</summary>
    public int RolesAskingFor(string skill) => _rolesBySkill.Value.GetValueOrDefault(skill);

    /// <summary>Error for an entry that this version does not have; <paramref name="method"/> finds those it has.</summary>
    internal RpcException NotFound(string name, string method) =>
        Errors.NotFound(name, $"It is not in {Name}. {method} finds what is.");

    internal void Used(long stamp) => Interlocked.Exchange(ref _lastUse, stamp);
}
