using System.Numerics.Tensors;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Engine.Meaning;

/// <summary>
/// Meanings of a catalog version's texts: a vector for each role as a whole, for each of its titles and duties, and for each
/// skill. What the words of a person mean is compared with the first, then with the others where the first is near.
/// </summary>
internal sealed class MeaningIndex
{
    /// <summary>Weight of the overview: it says in a few sentences what the lists say in many.</summary>
    private const float OverviewWeight = 2;

    private readonly PhraseEncoder _encoder;
    private readonly CatalogSnapshot _snapshot;
    private readonly RoleTexts _texts;
    private readonly ByteVectors _items;

    private MeaningIndex(CatalogSnapshot snapshot, IReadOnlyDictionary<string, SkillId> skillIds, PhraseEncoder encoder)
    {
        (_snapshot, _encoder) = (snapshot, encoder);
        _texts = new RoleTexts(snapshot, skillIds);
        _items = new ByteVectors(_texts.Count, encoder.Dimensions);
        Skills = new ByteVectors(snapshot.Skills.Length, encoder.Dimensions);
        Roles = new ByteVectors(snapshot.Roles.Length, encoder.Dimensions);
        var skills = new float[snapshot.Skills.Length * encoder.Dimensions];
        Parallel.For(
            0,
            snapshot.Skills.Length,
            skill =>
            {
                var vector = skills.AsSpan(skill * encoder.Dimensions, encoder.Dimensions);
                encoder.Encode(snapshot.Skills[skill].Title, vector);
                Skills.Set(skill, vector);
            }
        );
        Parallel.For(0, snapshot.Roles.Length, role => EncodeRole(new RoleId(role), skills));
    }

    /// <summary>A vector for each role.</summary>
    public ByteVectors Roles { get; }

    /// <summary>A vector for each skill.</summary>
    public ByteVectors Skills { get; }

    /// <summary>Compiles the texts of a version.</summary>
    public static MeaningIndex Build(
        CatalogSnapshot snapshot,
        IReadOnlyDictionary<string, SkillId> skillIds,
        PhraseEncoder encoder
    ) => new(snapshot, skillIds, encoder);

    /// <summary>Cosine of a role as a whole with every role, by role.</summary>
    public float[] RoleCosines(RoleId role) => Roles.Cosines(ToQuery(role));

    /// <summary>Cosine of two roles as wholes.</summary>
    public float RoleCosine(RoleId role, RoleId other) => Roles.Cosine(other.Index, ToQuery(role));

    /// <summary>Cosine of a skill with a query.</summary>
    public float Cosine(SkillId skill, in QueryVector query) => Skills.Cosine(skill.Index, query);

    /// <summary>A role as a whole, made ready to be compared.</summary>
    public QueryVector ToQuery(RoleId role) => Roles.ToQuery(role.Index);

    /// <summary>A skill made ready to be compared.</summary>
    public QueryVector ToQuery(SkillId skill) => Skills.ToQuery(skill.Index);

    /// <summary>Meaning of a phrase; all zeros if it has no word.</summary>
    public float[] Encode(string phrase) => _encoder.Encode(phrase);

    /// <summary>Meaning of a phrase; false if it has no word.</summary>
    public bool TryEncode(string phrase, out float[] vector)
    {
        vector = new float[_encoder.Dimensions];
        return _encoder.Encode(phrase, vector);
    }

    /// <summary>
    /// The title, duty or skill of a role that is nearest to a phrase, and its cosine; "" and 0 for a role without texts.
    /// </summary>
    /// <param name="role">The role.</param>
    /// <param name="phrase">The phrase.</param>
    /// <param name="skillCosines">Cosine of the phrase with each skill.</param>
    public (string Text, float Cosine) FindNearest(RoleId role, in QueryVector phrase, ReadOnlySpan<float> skillCosines)
    {
        var (nearest, isSkill, best) = (-1, false, 0f);
        var first = _texts.FirstOfRole(role);
        var texts = _texts.ForRole(role);
        for (var text = 0; text < texts.Length; text++)
        {
            var cosine = _items.Cosine(first + text, phrase);
            if (cosine > best)
            {
                (nearest, best) = (text, cosine);
            }
        }

        foreach (var skill in _texts.SkillsOfRole(role))
        {
            if (skillCosines[skill.Index] > best)
            {
                (nearest, isSkill, best) = (skill.Index, true, skillCosines[skill.Index]);
            }
        }

        return nearest < 0 ? ("", 0) : (isSkill ? _snapshot.Skills[nearest].Title : texts[nearest], best);
    }

    /// <summary>Cosine of a title with the nearest title of a role; 0 if none is like it.</summary>
    public float FindNearestTitle(RoleId role, in QueryVector title)
    {
        var best = 0f;
        var first = _texts.FirstOfRole(role);
        for (var item = first; item < first + _texts.TitleCount(role); item++)
        {
            best = Math.Max(best, _items.Cosine(item, title));
        }

        return best;
    }

    /// <summary>
    /// Encodes the texts of a role and the role as a whole: the sum of the means of its parts, so that fifty alternate titles
    /// count no more than one.
    /// </summary>
    private void EncodeRole(RoleId role, float[] skills)
    {
        var whole = new float[_encoder.Dimensions];
        var part = new float[_encoder.Dimensions];
        var vector = new float[_encoder.Dimensions];
        var (titles, plain) = (_texts.TitleCount(role), _texts.PlainCount(role));
        AddTexts(0, 1);
        AddTexts(titles > 1 ? 1 : 0, titles);
        AddTexts(titles, plain);
        AddTexts(plain, _texts.ForRole(role).Length);
        AddSkills();
        _encoder.Encode(_snapshot.Roles[role.Index].Overview, vector);
        TensorPrimitives.MultiplyAdd(vector, OverviewWeight, whole, whole);
        Roles.Set(role.Index, whole);

        void AddTexts(int first, int end)
        {
            for (var text = first; text < end; text++)
            {
                _encoder.Encode(_texts.ForRole(role)[text], vector);
                _items.Set(_texts.FirstOfRole(role) + text, vector);
                TensorPrimitives.Add(part, vector, part);
            }

            AddPart();
        }

        void AddSkills()
        {
            var asked = _texts.SkillsOfRole(role);
            var weights = _texts.SkillWeightsOfRole(role);
            for (var i = 0; i < asked.Length; i++)
            {
                var skill = skills.AsSpan(asked[i].Index * part.Length, part.Length);
                TensorPrimitives.MultiplyAdd(skill, weights[i], part, part);
            }

            AddPart();
        }

        void AddPart()
        {
            var length = TensorPrimitives.Norm<float>(part);
            if (length > 0)
            {
                TensorPrimitives.MultiplyAdd(part, 1 / length, whole, whole);
                Array.Clear(part);
            }
        }
    }
}
