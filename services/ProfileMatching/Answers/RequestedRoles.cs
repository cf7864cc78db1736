using CareerRecs.Catalog.V1;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.ServiceDefaults.Errors;
using CareerRecs.Types.V1;
using CareerRecs.Vocabulary;
using Google.Protobuf.Collections;

namespace CareerRecs.ProfileMatching.Answers;

/// <summary>Limits of a request on the roles that it asks for. The default is none.</summary>
/// <param name="Filter">Families, levels, track and roles to keep or leave out; null: all.</param>
/// <param name="Candidates">The only roles to consider, by resource name or external id; empty: all.</param>
/// <param name="ExcludeHeld">Whether roles held are left out.</param>
internal sealed record RoleLimits(
    RoleFilter? Filter = null,
    IReadOnlyCollection<string>? Candidates = null,
    bool ExcludeHeld = false
);

/// <summary>Roles of a catalog version that a request asks for and the person does not decline.</summary>
internal sealed class RequestedRoles
{
    private const int FamiliesNamed = 5;
    private const int TitlesDeclined = 5;

    private readonly MatchIndex _index;
    private readonly RoleFilter _filter;
    private readonly HashSet<RoleId>? _candidates;
    private readonly HashSet<string>? _families;
    private readonly HashSet<string> _notFamilies;
    private readonly HashSet<RoleId> _leftOut;
    private readonly HashSet<string> _notThis;
    private readonly HashSet<RoleId> _declined;

    /// <summary>Words with which the person declines nothing that the catalog has, as they said them.</summary>
    public IReadOnlyList<string> Unmatched { get; }

    /// <param name="index">The catalog version.</param>
    /// <param name="held">Roles that the person holds or held.</param>
    /// <param name="notThis">Roles, families or titles that the person declines, in their own words. Words without a match are
    /// ignored.</param>
    /// <param name="limits">Limits of the request.</param>
    /// <exception cref="global::Grpc.Core.RpcException">INVALID_ARGUMENT if the request names a role or family that the catalog
    /// does not have.</exception>
    public RequestedRoles(MatchIndex index, IEnumerable<RoleId> held, IEnumerable<string> notThis, RoleLimits limits)
    {
        (_index, _filter) = (index, limits.Filter ?? new RoleFilter());
        RequireStatedByCatalogs(_filter);
        _notThis = [];
        _declined = [];
        Unmatched = [.. notThis.Where(words => !TryDecline(words))];
        if (_filter.Families.Count > 0)
        {
            _families = Families(_filter.Families, "filter.families");
        }

        _notFamilies = Families(_filter.NotFamilies, "filter.not_families");
        if (limits.Candidates is { Count: > 0 } candidates)
        {
            _candidates = Roles(candidates, "candidate_roles");
        }

        _leftOut = Roles(_filter.NotRoles, "filter.not_roles");
        if (limits.ExcludeHeld)
        {
            _leftOut.UnionWith(held);
        }
    }

    /// <summary>A filter that no role can pass or fail would be taken for one that was kept.</summary>
    private static void RequireStatedByCatalogs(RoleFilter filter)
    {
        if (filter.Places.Count > 0)
        {
            throw Errors.InvalidArgument("filter.places", "no catalog states places of a role yet; leave it out");
        }

        if (filter.RemoteOnly)
        {
            throw Errors.InvalidArgument("filter.remote_only", "no catalog states which roles are remote yet; leave it out");
        }
    }

    /// <summary>Whether the request asks for the role and the person does not decline it.</summary>
    public bool Includes(RoleId id)
    {
        if (_candidates is not null && !_candidates.Contains(id))
        {
            return false;
        }

        var role = _index.Roles[id];
        if (_leftOut.Contains(id) || _notFamilies.Contains(role.Family))
        {
            return false;
        }

        if (_families is not null && !_families.Contains(role.Family))
        {
            return false;
        }

        if (
            _filter.Seniorities.Count > 0
            && role.Seniority != Seniority.Unspecified
            && !_filter.Seniorities.Contains(role.Seniority)
        )
        {
            return false;
        }

        if (_filter.Track != Track.Unspecified && role.Track != Track.Unspecified && role.Track != _filter.Track)
        {
            return false;
        }

        return _notThis.Count == 0 || !(_declined.Contains(id) || IsNotWanted(role));
    }

    private bool TryDecline(string words)
    {
        var plain = Plain(words);
        if (plain.Length == 0)
        {
            return true;
        }

        var meant = Declined(_index, plain).ToList();
        _declined.UnionWith(meant);
        _notThis.Add(plain);
        return meant.Count > 0
            || _index.Snapshot.Roles.Any(role =>
                Plain(role.Title) == plain || Plain(role.Family) == plain || Plain(role.Name) == plain
            );
    }

    /// <summary>
    /// The roles that declined words mean: by another title, or as a part of their own. "Nurse" declines all nurses. The whole
    /// title of a role declines that role alone.
    /// </summary>
    private static IEnumerable<RoleId> Declined(MatchIndex index, string words)
    {
        if (index.Snapshot.Roles.Any(role => Plain(role.Title) == words))
        {
            return [];
        }

        var phrase = $" {Singular(words)} ";
        return index
            .Snapshot.Roles.Where(role => $" {Singular(role.Title)} ".Contains(phrase, StringComparison.Ordinal))
            .Select(role => role.Name)
            .Concat(
                index
                    .Snapshot.TitleLexicon.Read(words, TitlesDeclined)
                    .Matches.Where(match => match.Confidence >= HeldTitle.Certain)
                    .Select(match => match.Role)
            )
            .Select(name => index.RoleIds[name]);
    }

    private static string Singular(string text) =>
        string.Join(' ', TextAnalysis.Tokenize(text).Select(token => TextAnalysis.Singular(token.Text)));

    private bool IsNotWanted(Role role) =>
        _notThis.Contains(Plain(role.Name)) || _notThis.Contains(Plain(role.Family)) || _notThis.Contains(Plain(role.Title));

    /// <summary>The roles that a field names, by resource name or external id.</summary>
    private HashSet<RoleId> Roles(IEnumerable<string> names, string field) =>
        [
            .. names.Select(
                (name, position) =>
                    _index.RoleIds.TryGetValue(name, out var role) || _index.ExternalIds.TryGetValue(name, out role)
                        ? role
                        : throw Errors.InvalidArgument(
                            $"{field}[{position}]",
                            $"'{name}' is neither a role of {_index.Snapshot.Version.Name} nor an external id in it"
                        )
            ),
        ];

    /// <summary>The families that a field names, as the catalog writes them.</summary>
    private HashSet<string> Families(RepeatedField<string> asked, string field)
    {
        if (asked.Count == 0)
        {
            return [];
        }

        var known = _index.Snapshot.Roles.Select(r => r.Family).Where(f => f.Length > 0).Distinct().ToLookup(Plain);
        for (var i = 0; i < asked.Count; i++)
        {
            if (known.Contains(Plain(asked[i])))
            {
                continue;
            }

            var near = NearNames.Order(asked[i], known.SelectMany(f => f)).Take(FamiliesNamed);
            throw Errors.InvalidArgument(
                $"{field}[{i}]",
                $"'{asked[i]}' is no family of {_index.Snapshot.Version.Name}; the nearest are: {string.Join(", ", near)}"
            );
        }

        return [.. asked.SelectMany(f => known[Plain(f)])];
    }

    private static string Plain(string text) =>
        text.StartsWith("catalogs/", StringComparison.Ordinal) ? text : TextAnalysis.Normalize(text);
}
