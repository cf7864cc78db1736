using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Moves;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.ProfileMatching.Snapshots;

namespace CareerRecs.ProfileMatching.Answers;

/// <summary>A move that an answer may name.</summary>
/// <param name="Role">The role to move to.</param>
/// <param name="Score">What orders the moves, 0-1.</param>
/// <param name="Kind">Kind of the step to it.</param>
internal readonly record struct OpenMove(RoleId Role, double Score, StepKind Kind);

/// <summary>Finds the moves from where somebody stands that are near enough to name.</summary>
internal static class OpenMoves
{
    private const int MostFitting = 50;

    /// <summary>
    /// The moves, the most likely first. Of a person who said more than titles, something said must speak for the role. Without a
    /// known present role nothing is near; then they are the roles that a recommendation would show, in its order.
    /// </summary>
    /// <param name="catalog">The version.</param>
    /// <param name="start">Where the moves start.</param>
    /// <param name="person">The person; null where the start is a role.</param>
    /// <param name="there">The person, or the holder of the role, with what the present role takes.</param>
    /// <param name="shortlist">The roles that the answer may show.</param>
    public static IEnumerable<OpenMove> Find(
        CatalogHandle catalog,
        MoveStart start,
        PersonView? person,
        PersonView there,
        Shortlist shortlist
    )
    {
        var (index, level, parameters) = (catalog.Index, start.Known.Seniority, MoveParameters.Shipped);
        var limits = new MoveLimits(index, start.Present, level, parameters);
        var ranked =
            start.Role is null && person is not null
                ? RankByFit(person, shortlist)
                : MoveRanker.Rank(catalog.Moves, start, person, parameters, shortlist.IsShown);
        return ranked
            .Where(move =>
                limits.Allow(there, move.Role) && (person is not { SaidWeight: > 0 } || Shortlist.IsSupported(person, move.Role))
            )
            .Select(move => new OpenMove(move.Role, move.Score, Steps.Between(index, start.Role, level, move.Role)));
    }

    private static IEnumerable<RankedMove> RankByFit(PersonView person, Shortlist shortlist) =>
        Shortlist
            .Cut(person, Ranker.Rank(person, MostFitting, shortlist.IsShown))
            .Select(fitting => new RankedMove(fitting.Role, (double)fitting.MilliPoints / FitParts.FullMark));
}
