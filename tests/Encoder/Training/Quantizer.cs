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
        var unit = rows.Max(row => TensorPrimitives.MaxMagnitude<float>(row) is var most ? Math.Abs(most) : 0)
            / MostComponent / EncoderTable.MostWeight;
        var weights = new ushort[rows.Length];
        var components = new byte[rows.Length * dimensions];
        for (var row = 0; row < rows.Length; row++)
        {
            var most = Math.Abs(TensorPrimitives.MaxMagnitude<float>(rows[row]));
            weights[row] = (ushort)Math.Clamp((int)Math.Ceiling(most / MostComponent / unit), 1, EncoderTable.MostWeight);
            for (var k = 0; k < dimensions; k++)
            {
                components[(row * dimensions) + k] = (byte)(sbyte)Math.Clamp(MathF.Round(rows[row][k] / (weights[row] * unit)), -127, 127);
            }
        }

        return new EncoderTable(units, runRows.Length, dimensions, weights, components);
    }
}
