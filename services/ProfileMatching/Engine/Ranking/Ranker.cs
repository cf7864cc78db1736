using System.Buffers;
using CareerRecs.ProfileMatching.Engine.Fit;

namespace CareerRecs.ProfileMatching.Engine.Ranking;

/// <summary>A role with its fit.</summary>
internal readonly record struct RankedRole(RoleId Role, FitParts Parts)
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

    /// <summary>The same for the steps of one ladder, of which one is shown.</summary>
    private const int StepsOfLadder = 3;

    /// <summary>
    /// The best roles among those <paramref name="counts"/> lets through, best first, up to <paramref name="most"/>.
    /// </summary>
    /// <param name="person">The person.</param>
    /// <param name="most">How many.</param>
    /// <param name="counts">Whether a role counts; asked once a role.</param>
    /// <param name="ladderOf">Groups of which only the best role is kept; null keeps all. Empty: in no group.</param>
    public static List<RankedRole> Rank(
        PersonView person,
        int most,
        Func<RoleId, bool> counts,
        Func<RoleId, string>? ladderOf = null
    )
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
                if (scores[role] > 0 && counts(new RoleId(role)))
                {
                    order[candidates++] = role;
                }
            }

            if (ladderOf is not null)
            {
                candidates = KeepFewOfEach(order.AsSpan(0, candidates), scores, ladderOf);
            }
            var wanted = Math.Min(candidates, most + Margin);
            KeepBest(order, candidates, wanted, scores);
            var ranked = new List<RankedRole>(wanted);
            for (var i = 0; i < wanted; i++)
            {
                var role = new RoleId(order[i]);
                ranked.Add(new RankedRole(role, FitFunction.Evaluate(person, role)));
            }
            ranked.Sort((a, b) => Compare(person.Index, a, b));
            return Take(ranked, most, ladderOf);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(scores);
            ArrayPool<int>.Shared.Return(order);
        }
    }

    /// <summary>
    /// A role with everything shown comes first. Of fits that show as the same points the more usual job comes first: the one that
    /// more people work in, otherwise the one of the shorter title.
    /// </summary>
    private static int Compare(MatchIndex index, RankedRole a, RankedRole b)
    {
        var complete = (b.MilliPoints == FitParts.FullMark).CompareTo(a.MilliPoints == FitParts.FullMark);
        if (complete != 0)
        {
            return complete;
        }

        var points = ToPoints(b).CompareTo(ToPoints(a));
        if (points != 0)
        {
            return points;
        }

        var employees = (index.Employees[b.Role] ?? 0).CompareTo(index.Employees[a.Role] ?? 0);
        if (employees != 0)
        {
            return employees;
        }

        var roles = index.Roles;
        var length = roles[a.Role].Title.Length.CompareTo(roles[b.Role].Title.Length);
        return length != 0 ? length : a.Role.CompareTo(b.Role);

        static int ToPoints(RankedRole role) => (role.MilliPoints + 500) / 1000;
    }

    private static void Approximate(PersonView person, Span<double> scores)
    {
        var rented = ArrayPool<Sums>.Shared.Rent(Math.Max(1, scores.Length));
        try
        {
            var sums = rented.AsSpan(0, scores.Length);
            sums.Clear();
            foreach (var skill in person.Touched)
            {
                Add(person, skill, sums);
            }

            foreach (var skill in person.RelatedSkills)
            {
                var weight = (float)person.WeightOf(skill);
                foreach (ref readonly var related in person.Index.Related.BySkill(skill))
                {
                    ref var sum = ref sums[related.Role.Index];
                    sum.VotedRelated += weight * related.Vote;
                    sum.VotedPractice += weight * related.Practice;
                }
            }

            // Phrases and texts come near every role, skills and titles near few of a hundred thousand.
            var anyRole = person.Phrases.Count > 0 || person.Texts.KnownTerms > 0;
            for (var i = 0; i < scores.Length; i++)
            {
                var role = new RoleId(i);
                ref var sum = ref sums[i];
                var counts = anyRole || !sum.IsNothing || person.Titles.Best(role) > 0;
                scores[i] = counts ? FitFunction.Combine(person, role, sum.ToSkillSums(person.PracticeShare)).MilliPoints : 0;
            }
        }
        finally
        {
            ArrayPool<Sums>.Shared.Return(rented);
        }
    }

    private static void Add(PersonView person, SkillId skill, Span<Sums> sums)
    {
        var index = person.Index;
        var (held, byRelated, isTool) = (person.Held(skill), person.CoveredByRelated(skill), index.IsTool[skill]);
        var weight = (float)person.WeightOf(skill);
        foreach (ref readonly var posting in index.Postings(skill))
        {
            ref var sum = ref sums[posting.Role.Index];
            var (direct, standIn) = FitFunction.Coverage(held, byRelated, posting.Level);
            sum.ShownRelated += (float)(posting.Weight * standIn);
            if (direct <= 0)
            {
                continue;
            }

            var vote = weight * posting.Vote * (float)person.Agreement(skill, posting.Required);
            sum.Asked += weight;
            if (isTool)
            {
                sum.ShownTools += (float)(posting.Weight * direct);
                sum.VotedTools += vote;
            }
            else
            {
                sum.ShownSkills += (float)(posting.Weight * direct);
                sum.VotedSkills += vote;
            }
        }
    }

    /// <summary>
    /// Moves the best to the front; a heap of the size wanted, so that a hundred thousand roles are not sorted for ten.
    /// </summary>
    private static void KeepBest(int[] order, int count, int wanted, double[] scores)
    {
        var heap = new PriorityQueue<int, (double, int)>(wanted + 1);
        for (var i = 0; i < count; i++)
        {
            // Nearly all are below the least of the best: one comparison each.
            if (heap.Count == wanted && (wanted == 0 || scores[order[i]] < scores[heap.Peek()]))
            {
                continue;
            }
            var priority = (scores[order[i]], -order[i]);
            if (heap.Count < wanted)
            {
                heap.Enqueue(order[i], priority);
            }
            else
            {
                heap.EnqueueDequeue(order[i], priority);
            }
        }

        for (var i = heap.Count - 1; i >= 0; i--)
        {
            order[i] = heap.Dequeue();
        }
    }

    /// <summary>Moves the best of each ladder, and what is in none, to the front; how many they are.</summary>
    private static int KeepFewOfEach(Span<int> order, double[] scores, Func<RoleId, string> ladderOf)
    {
        order.Sort((a, b) => scores[b] != scores[a] ? scores[b].CompareTo(scores[a]) : a.CompareTo(b));
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var kept = 0;
        foreach (var role in order)
        {
            if (
                ladderOf(new RoleId(role)) is { Length: > 0 } ladder
                && (seen[ladder] = seen.GetValueOrDefault(ladder) + 1) > StepsOfLadder
            )
            {
                continue;
            }
            order[kept++] = role;
        }

        return kept;
    }

    private static List<RankedRole> Take(List<RankedRole> ranked, int most, Func<RoleId, string>? ladderOf)
    {
        if (ladderOf is null)
        {
            return ranked.Count > most ? ranked.GetRange(0, most) : ranked;
        }
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. ranked.Where(r => ladderOf(r.Role) is not { Length: > 0 } ladder || seen.Add(ladder)).Take(most)];
    }

    /// <summary>
    /// What the skills of a person sum up to for one role, in single precision. Sums of a role lie together in memory.
    /// </summary>
    private struct Sums
    {
        public float ShownSkills;
        public float ShownTools;
        public float ShownRelated;
        public float VotedSkills;
        public float VotedTools;
        public float VotedRelated;
        public float VotedPractice;
        public float Asked;

        public readonly bool IsNothing => Asked == 0 && ShownRelated == 0 && VotedRelated == 0 && VotedPractice == 0;

        public readonly SkillSums ToSkillSums(double practiceShare) =>
            new(
                ShownSkills,
                ShownTools,
                ShownRelated,
                VotedSkills,
                VotedTools,
                VotedRelated,
                VotedPractice,
                practiceShare,
                Asked
            );
    }
}
