using System.Numerics.Tensors;
using CareerRecs.Vocabulary;

namespace CareerRecs.Encoder;

/// <summary>Turns rows of floats into the 8-bit rows that ship.</summary>
public static class Quantizer
{
    private const int MostComponent = 127;

    /// <summary>The encoder of the rows: those of the units first, then those of the letter runs.</summary>
    public static EncoderTable Quantize(UnitTable units, float[][] unitRows, float[][] runRows)
    {
        float[][] rows = [.. unitRows, .. runRows];
        var dimensions = rows[0].Length;
        var unit = rows.Max(Magnitude) / MostComponent / EncoderTable.MostWeight;
        var weights = new ushort[rows.Length];
        var components = new byte[rows.Length * dimensions];
        for (var row = 0; row < rows.Length; row++)
        {
            var weight = (int)Math.Ceiling(Magnitude(rows[row]) / MostComponent / unit);
            weights[row] = (ushort)Math.Clamp(weight, 1, EncoderTable.MostWeight);
            for (var k = 0; k < dimensions; k++)
            {
                var component = MathF.Round(rows[row][k] / (weights[row] * unit));
                components[(row * dimensions) + k] = unchecked((byte)(sbyte)Math.Clamp(component, -MostComponent, MostComponent));
            }
        }

        return new EncoderTable(units, runRows.Length, dimensions, weights, components);
    }

    private static float Magnitude(float[] row) => Math.Abs(TensorPrimitives.MaxMagnitude<float>(row));
}
