using System.Numerics.Tensors;

namespace CareerRecs.Encoder;

/// <summary>
/// Vectors of the texts of a batch. A phrase is the sum of its rows at unit length; a text is the sum of its phrases at unit
/// length, so that long phrases of a profile count no more than short ones.
/// </summary>
public sealed class TextVectors
{
    private readonly int[][][] _texts;
    private readonly UnitSums _phrases;

    private TextVectors(int[][][] texts, UnitSums phrases, UnitSums sums) => (_texts, _phrases, Texts) = (texts, phrases, sums);

    /// <summary>A vector for each text.</summary>
    public UnitSums Texts { get; }

    /// <summary>Encodes one text of each pair.</summary>
    public static TextVectors Encode(PairExample[] batch, Func<PairExample, int[][]> text, float[][] rows)
    {
        var texts = batch.Select(text).ToArray();
        var sumsOfRows = texts.SelectMany(part => part).Select(phrase => Sum(phrase.Select(row => rows[row])));
        var phrases = UnitSums.Normalize([.. sumsOfRows]);
        var next = 0;
        var sums = texts.Select(part => Sum(phrases.Units[next..(next += part.Length)])).ToArray();
        return new TextVectors(texts, phrases, UnitSums.Normalize(sums));
    }

    /// <summary>Hands the gradient of each phrase's sum, with the rows of the phrase, to a receiver.</summary>
    /// <param name="gradients">Gradients of the texts' unit vectors.</param>
    /// <param name="accumulate">Receives rows and gradient.</param>
    public void Backpropagate(float[][] gradients, Action<int[], float[]> accumulate)
    {
        var next = 0;
        for (var i = 0; i < _texts.Length; i++)
        {
            var gradient = Texts.ToSum(i, gradients[i]);
            foreach (var phrase in _texts[i])
            {
                accumulate(phrase, _phrases.ToSum(next++, gradient));
            }
        }
    }

    private static float[] Sum(IEnumerable<float[]> vectors)
    {
        float[]? sum = null;
        foreach (var vector in vectors)
        {
            sum ??= new float[vector.Length];
            TensorPrimitives.Add(sum, vector, sum);
        }

        return sum ?? throw new ArgumentException("A text or phrase without rows has no vector.", nameof(vectors));
    }
}
