using System.Numerics.Tensors;

namespace CareerRecs.Encoder;

/// <summary>Sums of vectors at unit length, and their lengths before.</summary>
public sealed record UnitSums(float[][] Units, float[] Lengths)
{
    private const float LeastLength = 1e-4f;

    /// <summary>Brings sums to unit length, in place.</summary>
    public static UnitSums Normalize(float[][] sums)
    {
        var lengths = new float[sums.Length];
        for (var i = 0; i < sums.Length; i++)
        {
            lengths[i] = Math.Max(TensorPrimitives.Norm<float>(sums[i]), LeastLength);
            TensorPrimitives.Divide(sums[i], lengths[i], sums[i]);
        }

        return new UnitSums(sums, lengths);
    }

    /// <summary>Gradient of a sum from that of its unit vector.</summary>
    public float[] ToSum(int index, float[] gradient)
    {
        var result = new float[gradient.Length];
        TensorPrimitives.MultiplyAdd(Units[index], -TensorPrimitives.Dot<float>(gradient, Units[index]), gradient, result);
        TensorPrimitives.Divide(result, Lengths[index], result);
        return result;
    }
}
