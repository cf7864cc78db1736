using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using CareerRecs.Catalog.V1;

namespace CareerRecs.Vocabulary;

/// <summary>A skill whose name means nearly what a text means.</summary>
/// <param name="Skill">Index of the skill in the snapshot.</param>
/// <param name="Name">Title or alias that is nearest.</param>
/// <param name="Cosine">Nearness of the text to this name.</param>
/// <param name="TitleCosine">Nearness of the text to the title.</param>
internal readonly record struct NearMeaning(int Skill, string Name, float Cosine, float TitleCosine)
{
    /// <summary>Nearness by which skills are ranked. The title counts in: aliases are looser than titles.</summary>
    public float Rank => ((2 * Cosine) + TitleCosine) / 3;
}

/// <summary>
/// Meanings of the names of all skills. One row a skill, the mean of its names in 8 bits, finds candidates: 256 bytes a
/// skill, 3.5 MB for the largest catalog. The names of the candidates are then compared one by one.
/// </summary>
internal sealed class NameMeanings
{
    private const int Candidates = 24;
    private const int MostNames = 40;
    private const float Scale = 400;

    private readonly ImmutableArray<Skill> _skills;
    private readonly PhraseEncoder _encoder;
    private readonly sbyte[] _rows;

    /// <summary>Encodes the names of the skills.</summary>
    public NameMeanings(ImmutableArray<Skill> skills, PhraseEncoder encoder)
    {
        (_skills, _encoder) = (skills, encoder);
        var dimensions = encoder.Dimensions;
        _rows = new sbyte[skills.Length * dimensions];
        var name = new float[dimensions];
        var sum = new float[dimensions];
        for (var i = 0; i < skills.Length; i++)
        {
            Array.Clear(sum);
            foreach (var written in NamesOf(skills[i]))
            {
                encoder.Encode(written, name);
                TensorPrimitives.Add(sum, name, sum);
            }

            Quantize(sum, _rows.AsSpan(i * dimensions, dimensions));
        }
    }

    /// <summary>Finds skills of near meaning, nearest first, each with its nearest name.</summary>
    public List<NearMeaning> FindNearest(string text)
    {
        var meaning = _encoder.Encode(text);
        var query = new sbyte[meaning.Length];
        Quantize(meaning, query);
        var nearest = new PriorityQueue<int, int>(Candidates + 1);
        for (var i = 0; i < _skills.Length; i++)
        {
            var nearness = Dot(query, _rows.AsSpan(i * query.Length, query.Length));
            if (nearest.Count < Candidates)
            {
                nearest.Enqueue(i, nearness);
            }
            else
            {
                nearest.EnqueueDequeue(i, nearness);
            }
        }

        return
        [
            .. nearest.UnorderedItems.Select(candidate => FindNearestName(candidate.Element, meaning))
                .OrderByDescending(near => near.Rank).ThenBy(near => near.Skill),
        ];
    }

    private NearMeaning FindNearestName(int skill, float[] meaning)
    {
        var best = new NearMeaning(skill, "", -1, -1);
        Span<float> vector = stackalloc float[meaning.Length];
        foreach (var name in NamesOf(_skills[skill]))
        {
            _encoder.Encode(name, vector);
            var cosine = PhraseEncoder.Cosine(meaning, vector);
            if (best.Name.Length == 0)
            {
                best = new NearMeaning(skill, name, cosine, cosine);
            }
            else if (cosine > best.Cosine)
            {
                best = best with { Name = name, Cosine = cosine };
            }
        }

        return best;
    }

    private static IEnumerable<string> NamesOf(Skill skill) => skill.Aliases.Prepend(skill.Title).Take(MostNames);

    /// <summary>Writes a vector at unit length in 8 bits.</summary>
    private static void Quantize(ReadOnlySpan<float> vector, Span<sbyte> row)
    {
        var norm = TensorPrimitives.Norm(vector);
        for (var i = 0; i < vector.Length; i++)
        {
            row[i] = norm == 0 ? (sbyte)0 : (sbyte)Math.Clamp(MathF.Round(vector[i] / norm * Scale), -127, 127);
        }
    }

    /// <summary>Product of two rows. A product of two components fits in 16 bits, the sum in 32.</summary>
    private static int Dot(ReadOnlySpan<sbyte> a, ReadOnlySpan<sbyte> b)
    {
        var sum = Vector<int>.Zero;
        for (var i = 0; i < a.Length; i += Vector<sbyte>.Count)
        {
            Vector.Widen(new Vector<sbyte>(a[i..]), out var lowA, out var highA);
            Vector.Widen(new Vector<sbyte>(b[i..]), out var lowB, out var highB);
            Vector.Widen(lowA * lowB, out var first, out var second);
            Vector.Widen(highA * highB, out var third, out var fourth);
            sum += first + second + third + fourth;
        }

        return Vector.Sum(sum);
    }
}
