using System.Numerics.Tensors;

namespace CareerRecs.Encoder;

/// <summary>Vectors of the phrases of a batch.</summary>
/// <param name="Units">Sums of rows at unit length.</param>
/// <param name="Lengths">Lengths of the sums.</param>
public sealed record PhraseVectors(float[][] Units, float[] Lengths)
{
    /// <summary>Sums the rows of a phrase of each pair.</summary>
    public static PhraseVectors Sum(PairExample[] batch, Func<PairExample, int[]> phrase, float[][] rows)
    {
        var units = new float[batch.Length][];
        var lengths = new float[batch.Length];
        for (var i = 0; i < batch.Length; i++)
        {
            var sum = new float[rows[0].Length];
            foreach (var row in phrase(batch[i]))
            {
                TensorPrimitives.Add(sum, rows[row], sum);
            }

            lengths[i] = Math.Max(TensorPrimitives.Norm<float>(sum), 1e-4f);
            TensorPrimitives.Divide(sum, lengths[i], sum);
            units[i] = sum;
        }

        return new PhraseVectors(units, lengths);
    }
}
