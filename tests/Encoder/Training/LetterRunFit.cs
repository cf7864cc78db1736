using System.Numerics.Tensors;
using CareerRecs.Vocabulary;

namespace CareerRecs.Encoder;

/// <summary>
/// Fits rows of letter runs whose mean is near the direction of each known word, so that unknown words find their like.
/// </summary>
public static class LetterRunFit
{
    private const int Epochs = 12;
    private const float Rate = 0.5f;
    private const float Shrinkage = 0.002f;

    /// <summary>Rows of the buckets.</summary>
    public static float[][] Fit(IReadOnlyList<string> keys, float[][] rows, int buckets)
    {
        var random = new Random(11);
        var fitted = Enumerable.Range(0, buckets).Select(_ => new float[rows[0].Length]).ToArray();
        var words = Enumerable.Range(0, keys.Count).Where(i => IsWord(keys[i])).ToArray();
        var runs = keys.Select(key => Runs(key, buckets)).ToArray();
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(words);
            var rate = Rate * (1 - (0.9f * epoch / Epochs));
            foreach (var word in words)
            {
                var error = rows[word].ToArray();
                TensorPrimitives.Divide(error, Math.Max(TensorPrimitives.Norm<float>(error), 1e-6f), error);
                foreach (var run in runs[word])
                {
                    TensorPrimitives.MultiplyAdd(fitted[run], -1f / runs[word].Length, error, error);
                }

                foreach (var run in runs[word])
                {
                    TensorPrimitives.Multiply(fitted[run], 1 - Shrinkage, fitted[run]);
                    TensorPrimitives.MultiplyAdd(error, rate, fitted[run], fitted[run]);
                }
            }
        }

        return fitted;
    }

    private static bool IsWord(string key) => key.Length > 2 && key.All(char.IsAsciiLetterLower);

    private static int[] Runs(string key, int buckets)
    {
        var runs = new int[LetterRuns.Most];
        return runs[..LetterRuns.Hash(key, runs, buckets)];
    }
}
