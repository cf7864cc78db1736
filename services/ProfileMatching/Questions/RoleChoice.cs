using CareerRecs.Catalog.V1;
using CareerRecs.Matching.Ranking;
using CareerRecs.Matching.V1;
using CareerRecs.ServiceDefaults.Errors;
using CareerRecs.Types.V1;
using CareerRecs.Vocabulary;
using Google.Protobuf.Collections;

namespace CareerRecs.Matching.Questions;

/// <summary>Which roles of an index count in an answer. It decides what is shown, never how well anything fits.</summary>
internal sealed class RoleChoice
{
    private const int FamiliesNamed = 5;

    private readonly MatchIndex _index;
    private readonly RoleFilter _filter;
    private readonly HashSet<int>? _candidates;
    private readonly HashSet<string>? _families;
    private readonly HashSet<string> _notWanted;
    private readonly HashSet<int> _held = [];

    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT where a candidate is no role, or a family no family, of the catalog.</exception>
    public RoleChoice(MatchIndex index, RecommendRolesRequest request, PersonEvidence person, IEnumerable<string> notWanted)
    {
        _index = index;
        _filter = request.Filter ?? new RoleFilter();
        _notWanted = [.. notWanted.Concat(_filter.NotRoles).Concat(_filter.NotFamilies).Select(Plain)];
        if (_filter.Families.Count > 0) _families = Families(_filter.Families);
        if (request.CandidateRoles.Count > 0) _candidates = [.. request.CandidateRoles.Select(Candidate)];
        if (request.ExcludeHeldRoles) _held = [.. person.RolesHeld];
    }

    /// <summary>Whether the role counts.</summary>
    public bool Counts(int id)
    {
        if (_candidates is not null && !_candidates.Contains(id)) return false;
        var role = _index.Snapshot.Roles[id];
        if (_held.Contains(id)) return false;
        if (_families is not null && !_families.Contains(role.Family)) return false;
        if (_filter.Seniorities.Count > 0 && role.Seniority != Seniority.Unspecified && !_filter.Seniorities.Contains(role.Seniority)) return false;
        if (_filter.Track != Track.Unspecified && role.Track != Track.Unspecified && role.Track != _filter.Track) return false;
        return _notWanted.Count == 0 || !IsNotWanted(role);
    }

    private bool IsNotWanted(Role role) =>
        _notWanted.Contains(Plain(role.Name)) || _notWanted.Contains(Plain(role.Family)) || _notWanted.Contains(Plain(role.Title));

    private int Candidate(string name, int position)
    {
        if (_index.RoleIds.TryGetValue(name, out var role) || _index.ExternalIds.TryGetValue(name, out role)) return role;
        throw Errors.InvalidArgument($"candidate_roles[{position}]", $"'{name}' is neither a role of {_index.Snapshot.Version.Name} nor an external id in it");
    }

    /// <summary>The families asked for, as the catalog writes them.</summary>
    private HashSet<string> Families(RepeatedField<string> asked)
    {
        var known = _index.Snapshot.Roles.Select(r => r.Family).Where(f => f.Length > 0).Distinct().ToLookup(Plain);
        for (var i = 0; i < asked.Count; i++)
        {
            if (known.Contains(Plain(asked[i]))) continue;
            var near = NearNames.Order(asked[i], known.SelectMany(f => f)).Take(FamiliesNamed);
            throw Errors.InvalidArgument($"filter.families[{i}]", $"'{asked[i]}' is no family of {_index.Snapshot.Version.Name}; the nearest are: {string.Join(", ", near)}");
        }

        return [.. asked.SelectMany(f => known[Plain(f)])];
    }

    private static string Plain(string text) => text.StartsWith("catalogs/", StringComparison.Ordinal) ? text : TextAnalysis.Normalize(text);
}
