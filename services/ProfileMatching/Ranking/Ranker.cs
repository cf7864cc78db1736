using System.Buffers;

namespace CareerRecs.Matching.Ranking;

/// <summary>A role with its fit.</summary>
internal readonly record struct RankedRole(int Role, FitParts Parts)
{
    public int MilliPoints { get; } = Parts.MilliPoints;
}

/// <summary>
/// Ranks all roles of an index. A pass over the postings of the person's skills finds the candidates in single precision; the fit
/// of those that may be shown is then evaluated role by role, so that order and explanation come from the same number.
/// </summary>
internal static class Ranker
{
    /// <summary>Extra candidates evaluated, so that single precision cannot keep a role out.</summary>
    private const int Margin = 20;

    /// <summary>The best roles among those <paramref name="counts"/> lets through, best first, up to <paramref name="most"/>.</summary>
    /// <param name="person">The person.</param>
    /// <param name="most">How many.</param>
    /// <param name="counts">Whether a role counts; asked once a role.</param>
    /// <param name="ladderOf">Groups of which only the best role is kept; null keeps all. Empty: in no group.</param>
    public static List<RankedRole> Rank(PersonView person, int most, Func<int, bool> counts, Func<int, string>? ladderOf = null)
    {
        var roles = person.Index.RoleCount;
        var scores = ArrayPool<double>.Shared.Rent(Math.Max(1, roles));
        var order = ArrayPool<int>.Shared.Rent(Math.Max(1, roles));
        try
        {
            Approximate(person, scores.AsSpan(0, roles));
            var candidates = 0;
            for (var role = 0; role < roles; role++)
            {
                if (scores[role] > 0 && counts(role)) order[candidates++] = role;
            }

            // Ladders may hold many steps; a wider net makes sure that enough of them are left.
            var wanted = Math.Min(candidates, ladderOf is null ? most + Margin : (most * 6) + Margin);
            KeepBest(order, candidates, wanted, scores);
            var ranked = new List<RankedRole>(wanted);
            for (var i = 0; i < wanted; i++) ranked.Add(new RankedRole(order[i], FitFunction.Evaluate(person, order[i])));
            ranked.Sort((a, b) => b.MilliPoints != a.MilliPoints ? b.MilliPoints.CompareTo(a.MilliPoints) : a.Role.CompareTo(b.Role));
            return Take(ranked, most, ladderOf);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(scores);
            ArrayPool<int>.Shared.Return(order);
        }
    }

    private static void Approximate(PersonView person, Span<double> scores)
    {
        var index = person.Index;
        var sums = ArrayPool<float>.Shared.Rent(Math.Max(1, scores.Length * 5));
        try
        {
            var all = sums.AsSpan(0, scores.Length * 5);
            all.Clear();
            var skills = all[..scores.Length];
            var tools = all.Slice(scores.Length, scores.Length);
            var related = all.Slice(scores.Length * 2, scores.Length);
            var asked = all.Slice(scores.Length * 3, scores.Length);
            var agreeing = all.Slice(scores.Length * 4, scores.Length);
            foreach (var skill in person.Touched)
            {
                var direct = index.IsTool[skill] ? tools : skills;
                var extra = person.ExtraWeight(skill);
                var stated = person.Stated(skill) > 0;
                foreach (var posting in index.Postings(skill))
                {
                    var demand = new Demand(skill, posting.Weight, posting.Required, false, 0);
                    var (has, standIn) = FitFunction.Coverage(person, demand);
                    direct[posting.Role] += (float)(posting.Weight * has);
                    related[posting.Role] += (float)(posting.Weight * standIn);
                    if (has > 0) asked[posting.Role] += extra;
                    if (stated) agreeing[posting.Role] += (float)FitFunction.Agreement(person, demand);
                }
            }

            for (var role = 0; role < scores.Length; role++)
                scores[role] = FitFunction.Combine(person, role, skills[role], tools[role], related[role], asked[role], agreeing[role]).Evidence;
        }
        finally
        {
            ArrayPool<float>.Shared.Return(sums);
        }
    }

    /// <summary>Moves the best to the front; a heap of the size wanted, so that a hundred thousand roles are not sorted for ten.</summary>
    private static void KeepBest(int[] order, int count, int wanted, double[] scores)
    {
        var heap = new PriorityQueue<int, (double, int)>(wanted + 1);
        for (var i = 0; i < count; i++)
        {
            // Nearly all are below the least of the best: one comparison each.
            if (heap.Count == wanted && (wanted == 0 || scores[order[i]] < scores[heap.Peek()])) continue;
            var priority = (scores[order[i]], -order[i]);
            if (heap.Count < wanted) heap.Enqueue(order[i], priority);
            else heap.EnqueueDequeue(order[i], priority);
        }

        for (var i = heap.Count - 1; i >= 0; i--) order[i] = heap.Dequeue();
    }

    private static List<RankedRole> Take(List<RankedRole> ranked, int most, Func<int, string>? ladderOf)
    {
        if (ladderOf is null) return ranked.Count > most ? ranked.GetRange(0, most) : ranked;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. ranked.Where(r => ladderOf(r.Role) is not { Length: > 0 } ladder || seen.Add(ladder)).Take(most)];
    }
}
