using CareerRecs.Catalog.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.Matching.Engine.Meaning;

/// <summary>
/// Meanings of a catalog version's texts: a vector for each role as a whole, for each of its titles and duties, and for each skill. What
/// the words of a person mean is compared with the first, then with the others where the first is near.
/// </summary>
internal sealed class MeaningIndex
{
    private readonly PhraseEncoder _encoder;
    private readonly CatalogSnapshot _snapshot;
    private readonly RoleTexts _texts;
    private readonly ByteVectors _items;

    private MeaningIndex(CatalogSnapshot snapshot, IReadOnlyDictionary<string, int> skillIds, PhraseEncoder encoder)
    {
        (_snapshot, _encoder) = (snapshot, encoder);
        _texts = new RoleTexts(snapshot, skillIds);
        var items = Encode(_texts.Items, out _items);
        var skills = Encode([.. snapshot.Skills.Select(s => s.Title)], out var skillVectors);
        Skills = skillVectors;
        Roles = new ByteVectors(_texts.Count, encoder.Dimensions);
        Parallel.For(0, _texts.Count, role => Roles.Set(role, _texts.SumMeanings(role, encoder, items, skills)));
    }

    /// <summary>A vector for each role.</summary>
    public ByteVectors Roles { get; }

    /// <summary>A vector for each skill.</summary>
    public ByteVectors Skills { get; }

    /// <summary>Compiles the texts of a version.</summary>
    public static MeaningIndex Build(CatalogSnapshot snapshot, IReadOnlyDictionary<string, int> skillIds, PhraseEncoder encoder) =>
        new(snapshot, skillIds, encoder);

    /// <summary>Cosine of a role as a whole with every role, by role.</summary>
    public float[] RoleCosines(int role)
    {
        var cosines = new float[Roles.Count];
        Roles.Cosines(Roles.ToQuery(role), cosines);
        return cosines;
    }

    /// <summary>Cosine of two roles as wholes.</summary>
    public float RoleCosine(int role, int other) => Roles.Cosine(other, Roles.ToQuery(role));

    /// <summary>Meaning of a phrase; false if it has no word.</summary>
    public bool TryEncode(string phrase, out float[] vector)
    {
        vector = new float[_encoder.Dimensions];
        return _encoder.Encode(phrase, vector);
    }

    /// <summary>The title, duty or skill of a role that is nearest to a phrase, and its cosine; "" and 0 for a role without texts.</summary>
    public (string Text, float Cosine) FindNearest(int role, in QueryVector phrase)
    {
        var (nearest, isSkill, best) = (-1, false, 0f);
        foreach (var item in _texts.ItemsOf(role))
        {
            var cosine = _items.Cosine(item, phrase);
            if (cosine > best)
            {
                (nearest, best) = (item, cosine);
            }
        }

        foreach (var skill in _texts.SkillsOf(role))
        {
            var cosine = Skills.Cosine(skill, phrase);
            if (cosine > best)
            {
                (nearest, isSkill, best) = (skill, true, cosine);
            }
        }

        return nearest < 0 ? ("", 0) : (isSkill ? _snapshot.Skills[nearest].Title : _texts.Items[nearest], best);
    }

    /// <summary>Cosine of a title with the nearest title of a role; 0 if none is like it.</summary>
    public float FindNearestTitle(int role, in QueryVector title)
    {
        var best = 0f;
        foreach (var item in _texts.TitlesOf(role))
        {
            best = Math.Max(best, _items.Cosine(item, title));
        }

        return best;
    }

    private float[] Encode(IReadOnlyList<string> texts, out ByteVectors rows)
    {
        var vectors = new float[texts.Count * _encoder.Dimensions];
        var encoded = new ByteVectors(texts.Count, _encoder.Dimensions);
        Parallel.For(0, texts.Count, text =>
        {
            var vector = vectors.AsSpan(text * _encoder.Dimensions, _encoder.Dimensions);
            _encoder.Encode(texts[text], vector);
            encoded.Set(text, vector);
        });
        rows = encoded;
        return vectors;
    }
}
