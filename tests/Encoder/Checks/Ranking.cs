using CareerRecs.Vocabulary;

namespace CareerRecs.Encoder;

/// <summary>How high the right answers of a set of questions are ranked.</summary>
/// <param name="Ranks">Rank of the first right answer of each question; null if the question has no known word.</param>
public sealed record Ranking(int?[] Ranks)
{
    /// <summary>Ranks answers by cosine; an answer of several phrases counts by its nearest.</summary>
    /// <param name="encode">Encodes a phrase; null if it has no known word.</param>
    /// <param name="questions">Questions with the answers that are right.</param>
    /// <param name="answers">Phrases of each answer.</param>
    public static Ranking Measure(
        Func<string, float[]?> encode,
        IReadOnlyList<(string Text, HashSet<string> Right)> questions,
        IReadOnlyDictionary<string, string[]> answers
    )
    {
        var vectors = answers
            .SelectMany(answer => answer.Value.Select(phrase => (answer.Key, Vector: encode(phrase))))
            .Where(answer => answer.Vector is not null)
            .Select(answer => (answer.Key, answer.Vector!))
            .ToArray();
        return Measure([.. questions.Select(question => (encode(question.Text), question.Right))], vectors);
    }

    /// <summary>Ranks answers by the cosine of their nearest vector.</summary>
    public static Ranking Measure(
        IReadOnlyList<(float[]? Vector, HashSet<string> Right)> questions,
        IReadOnlyList<(string Answer, float[] Vector)> answers
    )
    {
        var ranks = new int?[questions.Count];
        Parallel.For(
            0,
            questions.Count,
            i =>
            {
                if (questions[i].Vector is not { } question)
                {
                    return;
                }

                var best = new Dictionary<string, float>();
                foreach (var (answer, vector) in answers)
                {
                    var cosine = PhraseEncoder.Cosine(question, vector);
                    if (cosine > best.GetValueOrDefault(answer, -2))
                    {
                        best[answer] = cosine;
                    }
                }

                var right = questions[i].Right.Max(answer => best.GetValueOrDefault(answer, -2));
                ranks[i] = 1 + best.Count(b => b.Value > right);
            }
        );
        return new Ranking(ranks);
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"MRR {Ranks.Average(rank => 1d / rank ?? 0):F3}, hit@1 {HitAt(1):F3}, hit@3 {HitAt(3):F3}, "
        + $"hit@10 {HitAt(10):F3} ({Ranks.Length:N0})";

    private double HitAt(int most) => Ranks.Count(rank => rank <= most) / (double)Ranks.Length;
}
