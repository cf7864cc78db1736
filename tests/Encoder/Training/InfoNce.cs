using System.Numerics.Tensors;

namespace CareerRecs.Encoder;

/// <summary>InfoNCE loss in both directions over the pairs of a batch.</summary>
public static class InfoNce
{
    /// <summary>Mean loss, and its gradients with respect to the unit vectors of both phrases.</summary>
    public static (double Loss, float[][] First, float[][] Second) Compute(
        PairExample[] batch,
        float[][] first,
        float[][] second,
        float temperature
    )
    {
        var count = batch.Length;
        var rows = new float[count][];
        Parallel.For(
            0,
            count,
            i =>
            {
                var logits = new float[count];
                for (var j = 0; j < count; j++)
                {
                    logits[j] =
                        i != j && batch[i].Overlaps(batch[j])
                            ? float.NegativeInfinity
                            : TensorPrimitives.Dot<float>(first[i], second[j]) / temperature;
                }

                rows[i] = logits;
            }
        );
        var forward = new float[count][];
        var backward = new float[count][];
        var losses = new double[count];
        Parallel.For(
            0,
            count,
            i =>
            {
                forward[i] = new float[count];
                backward[i] = new float[count];
                var column = new float[count];
                for (var j = 0; j < count; j++)
                {
                    column[j] = rows[j][i];
                }

                TensorPrimitives.SoftMax<float>(rows[i], forward[i]);
                TensorPrimitives.SoftMax<float>(column, backward[i]);
                losses[i] = -(Math.Log(forward[i][i] + 1e-12) + Math.Log(backward[i][i] + 1e-12)) / 2;
            }
        );
        var firstGradients = new float[count][];
        var secondGradients = new float[count][];
        var scale = 1 / (2 * temperature * count);
        Parallel.For(
            0,
            count,
            i =>
            {
                firstGradients[i] = new float[first[i].Length];
                secondGradients[i] = new float[first[i].Length];
                for (var j = 0; j < count; j++)
                {
                    var target = i == j ? 2 : 0;
                    Add(second[j], scale * (forward[i][j] + backward[j][i] - target), firstGradients[i]);
                    Add(first[j], scale * (forward[j][i] + backward[i][j] - target), secondGradients[i]);
                }
            }
        );
        return (losses.Average(), firstGradients, secondGradients);
    }

    private static void Add(float[] vector, float factor, float[] sum)
    {
        if (MathF.Abs(factor) > 2e-6f)
        {
            TensorPrimitives.MultiplyAdd(vector, factor, sum, sum);
        }
    }
}
