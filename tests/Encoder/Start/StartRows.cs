using System.Numerics.Tensors;

namespace CareerRecs.Encoder;

/// <summary>Rows of the units before training: directions of the start model, lengths by how rare a word is.</summary>
public static class StartRows
{
    // Smooth inverse frequency: a word of this share of running text counts half.
    private const double HalfProbability = 1e-3;

    /// <summary>A row for each unit.</summary>
    public static float[][] Build(IReadOnlyList<VocabularyUnit> units, Dictionary<string, float[]> vectors, int dimensions)
    {
        var weights = units.ToDictionary(
            unit => unit.Key,
            unit => (float)(HalfProbability / (HalfProbability + unit.Probability))
        );
        var rows = PrincipalComponents.Project([.. units.Select(unit => vectors[unit.Surface])], dimensions);
        for (var i = 0; i < rows.Length; i++)
        {
            var parts = units[i].Key.Split(' ');
            // A pair stands for two words and weighs as much as both.
            TensorPrimitives.Multiply(rows[i], parts.Sum(part => weights[part]), rows[i]);
        }

        return rows;
    }
}
