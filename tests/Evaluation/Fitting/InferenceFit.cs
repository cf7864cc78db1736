using CareerRecs.Evaluation.Suites;
using CareerRecs.ProfileMatching.Understanding.Inference;
using CareerRecs.Vocabulary;

namespace CareerRecs.Evaluation.Fitting;

/// <summary>
/// Fits the weights of inferred skills on annotated sentences: softmax regression of the annotated skills among all that have a
/// hint, with ridge on features of unit spread; then the confidence by logistic regression of right and wrong among each
/// sentence's first ten.
/// </summary>
internal static class InferenceFit
{
    /// <summary>Of the mean loss: about one sentence's worth.</summary>
    private const double Ridge = 0.01;

    private sealed record Case(double[][] Features, bool[] Right);

    public static InferenceParameters Fit(HintFinder finder, IReadOnlyList<AnnotatedSentence> sentences)
    {
        var cases = sentences.Select(s => CaseOf(finder, s)).Where(c => c.Right.Contains(true)).ToList();
        var spread = Spread(cases);
        var weights = Softmax(cases, spread);
        var (slope, intercept) = Logistic(cases, weights);
        return InferenceParameters.Shipped with
        {
            Version = "fitted",
            Wording = weights[0],
            Cosine = weights[1],
            Title = weights[2],
            Demand = weights[3],
            Soft = weights[4],
            Labels = weights[5],
            Slope = slope,
            Intercept = intercept,
        };
    }

    private static Case CaseOf(HintFinder finder, AnnotatedSentence sentence)
    {
        var tokens = TextAnalysis.Tokenize(sentence.Text);
        var hints = Sentences
            .In(sentence.Text, tokens)
            .SelectMany(s => finder.Find(tokens, s.First, s.Count))
            .OrderBy(h => h.Skill)
            .ToList();
        return new Case([.. hints.Select(h => h.Features)], [.. hints.Select(h => sentence.Skills.Contains(h.Skill))]);
    }

    private static double[] Spread(List<Case> cases)
    {
        var all = cases.SelectMany(c => c.Features).ToList();
        return
        [
            .. Enumerable
                .Range(0, all[0].Length)
                .Select(f =>
                {
                    var mean = all.Average(x => x[f]);
                    return Math.Sqrt(all.Average(x => (x[f] - mean) * (x[f] - mean))) + 1e-9;
                }),
        ];
    }

    private static double[] Softmax(List<Case> cases, double[] spread)
    {
        var scaled = Newton.Descend(
            new double[spread.Length],
            (weights, gradient, hessian) =>
            {
                foreach (var (features, right) in cases)
                {
                    var scaledFeatures = Array.ConvertAll(features, x => x.Select((v, f) => v / spread[f]).ToArray());
                    var scores = Array.ConvertAll(scaledFeatures, x => Newton.Dot(weights, x));
                    var most = scores.Max();
                    var total = scores.Sum(s => Math.Exp(s - most));
                    var rights = right.Count(r => r);
                    var mean = new double[spread.Length];
                    for (var i = 0; i < scores.Length; i++)
                    {
                        var share = Math.Exp(scores[i] - most) / total;
                        Newton.Add(gradient, scaledFeatures[i], (share - (right[i] ? 1.0 / rights : 0)) / cases.Count);
                        Newton.Add(hessian, scaledFeatures[i], share / cases.Count);
                        Newton.Add(mean, scaledFeatures[i], share);
                    }

                    Newton.Add(hessian, mean, -1.0 / cases.Count);
                }

                for (var f = 0; f < weights.Length; f++)
                {
                    gradient[f] += Ridge * weights[f];
                    hessian[f, f] += Ridge;
                }
            }
        );
        return [.. scaled.Select((w, f) => w / spread[f])];
    }

    private static (double Slope, double Intercept) Logistic(List<Case> cases, double[] weights)
    {
        var shown = cases
            .SelectMany(c =>
                c.Features.Zip(c.Right, (x, right) => (Score: Newton.Dot(weights, x), Right: right))
                    .OrderByDescending(x => x.Score)
                    .Take(SkillInference.MostOfSentence)
            )
            .ToList();
        var fitted = Newton.Descend(
            new double[2],
            (line, gradient, hessian) =>
            {
                foreach (var (score, right) in shown)
                {
                    double[] x = [score, 1];
                    var share = 1 / (1 + Math.Exp(-Newton.Dot(line, x)));
                    Newton.Add(gradient, x, (share - (right ? 1 : 0)) / shown.Count);
                    Newton.Add(hessian, x, share * (1 - share) / shown.Count);
                }
            }
        );
        return (fitted[0], fitted[1]);
    }
}
