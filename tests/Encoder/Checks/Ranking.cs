using CareerRecs.Vocabulary;

namespace CareerRecs.Encoder;

/// <summary>Mean reciprocal rank and hits of a set of questions.</summary>
/// <param name="MeanReciprocalRank">Mean of 1 / rank of the first right answer.</param>
/// <param name="HitAt10">Share of questions with a right answer among the first ten.</param>
/// <param name="Questions">Number of questions.</param>
public readonly record struct Ranking(double MeanReciprocalRank, double HitAt10, int Questions)
{
    /// <summary>Ranks answers by cosine; an answer of several phrases counts by its nearest.</summary>
    /// <param name="encode">Encodes a phrase; null if it has no known word.</param>
    /// <param name="questions">Questions with the answers that are right.</param>
    /// <param name="answers">Phrases of each answer.</param>
    public static Ranking Measure(
        Func<string, float[]?> encode,
        IReadOnlyList<(string Text, HashSet<string> Right)> questions,
        IReadOnlyDictionary<string, string[]> answers)
    {
        var phrases = answers.SelectMany(answer => answer.Value.Select(phrase => (answer.Key, Vector: encode(phrase))))
            .Where(phrase => phrase.Vector is not null)
            .ToArray();
        var ranks = new double[questions.Count];
        Parallel.For(0, questions.Count, i =>
        {
            if (encode(questions[i].Text) is not { } question)
            {
                return;
            }

            var best = new Dictionary<string, float>();
            foreach (var (answer, vector) in phrases)
            {
                var cosine = PhraseEncoder.Cosine(question, vector);
                if (cosine > best.GetValueOrDefault(answer, -2))
                {
                    best[answer] = cosine;
                }
            }

            var right = questions[i].Right.Max(answer => best.GetValueOrDefault(answer, -2));
            ranks[i] = 1d / (1 + best.Count(b => b.Value > right));
        });
        return new Ranking(ranks.Average(), ranks.Count(rank => rank >= 0.1) / (double)ranks.Length, ranks.Length);
    }

    /// <inheritdoc/>
    public override string ToString() => $"MRR {MeanReciprocalRank:F3}, hit@10 {HitAt10:F3} ({Questions:N0})";
}
