using CareerRecs.Catalog.V1;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.ProfileMatching.Engine.Similar;

namespace CareerRecs.Evaluation.Suites;

/// <summary>
/// O*NET's own ten primary related occupations, predicted from skills, knowledge and tools alone, and from these with the lines
/// of work that the SOC code tells. The baseline puts the roles with the longest common start of the SOC code first. Nothing is
/// fitted.
/// </summary>
internal static class Related
{
    private const int MostServed = 100;

    private sealed record Outcome(double AveragePrecision, bool Hit10, double BaseAveragePrecision, bool BaseHit10);

    public static IEnumerable<Row> Measure(Lab lab)
    {
        foreach (var (test, nearest) in lab.Fit is null ? Served(lab) : Engines(lab))
        {
            var outcomes = Outcomes(lab.Onet, nearest);
            foreach (var row in Rows(test, "MAP", outcomes, o => o.AveragePrecision, o => o.BaseAveragePrecision))
            {
                yield return row;
            }
            foreach (var row in Rows(test, "hit@10", outcomes, o => o.Hit10 ? 1 : 0, o => o.BaseHit10 ? 1 : 0))
            {
                yield return row;
            }
        }
    }

    private static IEnumerable<(string Test, Func<RoleId, IEnumerable<RoleId>> Nearest)> Engines(Lab lab)
    {
        foreach (var (test, byLineOfWork) in new[] { ("primary", false), ("with SOC family", true) })
        {
            var similarity = new RoleSimilarity(lab.Onet, byLineOfWork);
            yield return (test, role => similarity.Nearest(role, lab.Onet.RoleCount).Select(n => n.Role));
        }
    }

    /// <summary>As served: the lines of work count, and an answer has a hundred roles at most.</summary>
    private static IEnumerable<(string Test, Func<RoleId, IEnumerable<RoleId>> Nearest)> Served(Lab lab)
    {
        yield return (
            "served",
            role =>
                lab.Shipped.Session.Matching.SimilarRoles(
                        new SimilarRolesRequest { Role = lab.Onet.Roles[role].Name, MaxResults = MostServed },
                        cancellationToken: lab.CancellationToken
                    )
                    .Roles.Select(r => lab.Onet.RoleIds[r.Role])
        );
    }

    private static List<Outcome> Outcomes(MatchIndex index, Func<RoleId, IEnumerable<RoleId>> nearest)
    {
        var outcomes = new List<Outcome>();
        foreach (var role in index.Roles.Ids)
        {
            var truth = index
                .Roles[role]
                .RelatedRoles.Where(r => r.Relation == RelatedRole.Types.Relation.Primary && index.RoleIds.ContainsKey(r.Role))
                .Select(r => index.RoleIds[r.Role])
                .ToHashSet();
            if (truth.Count == 0 || !Rated(index.Roles[role]))
            {
                continue;
            }
            var ours = nearest(role).Where(r => Rated(index.Roles[r])).ToList();
            var name = index.Roles[role].Name;
            var byCode = index
                .Roles.Ids.Where(r => r != role && Rated(index.Roles[r]))
                .OrderByDescending(r => CommonStart(name, index.Roles[r].Name))
                .ToList();
            outcomes.Add(
                new Outcome(
                    AveragePrecision(ours, truth),
                    ours.Take(10).Any(truth.Contains),
                    AveragePrecision(byCode, truth),
                    byCode.Take(10).Any(truth.Contains)
                )
            );
        }

        return outcomes;
    }

    /// <summary>Occupations without ratings have nothing to compare.</summary>
    private static bool Rated(Role role) => role.Skills.Any(s => s.HasProficiency);

    private static double AveragePrecision(List<RoleId> ranked, HashSet<RoleId> truth)
    {
        double sum = 0;
        var found = 0;
        for (var i = 0; i < ranked.Count && found < truth.Count; i++)
        {
            if (truth.Contains(ranked[i]))
            {
                sum += ++found / (i + 1.0);
            }
        }

        return sum / truth.Count;
    }

    private static int CommonStart(string a, string b)
    {
        var length = 0;
        while (length < a.Length && length < b.Length && a[length] == b[length])
        {
            length++;
        }
        return length;
    }

    private static IEnumerable<Row> Rows(
        string test,
        string metric,
        List<Outcome> outcomes,
        Func<Outcome, double> ours,
        Func<Outcome, double> baseline
    )
    {
        var (low, high) = Bootstrap.Interval(outcomes, sample => sample.Average(ours));
        yield return new Row(
            "related",
            test,
            metric,
            outcomes.Average(ours),
            low,
            high,
            outcomes.Count,
            new Dictionary<string, double> { ["same SOC prefix"] = outcomes.Average(baseline) }
        );
        yield return Bootstrap.Difference(
            "related",
            test,
            metric,
            "same SOC prefix",
            outcomes,
            sample => sample.Average(ours),
            sample => sample.Average(baseline)
        );
    }
}
