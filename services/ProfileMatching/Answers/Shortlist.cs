using System.Runtime.InteropServices;
using CareerRecs.Catalog.V1;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Ranking;

namespace CareerRecs.ProfileMatching.Answers;

/// <summary>
/// Decides whether an answer shows any roles, and which. Answers about a person ask here, so that a rule is written once; how
/// well a role fits is decided by the engine.
/// </summary>
internal sealed class Shortlist
{
    private readonly MatchIndex _index;
    private readonly PersonEvidence _person;
    private readonly RequestedRoles _requested;

    /// <param name="index">The catalog version.</param>
    /// <param name="person">The person asked about.</param>
    /// <param name="notWanted">Roles, families or titles that the person declines.</param>
    /// <param name="limits">Limits of the request; null: none.</param>
    /// <exception cref="global::Grpc.Core.RpcException">INVALID_ARGUMENT if the request names a role or family that the catalog
    /// does not have.</exception>
    public Shortlist(MatchIndex index, PersonEvidence person, IEnumerable<string> notWanted, RoleLimits? limits = null)
    {
        (_index, _person) = (index, person);
        _requested = new RequestedRoles(index, person.RolesHeld, notWanted, limits ?? new RoleLimits());
    }

    /// <summary>Whether the person said enough for an answer.</summary>
    public static bool HasEnoughEvidence(PersonView person) => person.Mass >= person.Index.Parameters.LeastEvidence;

    /// <summary>
    /// Where a ranking ends: at a share of its best fit (<see cref="FitParameters.CutShare"/>). Roles that nothing said speaks
    /// for are left out before that. The best fit is that of the roles ranked, so of those that pass the filters and gates.
    /// </summary>
    /// <param name="person">The person.</param>
    /// <param name="ranked">Roles, best first.</param>
    public static List<RankedRole> Cut(PersonView person, IReadOnlyList<RankedRole> ranked)
    {
        var supported = ranked.Where(r => IsSupported(person, r.Role)).ToList();
        return supported.Count == 0
            ? supported
            : [.. supported.TakeWhile(r => r.MilliPoints >= supported[0].MilliPoints * person.Index.Parameters.CutShare)];
    }

    /// <summary>
    /// Whether anything that the person said speaks for the role. Of a role whose source states no skills, such as "all other"
    /// occupations, nobody can say what it takes: only its own title speaks for it.
    /// </summary>
    public static bool IsSupported(PersonView person, RoleId role)
    {
        var support = Support.ForRole(person, role);
        return support.BestVote >= person.Index.Parameters.LeastVote && (person.Index.TotalWeight[role] > 0 || support.IsHeld);
    }

    /// <summary>Whether a fact that the person stated contradicts a requirement of the role.</summary>
    public static bool IsRuledOut(PersonEvidence person, Role role) => Gates.RuleOut(person, role);

    /// <summary>Words with which the person declines nothing that the catalog has.</summary>
    public IReadOnlyList<string> UnmatchedDeclines => _requested.Unmatched;

    /// <summary>Whether the request asks for the role and the person does not decline it, suitable or not.</summary>
    public bool IsRequested(RoleId role) => _requested.Includes(role);

    /// <summary>Whether an answer may show the role.</summary>
    public bool IsShown(RoleId role) => IsRequested(role) && !IsRuledOut(_person, _index.Roles[role]);

    /// <summary>
    /// Goes over all roles of the catalog, also those without a word in common with the person, so that the counts are the
    /// catalog's.
    /// </summary>
    /// <param name="includeRuledOut">Whether roles that a stated fact rules out are shown too.</param>
    public ShortlistedRoles Select(bool includeRuledOut)
    {
        var shown = new bool[_index.RoleCount];
        var (requested, ruledOut) = (0, 0);
        for (var i = 0; i < shown.Length; i++)
        {
            var role = new RoleId(i);
            if (!IsRequested(role))
            {
                continue;
            }

            requested++;
            var fails = IsRuledOut(_person, _index.Roles[role]);
            if (fails)
            {
                ruledOut++;
            }

            shown[i] = includeRuledOut || !fails;
        }

        return new ShortlistedRoles(new(ImmutableCollectionsMarshal.AsImmutableArray(shown)), requested, ruledOut);
    }
}

/// <summary>Roles of a catalog that an answer may show.</summary>
/// <param name="Shown">Whether each role may be shown, by role.</param>
/// <param name="RequestedCount">Roles that the request asks for.</param>
/// <param name="RuledOutCount">Roles among them that a stated fact rules out.</param>
internal sealed record ShortlistedRoles(RoleTable<bool> Shown, int RequestedCount, int RuledOutCount);
