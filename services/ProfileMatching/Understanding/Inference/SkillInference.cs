using CareerRecs.ProfileMatching.Understanding.Extraction.Lines;
using CareerRecs.ProfileMatching.Understanding.Extraction.Skills;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Understanding.Inference;

/// <summary>A skill that a sentence speaks of without naming it.</summary>
/// <param name="Skill">Index of the skill.</param>
/// <param name="Confidence">How sure, 0-1.</param>
/// <param name="FirstToken">The first of the words that speak for it.</param>
/// <param name="LastToken">The last of them.</param>
internal readonly record struct InferredSkill(int Skill, double Confidence, int FirstToken, int LastToken);

/// <summary>Infers the skills that a text speaks of. Pure: the same text and catalog give the same skills.</summary>
internal static class SkillInference
{
    /// <summary>Sentences read of one text; those behind them are not.</summary>
    public const int MostSentences = 200;

    /// <summary>Most skills of one sentence.</summary>
    public const int MostOfSentence = 10;

    /// <summary>
    /// The skills of a text, the surest first, each where it is surest, without those whose words it denies. What it names
    /// literally is among them, and for the caller to leave out.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="finder">The skills of the catalog version.</param>
    /// <param name="parameters">The weights.</param>
    /// <param name="leastConfidence">Skills less sure are left out.</param>
    public static List<InferredSkill> Read(
        string text,
        HintFinder finder,
        InferenceParameters parameters,
        double leastConfidence
    ) => Read(text, TextAnalysis.Tokenize(text), finder, parameters, leastConfidence);

    /// <summary>The same of a text whose words are known already.</summary>
    public static List<InferredSkill> Read(
        string text,
        List<Token> tokens,
        HintFinder finder,
        InferenceParameters parameters,
        double leastConfidence
    )
    {
        var denied = Denials.Find(text, tokens);
        var surest = new Dictionary<int, InferredSkill>();
        foreach (var (first, count) in Sentences.In(text, tokens).Take(MostSentences))
        {
            // "Programming" over a list says what the list is, and nothing of the person.
            if (SectionHeadings.IsHeading(text.AsSpan(tokens[first].Start, tokens[first + count - 1].End - tokens[first].Start)))
            {
                continue;
            }
            foreach (var skill in OfSentence(finder, parameters, tokens, first, count))
            {
                if (skill.Confidence < leastConfidence || denied[skill.FirstToken])
                {
                    continue;
                }
                if (!surest.TryGetValue(skill.Skill, out var known) || skill.Confidence > known.Confidence)
                {
                    surest[skill.Skill] = skill;
                }
            }
        }

        return [.. surest.Values.OrderByDescending(s => s.Confidence).ThenBy(s => s.Skill)];
    }

    private static IEnumerable<InferredSkill> OfSentence(
        HintFinder finder,
        InferenceParameters parameters,
        List<Token> tokens,
        int first,
        int count
    )
    {
        var best = new PriorityQueue<Hint, (double Weight, int Skill)>();
        foreach (var hint in finder.Find(tokens, first, count))
        {
            var rank = (parameters.Weigh(hint), -hint.Skill);
            if (best.Count < MostOfSentence)
            {
                best.Enqueue(hint, rank);
            }
            else
            {
                best.EnqueueDequeue(hint, rank);
            }
        }

        return best.UnorderedItems.Select(b => new InferredSkill(
            b.Element.Skill,
            parameters.Confidence(b.Element),
            b.Element.FirstToken,
            b.Element.LastToken
        ));
    }
}
