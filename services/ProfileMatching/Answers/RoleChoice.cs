using CareerRecs.Catalog.V1;
using CareerRecs.Matching.Engine.Fit;
using CareerRecs.Matching.Engine.Ranking;
using CareerRecs.Matching.V1;
using CareerRecs.ServiceDefaults.Errors;
using CareerRecs.Types.V1;
using CareerRecs.Vocabulary;
using Google.Protobuf.Collections;

namespace CareerRecs.Matching.Answers;

/// <summary>Which roles of an index count in an answer. It decides what is shown, never how well anything fits.</summary>
internal sealed class RoleChoice
{
    private const int FamiliesNamed = 5;

    private readonly MatchIndex _index;
    private readonly PersonEvidence _person;
    private readonly RoleFilter _filter;
    private readonly HashSet<int>? _candidates;
    private readonly HashSet<string>? _families;
    private readonly HashSet<string> _notFamilies;
    private readonly HashSet<int> _leftOut;
    private readonly HashSet<string> _notThis;

    /// <param name="index">The roles.</param>
    /// <param name="person">Who is asked about.</param>
    /// <param name="notThis">What the person does not want in their own words: role names, families or titles. Words that mean nothing here do no harm.</param>
    /// <param name="filter">Which roles count; null: all.</param>
    /// <param name="candidates">The only roles that count, by resource name or external id; none: all.</param>
    /// <param name="excludeHeld">Whether roles held do not count.</param>
    /// <exception cref="global::Grpc.Core.RpcException">INVALID_ARGUMENT where a role or family that the request names is none of the catalog.</exception>
    public RoleChoice(
        MatchIndex index, PersonEvidence person, IEnumerable<string> notThis, RoleFilter? filter = null, IReadOnlyCollection<string>? candidates = null, bool excludeHeld = false)
    {
        (_index, _person, _filter) = (index, person, filter ?? new RoleFilter());
        _notThis = [.. notThis.Select(Plain)];
        if (_filter.Families.Count > 0) _families = Families(_filter.Families, "filter.families");
        _notFamilies = Families(_filter.NotFamilies, "filter.not_families");
        if (candidates is { Count: > 0 }) _candidates = Roles(candidates, "candidate_roles");
        _leftOut = Roles(_filter.NotRoles, "filter.not_roles");
        if (excludeHeld) _leftOut.UnionWith(person.RolesHeld);
    }

    /// <summary>Whether the role counts.</summary>
    public bool Counts(int id)
    {
        if (_candidates is not null && !_candidates.Contains(id)) return false;
        var role = _index.Snapshot.Roles[id];
        if (_leftOut.Contains(id) || _notFamilies.Contains(role.Family)) return false;
        if (_families is not null && !_families.Contains(role.Family)) return false;
        if (_filter.Seniorities.Count > 0 && role.Seniority != Seniority.Unspecified && !_filter.Seniorities.Contains(role.Seniority)) return false;
        if (_filter.Track != Track.Unspecified && role.Track != Track.Unspecified && role.Track != _filter.Track) return false;
        return _notThis.Count == 0 || !IsNotWanted(role);
    }

    /// <summary>Whether the role counts and nothing stated rules it out.</summary>
    public bool IsOpen(int id) => Counts(id) && !Gates.RuleOut(_person, _index.Snapshot.Roles[id]);

    private bool IsNotWanted(Role role) =>
        _notThis.Contains(Plain(role.Name)) || _notThis.Contains(Plain(role.Family)) || _notThis.Contains(Plain(role.Title));

    /// <summary>The roles that a field names, by resource name or external id.</summary>
    private HashSet<int> Roles(IEnumerable<string> names, string field) => [.. names.Select((name, position) =>
        _index.RoleIds.TryGetValue(name, out var role) || _index.ExternalIds.TryGetValue(name, out role)
            ? role
            : throw Errors.InvalidArgument($"{field}[{position}]", $"'{name}' is neither a role of {_index.Snapshot.Version.Name} nor an external id in it"))];

    /// <summary>The families that a field names, as the catalog writes them.</summary>
    private HashSet<string> Families(RepeatedField<string> asked, string field)
    {
        if (asked.Count == 0) return [];
        var known = _index.Snapshot.Roles.Select(r => r.Family).Where(f => f.Length > 0).Distinct().ToLookup(Plain);
        for (var i = 0; i < asked.Count; i++)
        {
            if (known.Contains(Plain(asked[i]))) continue;
            var near = NearNames.Order(asked[i], known.SelectMany(f => f)).Take(FamiliesNamed);
            throw Errors.InvalidArgument($"{field}[{i}]", $"'{asked[i]}' is no family of {_index.Snapshot.Version.Name}; the nearest are: {string.Join(", ", near)}");
        }

        return [.. asked.SelectMany(f => known[Plain(f)])];
    }

    private static string Plain(string text) => text.StartsWith("catalogs/", StringComparison.Ordinal) ? text : TextAnalysis.Normalize(text);
}
