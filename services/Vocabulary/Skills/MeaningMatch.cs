using System.Collections.Frozen;
using System.Collections.Immutable;
using CareerRecs.Catalog.V1;

namespace CareerRecs.Vocabulary;

/// <summary>
/// Decides whether the nearest meaning is near enough to be the skill. A wrong skill costs more than none, so it has to be
/// near and clearly nearer than any skill that is not akin to it. A product is named and not paraphrased: its words must be
/// the text's.
/// </summary>
internal sealed class MeaningMatch(ImmutableArray<Skill> skills, PhraseEncoder encoder)
{
    /// <summary>Nearness that is enough where the name has all content words of the text, and those are several.</summary>
    internal const float LeastCosineOfSameWords = 0.84f;

    private const float LeastCosine = 0.88f;
    private const float LeastMargin = 0.05f;

    /// <summary>
    /// Nearness of the title that is needed too. An alias is looser: "patient assessment" is near one of "Prepare audiologist
    /// patients for assessments", and means something else.
    /// </summary>
    private const float LeastTitleCosine = 0.8f;

    /// <summary>
    /// A word that so many near skills share is a topic ("translation"), not one of them ("Machine translation").
    /// </summary>
    private const int TopicSkills = 4;

    /// <summary>
    /// Stems of words that give the person another part in the work: who says "data entry" does not supervise it, and who says
    /// "violin" does not know how violins differ.
    /// </summary>
    private static readonly FrozenSet<string> OtherPart = ContentWords
        .FindStems("supervise oversee teach train instruct sell promote advise inspect design invent type types history")
        .ToFrozenSet(StringComparer.Ordinal);

    private readonly Lazy<NameMeanings> _meanings = new(() => new NameMeanings(skills, encoder));

    /// <summary>Encodes the names of the skills, which is otherwise done for the first text.</summary>
    public void Warm() => _ = _meanings.Value;

    /// <summary>Skills of near meaning, nearest first; none if the text has a word that the encoder does not know.</summary>
    public List<NearMeaning> FindNearest(string text) => encoder.KnownShare(text) < 1 ? [] : _meanings.Value.FindNearest(text);

    /// <summary>The first of the near skills if it is near enough.</summary>
    public NearMeaning? Decide(string text, List<NearMeaning> nearest)
    {
        if (nearest.Count == 0)
        {
            return null;
        }

        var best = nearest[0];
        var stems = ContentWords.FindStems(text);
        var named = StemsOf(best);
        var least = stems.Length > 1 && stems.All(named.Contains) ? LeastCosineOfSameWords : LeastCosine;
        var isTopic = stems.Length == 1 && nearest.Count(near => StemsOf(near).Contains(stems[0])) >= TopicSkills;
        if (isTopic || best.Cosine < least || best.TitleCosine < LeastTitleCosine)
        {
            return null;
        }

        var titled = ContentWords.FindStems(TextAnalysis.Normalize(skills[best.Skill].Title));
        if (named.Concat(titled).Except(stems).Any(OtherPart.Contains))
        {
            return null;
        }

        if (skills[best.Skill].Category == SkillCategory.Tool && !named.All(stems.Contains))
        {
            return null;
        }

        var next = nearest.Skip(1).FirstOrDefault(other => !IsAkin(skills[best.Skill], skills[other.Skill]));
        return best.Rank - next.Rank >= LeastMargin ? best : null;
    }

    private static string[] StemsOf(NearMeaning near) => ContentWords.FindStems(TextAnalysis.Normalize(near.Name));

    private static bool IsAkin(Skill one, Skill other) => IsBroader(one, other) || IsBroader(other, one);

    private static bool IsBroader(Skill narrow, Skill wide) => narrow.Broader.Contains(wide.Name);
}
