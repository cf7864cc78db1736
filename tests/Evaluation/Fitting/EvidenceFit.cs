using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Ranking;

namespace CareerRecs.Evaluation.Fitting;

/// <summary>
/// Fits how much skills, titles, text and lines of work weigh in a fit, on resumes without any label: each job held back asks for
/// the roles of its line of work. The probability of a role is its share of exp(evidence); asked for are the roles of the minor
/// group of the SOC and those of its broad occupation, half each, since a person belongs to a line of work rather than to one
/// entry of it (ListNet with graded targets). No weight is negative, every person counts the same.
/// </summary>
internal static class EvidenceFit
{
    private const double Penalty = 1e-4;

    private static readonly int[] Levels = [RoleFamilies.Levels - 2, RoleFamilies.Levels - 1];

    /// <summary>The parameters fitted to the jobs held back.</summary>
    public static FitParameters Of(MatchIndex index, IReadOnlyList<TitleHeldBack> jobs)
    {
        var size = TitleHeldBack.Names.Length;
        var shares = jobs.GroupBy(j => j.Person).ToDictionary(g => g.Key, g => 1.0 / g.Count());
        var people = shares.Count;
        var wanted = jobs.Select(j => j.Role).Distinct().ToDictionary(role => role, role => Wanted(index, role));
        var fitted = Newton.Descend(
            [.. Enumerable.Repeat(1.0, size)],
            (weights, gradient, hessian) =>
            {
                // In order, so that sums do not depend on how many cores there are.
                foreach (var (share, mean, spread) in jobs.AsParallel().AsOrdered().Select(job => Terms(job, weights)))
                {
                    Newton.Add(gradient, mean, share / people);
                    for (var f = 0; f < size; f++)
                    {
                        for (var g = 0; g < size; g++)
                        {
                            hessian[f, g] += spread[f, g] * share / people;
                        }
                    }
                }

                for (var f = 0; f < size; f++)
                {
                    gradient[f] += Penalty * weights[f];
                    hessian[f, f] += Penalty;
                }
            },
            least: 0
        );

        // Resumes tell the proportions alone: a title weighs what it weighs in a list.
        var scale = FitParameters.Shipped.TitleWeight / fitted[1];
        return FitParameters.Shipped with
        {
            WholeExtract = Math.Round(fitted[0] * scale, 2),
            TextWeight = Math.Round(fitted[2] * scale, 2),
            FamilyWeight = Math.Round(fitted[3] * scale, 2),
        };

        (double Share, double[] Gradient, double[,] Hessian) Terms(TitleHeldBack job, double[] weights)
        {
            var powers = new double[index.RoleCount];
            for (var role = 0; role < powers.Length; role++)
            {
                for (var f = 0; f < size; f++)
                {
                    powers[role] += weights[f] * job.Features[(role * size) + f];
                }
            }

            var most = powers.Max();
            for (var role = 0; role < powers.Length; role++)
            {
                powers[role] = Math.Exp(powers[role] - most);
            }
            var total = powers.Sum();
            var (mean, hessian, x) = (new double[size], new double[size, size], new double[size]);
            for (var role = 0; role < powers.Length; role++)
            {
                for (var f = 0; f < size; f++)
                {
                    x[f] = job.Features[(role * size) + f];
                }
                Newton.Add(mean, x, powers[role] / total);
                Newton.Add(hessian, x, powers[role] / total);
            }

            Newton.Add(hessian, mean, -1);
            foreach (var (role, share) in wanted[job.Role])
            {
                for (var f = 0; f < size; f++)
                {
                    mean[f] -= share * job.Features[(role.Index * size) + f];
                }
            }

            return (shares[job.Person], mean, hessian);
        }
    }

    /// <summary>The roles that a job of the role asks for, with their shares of 1.</summary>
    private static List<(RoleId Role, double Share)> Wanted(MatchIndex index, RoleId role) =>
        [
            .. Levels.SelectMany(level =>
            {
                var line = index.Families.Of(role)[level];
                var roles = index
                    .Roles.Ids.Where(other => other == role || (line >= 0 && index.Families.Of(other)[level] == line))
                    .ToList();
                return roles.Select(other => (other, 1.0 / (roles.Count * Levels.Length)));
            }),
        ];
}
