using CareerRecs.Evaluation.Suites;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Moves;

namespace CareerRecs.Evaluation.Fitting;

/// <summary>
/// Fits the weights of the moves: the probability of a role being next is its share of exp(sum of weighted features) over all
/// roles that the present title does not mean; the likelihood of the steps that people made, less a penalty on large weights, is
/// made greatest.
/// </summary>
internal static class MoveFit
{
    private const int Rounds = 150;
    private const double Rate = 0.08;
    private const double Penalty = 2;
    private const double Negligible = 1e-6;
    private const double Decay1 = 0.9;
    private const double Decay2 = 0.999;

    /// <summary>The parameters fitted to the transitions. Only the weights are fitted; fit and ladders count nothing.</summary>
    public static MoveParameters Of(IReadOnlyList<Transition> transitions)
    {
        var weights = new double[MoveFeatures.Names.Count];
        double[] mean = new double[weights.Length],
            square = new double[weights.Length];
        for (var round = 1; round <= Rounds; round++)
        {
            var gradient = Gradient(transitions, weights);
            // Adam: the features are of very different frequency.
            for (var w = 0; w < weights.Length; w++)
            {
                mean[w] = (Decay1 * mean[w]) + ((1 - Decay1) * gradient[w]);
                square[w] = (Decay2 * square[w]) + ((1 - Decay2) * gradient[w] * gradient[w]);
                var step =
                    mean[w] / (1 - Math.Pow(Decay1, round)) / (Math.Sqrt(square[w] / (1 - Math.Pow(Decay2, round))) + 1e-9);
                weights[w] += Rate * (1 - ((double)round / (Rounds + 1))) * step;
            }
        }

        return new MoveParameters
        {
            Version = "fitted",
            LeastReadiness = 0,
            LeastNearness = 0,
            LeastNearnessOfCareerChange = 0,
            LeastNearnessOfLead = 0,
            NearnessOfCloseRelative = 0,
            HoursPerProficiencyPoint = 0,
            Half = 0,
            Fit = 0,
            LadderStep = 0,
            Weights = MoveFeatures
                .Names.Select((name, i) => (name, i))
                .ToDictionary(n => n.name, n => Math.Round(weights[n.i], 2)),
        };
    }

    private static double[] Gradient(IReadOnlyList<Transition> transitions, double[] weights)
    {
        var gradient = weights.Select(w => -Penalty * w).ToArray();
        // In order, so that sums do not depend on how many cores there are.
        foreach (var part in Enumerable.Range(0, transitions.Count).AsParallel().AsOrdered().Select(OfOne))
        {
            for (var w = 0; w < gradient.Length; w++)
            {
                gradient[w] += part[w];
            }
        }

        return gradient;

        double[] OfOne(int t)
        {
            var (start, next, features) = (transitions[t].Start, transitions[t].Next, transitions[t].Features);
            var powers = new double[features.Length];
            double all = 0,
                right = 0;
            for (var role = 0; role < powers.Length; role++)
            {
                if (start.Present.Contains(new RoleId(role)))
                {
                    continue;
                }
                double sum = 0;
                for (var f = 0; f < weights.Length; f++)
                {
                    sum += weights[f] * features[role][f];
                }
                powers[role] = Math.Exp(sum);
                all += powers[role];
                if (next.Contains(new RoleId(role)))
                {
                    right += powers[role];
                }
            }

            var part = new double[weights.Length];
            if (right <= 0)
            {
                return part;
            }
            for (var role = 0; role < powers.Length; role++)
            {
                var pull = (next.Contains(new RoleId(role)) ? powers[role] / right : 0) - (powers[role] / all);
                if (Math.Abs(pull) < Negligible)
                {
                    continue;
                }
                for (var f = 0; f < weights.Length; f++)
                {
                    part[f] += pull * features[role][f];
                }
            }

            return part;
        }
    }
}
