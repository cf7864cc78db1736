using CareerRecs.ProfileMatching.Engine.Fit;

namespace CareerRecs.ProfileMatching.Engine.Ranking;

/// <summary>Finds the roles of the highest scores without sorting all of them.</summary>
internal static class NearestRoles
{
    /// <summary>Roles of the highest scores, in no order; of equal ones those that the catalog lists first.</summary>
    /// <param name="scores">Score of each role.</param>
    /// <param name="most">How many at most.</param>
    public static IEnumerable<RoleId> Find(ReadOnlySpan<float> scores, int most)
    {
        var nearest = new PriorityQueue<int, (float, int)>(most + 1);
        for (var role = 0; role < scores.Length; role++)
        {
            // Nearly all are below the least of the nearest: one comparison each.
            if (nearest.Count == most && scores[role] <= scores[nearest.Peek()])
            {
                continue;
            }

            nearest.Enqueue(role, (scores[role], -role));
            if (nearest.Count > most)
            {
                nearest.Dequeue();
            }
        }

        return nearest.UnorderedItems.Select(item => new RoleId(item.Element));
    }
}
