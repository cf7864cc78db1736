using CareerRecs.ProfileMatching.Engine.Ranking;

namespace CareerRecs.ProfileMatching.Engine.Moves;

/// <summary>A role to move to.</summary>
/// <param name="Role">The role.</param>
/// <param name="Score">What orders the moves, 0-1.</param>
internal readonly record struct RankedMove(int Role, double Score);

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
        Func<int, bool> counts
    ) => Rank(moves, start, MoveFeatures.Of(moves, start), person, parameters, counts);

    /// <summary>The same with features that are known already.</summary>
    internal static List<RankedMove> Rank(
        MoveIndex moves,
        MoveStart start,
        float[][] features,
        PersonView? person,
        MoveParameters parameters,
        Func<int, bool> counts
    )
    {
        var weights = MoveFeatures.Names.Select(name => parameters.Weights[name]).ToArray();
        var fits = new int[features.Length];
        if (person is not null)
        {
            foreach (var ranked in Ranker.Rank(person, features.Length, _ => true))
            {
                fits[ranked.Role] = ranked.MilliPoints;
            }
        }

        var next = NextStep(moves.Match, start.Role);
        var ranking = new List<RankedMove>(features.Length);
        for (var role = 0; role < features.Length; role++)
        {
            if (start.Present.Contains(role) || !counts(role))
            {
                continue;
            }

            var sum = parameters.Fit * fits[role] / 100_000;
            for (var f = 0; f < weights.Length; f++)
            {
                sum += weights[f] * features[role][f];
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

    /// <summary>The role one step up the ladder; -1: none.</summary>
    private static int NextStep(MatchIndex index, int role)
    {
        if (role < 0 || index.Snapshot.Roles[role].Ladder is not { } ladder)
        {
            return -1;
        }

        var name = index.Snapshot.Roles[role].Name;
        var next = ladder.Steps.SkipWhile(s => s.Role != name).Skip(1).FirstOrDefault(s => s.Role != name);
        return next is not null && index.RoleIds.TryGetValue(next.Role, out var id) ? id : -1;
    }
}
