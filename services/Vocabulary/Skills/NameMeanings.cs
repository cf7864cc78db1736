using System.Collections.Immutable;
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

    private readonly ImmutableArray<Skill> _skills;
    private readonly PhraseEncoder _encoder;
    private readonly ByteVectors _means;

    /// <summary>Encodes the names of the skills.</summary>
    public NameMeanings(ImmutableArray<Skill> skills, PhraseEncoder encoder)
    {
        (_skills, _encoder) = (skills, encoder);
        _means = new ByteVectors(skills.Length, encoder.Dimensions);
        Parallel.For(0, skills.Length, EncodeNames);
    }

    /// <summary>Finds skills of near meaning, nearest first, each with its nearest name.</summary>
    public List<NearMeaning> FindNearest(string text)
    {
        var meaning = _encoder.Encode(text);
        var query = ByteVectors.ToQuery(meaning);
        var nearest = new PriorityQueue<int, float>(Candidates + 1);
        for (var i = 0; i < _skills.Length; i++)
        {
            var nearness = _means.Cosine(i, query);
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
            .. nearest
                .UnorderedItems.Select(candidate => FindNearestName(candidate.Element, meaning))
                .OrderByDescending(near => near.Rank)
                .ThenBy(near => near.Skill),
        ];
    }

    private void EncodeNames(int skill)
    {
        Span<float> name = stackalloc float[_encoder.Dimensions];
        Span<float> sum = stackalloc float[_encoder.Dimensions];
        sum.Clear();
        foreach (var written in NamesOf(_skills[skill]))
        {
            _encoder.Encode(written, name);
            TensorPrimitives.Add(sum, name, sum);
        }

        _means.Set(skill, sum);
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
}
