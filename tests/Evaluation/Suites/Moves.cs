using CareerRecs.Catalog.V1;
using CareerRecs.Evaluation.Fitting;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Moves;
using CareerRecs.ProfileMatching.Engine.Similar;

namespace CareerRecs.Evaluation.Suites;

/// <summary>
/// Real people's next occupation from the titles they held until then. Right is any occupation that the next title is a title of.
/// Skills are those that the catalog states for the present occupation; the resumes themselves tell of the later jobs too.
/// Intervals are over people, who may have made several steps.
/// </summary>
internal static class Moves
{
    private const int Deepest = 10;

    private sealed record Outcome(string Person, int Rank, IReadOnlyDictionary<string, int> Baselines);

    public static IEnumerable<Row> Measure(Lab lab)
    {
        if (!Transition.AreIn(lab))
        {
            yield break;
        }
        var moves = new MoveIndex(lab.Onet, new RoleSimilarity(lab.Onet));
        var read = new Dictionary<string, List<Transition>>();
        var outcomes = new List<Outcome>();
        if (lab.Fit is null)
        {
            var all = Read(lab.Data);
            // Nothing is fitted; the baselines count all the same, on other people than those they are asked about.
            foreach (var (counted, tested) in Splits.Folds(all, t => t.Person))
            {
                outcomes.AddRange(tested.Select(t => Answer(lab, moves, t, RankOfShipped(lab, t), counted)));
            }
        }
        else
        {
            foreach (var (fit, test) in lab.Split(Read, t => t.Person))
            {
                var parameters = MoveFit.Of(fit);
                outcomes.AddRange(
                    test.Select(t =>
                        Answer(
                            lab,
                            moves,
                            t,
                            RankOf(
                                MoveRanker.Rank(moves, t.Start, t.Features, null, parameters, _ => true).Select(m => m.Role),
                                t.Next
                            ),
                            fit
                        )
                    )
                );
            }
        }

        foreach (var row in Rows(lab.Fit is null ? "shipped" : "fitted", outcomes))
        {
            yield return row;
        }

        List<Transition> Read(DirectoryInfo folder)
        {
            if (!read.TryGetValue(folder.FullName, out var transitions))
            {
                read.Add(folder.FullName, transitions = Transition.Read(Transition.File(folder), moves));
            }
            return transitions;
        }
    }

    private static Outcome Answer(Lab lab, MoveIndex moves, Transition transition, int rank, IReadOnlyList<Transition> counted)
    {
        lab.CancellationToken.ThrowIfCancellationRequested();
        var index = moves.Match;
        var counts = new double[index.RoleCount];
        foreach (var known in counted)
        {
            foreach (var role in known.Next)
            {
                counts[role.Index] += 1.0 / known.Next.Count;
            }
        }

        var present = transition.Start.Present;
        var frequent = index
            .Roles.Ids.Where(r => !present.Contains(r))
            .OrderByDescending(r => counts[r.Index])
            .ThenBy(r => r)
            .ToList();
        var families = present.Select(r => index.Roles[r].Family).ToHashSet();
        var related = present
            .SelectMany(r => index.Roles[r].RelatedRoles)
            .OrderBy(r => r.Rank)
            .Where(r => index.RoleIds.ContainsKey(r.Role))
            .Select(r => index.RoleIds[r.Role])
            .Where(r => !present.Contains(r))
            .Distinct();
        return new Outcome(
            transition.Person,
            rank,
            new Dictionary<string, int>
            {
                ["most frequent next"] = RankOf(frequent, transition.Next),
                ["O*NET related"] = RankOf(related, transition.Next),
                ["same minor group"] = RankOf(frequent.Where(r => families.Contains(index.Roles[r].Family)), transition.Next),
            }
        );
    }

    private static int RankOfShipped(Lab lab, Transition transition)
    {
        var request = new SuggestMovesRequest
        {
            From = new StartingPoint { Subject = new Subject { InlineProfile = Transition.Profile(transition.Titles) } },
            Catalog = "catalogs/onet",
            MaxResults = Deepest,
            Kinds = { Enum.GetValues<StepKind>() },
        };
        var answer = lab.Shipped.Session.CareerPaths.SuggestMoves(request, cancellationToken: lab.CancellationToken);
        return RankOf(answer.Moves.Select(m => lab.Onet.RoleIds[m.Role]), transition.Next);
    }

    /// <summary>Rank of the first right one among the ten; 0: none.</summary>
    private static int RankOf(IEnumerable<RoleId> ranked, IReadOnlySet<RoleId> right) =>
        ranked.Take(Deepest).Select((role, i) => (role, Rank: i + 1)).FirstOrDefault(r => right.Contains(r.role)).Rank;

    private static IEnumerable<Row> Rows(string test, List<Outcome> outcomes)
    {
        var people = outcomes.GroupBy(o => o.Person).Select(g => g.ToList()).ToList();
        var names = outcomes[0].Baselines.Keys.ToList();
        foreach (
            var (metric, value) in new (string, Func<int, double>)[]
            {
                ("hit@10", rank => rank > 0 ? 1 : 0),
                ("MRR@10", rank => rank > 0 ? 1.0 / rank : 0),
            }
        )
        {
            double Ours(IReadOnlyList<List<Outcome>> sample) => sample.SelectMany(p => p).Average(o => value(o.Rank));
            var baselines = names.ToDictionary(n => n, n => outcomes.Average(o => value(o.Baselines[n])));
            var (low, high) = Bootstrap.Interval(people, Ours);
            yield return new Row("moves", test, metric, Ours(people), low, high, outcomes.Count, baselines);
            var best = baselines.MaxBy(b => b.Value).Key;
            yield return Bootstrap.Difference(
                "moves",
                test,
                metric,
                best,
                people,
                Ours,
                sample => sample.SelectMany(p => p).Average(o => value(o.Baselines[best]))
            );
        }
    }
}
