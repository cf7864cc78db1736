using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Ranking;

namespace CareerRecs.ProfileMatching.Engine.Moves;

/// <summary>A role to move to.</summary>
/// <param name="Role">The role.</param>
/// <param name="Score">What orders the moves, 0-1.</param>
internal readonly record struct RankedMove(RoleId Role, double Score);

/// <summary>Orders the roles of a catalog by how likely a move to each is.</summary>
internal static class MoveRanker
{
    /// <summary>All roles that count, but for the present one and others of its title, best first.</summary>
    /// <param name="moves">The catalog.</param>
    /// <param name="start">Where the moves start.</param>
    /// <param name="person">The person, whose fit counts; null where the start is a role.</param>
    /// <param name="parameters">The weights.</param>
    /// <param name="counts">Whether a role counts.</param>
    public static List<RankedMove> Rank(
        MoveIndex moves,
        MoveStart start,
        PersonView? person,
        MoveParameters parameters,
        Func<RoleId, bool> counts
    ) => Rank(moves, start, MoveFeatures.Of(moves, start), person, parameters, counts);

    /// <summary>The same with features that are known already.</summary>
    internal static List<RankedMove> Rank(
        MoveIndex moves,
        MoveStart start,
        float[][] features,
        PersonView? person,
        MoveParameters parameters,
        Func<RoleId, bool> counts
    )
    {
        var weights = MoveFeatures.Names.Select(name => parameters.Weights[name]).ToArray();
        var fits = new int[features.Length];
        if (person is not null)
        {
            foreach (var ranked in Ranker.Rank(person, features.Length, _ => true))
            {
                fits[ranked.Role.Index] = ranked.MilliPoints;
            }
        }

        var next = NextStep(moves.Match, start.Role);
        var ranking = new List<RankedMove>(features.Length);
        foreach (var role in moves.Match.Roles.Ids)
        {
            if (start.Present.Contains(role) || !counts(role))
            {
                continue;
            }

            var sum = parameters.Fit * fits[role.Index] / 100_000;
            for (var f = 0; f < weights.Length; f++)
            {
                sum += weights[f] * features[role.Index][f];
            }

            if (role == next)
            {
                sum += parameters.LadderStep;
            }

            ranking.Add(new RankedMove(role, 1 / (1 + Math.Exp(parameters.Half - sum))));
        }

        ranking.Sort((a, b) => b.Score != a.Score ? b.Score.CompareTo(a.Score) : a.Role.CompareTo(b.Role));
        return ranking;
    }

    /// <summary>The role one step up the ladder; null: none.</summary>
    private static RoleId? NextStep(MatchIndex index, RoleId? role)
    {
        if (role is not { } held || index.Roles[held].Ladder is not { } ladder)
        {
            return null;
        }

        var name = index.Roles[held].Name;
        var next = ladder.Steps.SkipWhile(s => s.Role != name).Skip(1).FirstOrDefault(s => s.Role != name);
        return next is not null && index.RoleIds.TryGetValue(next.Role, out var id) ? id : null;
    }
}
