using System.Collections.Immutable;
using System.Runtime.InteropServices;
using CareerRecs.Catalog.V1;

namespace CareerRecs.Vocabulary;

/// <summary>A skill with a name of the same content words as a text.</summary>
/// <param name="Skill">Index of the skill in the snapshot.</param>
/// <param name="TitleCosine">Nearness of the text to the skill's title in meaning.</param>
internal readonly record struct SameWords(int Skill, float TitleCosine);

/// <summary>
/// Skills by the content words of their names in any form and order. Of several skills the one whose title means most nearly
/// the same wins; where that is far, an alias is too loose or stems meet by chance ("auditing", "auditions"). A product of
/// one word is left out: it is named, not inflected ("driving" is no form of Drive).
/// </summary>
internal sealed class WordForms(ImmutableArray<Skill> skills, PhraseEncoder encoder)
{
    private const float LeastTitleCosine = 0.6f;

    private readonly Dictionary<string, List<int>> _skills = new(StringComparer.Ordinal);

    /// <summary>Adds a normalized name.</summary>
    public void Add(string name, int skill)
    {
        if (skills[skill].Category == SkillCategory.Tool && ContentWords.FindStems(name).Length == 1)
        {
            return;
        }

        ref var claims = ref CollectionsMarshal.GetValueRefOrAddDefault(_skills, ContentWords.SetKey(name), out _);
        claims ??= [];
        if (!claims.Contains(skill))
        {
            claims.Add(skill);
        }
    }

    /// <summary>Finds the skill with a name of the same content words whose title is nearest.</summary>
    public SameWords? Find(string name)
    {
        if (!_skills.TryGetValue(ContentWords.SetKey(name), out var claims))
        {
            return null;
        }

        var meaning = encoder.Encode(name);
        var best = claims.Select(skill => new SameWords(skill, TitleCosine(skill, meaning))).MaxBy(claim => claim.TitleCosine);
        return best.TitleCosine >= LeastTitleCosine ? best : null;
    }

    /// <summary>Nearness of a text to the title of a skill in meaning.</summary>
    public float TitleCosine(int skill, string text) => TitleCosine(skill, encoder.Encode(text));

    private float TitleCosine(int skill, float[] meaning) => PhraseEncoder.Cosine(meaning, encoder.Encode(skills[skill].Title));
}
