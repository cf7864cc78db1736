using CareerRecs.Catalog.V1;
using CareerRecs.Matching.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Understanding.Inference;

/// <summary>Inferred skills as an answer shows them.</summary>
internal static class InferredSkills
{
    /// <summary>Most skills of an answer, named and inferred.</summary>
    private const int Most = 500;

    private const int LongestText = 300;

    /// <summary>Adds the skills that the text speaks of and that were not understood already, the surest first.</summary>
    /// <param name="shown">Takes them.</param>
    /// <param name="text">The text.</param>
    /// <param name="catalog">The catalog version.</param>
    /// <param name="leastConfidence">Skills less sure are left out; null: the published threshold.</param>
    public static void AddTo(Matching.V1.Understanding shown, string text, CatalogSnapshot catalog, double? leastConfidence)
    {
        var parameters = InferenceParameters.Shipped;
        var named = shown.Skills.Select(s => s.Resolution.Skill).ToHashSet(StringComparer.Ordinal);
        var tokens = TextAnalysis.Tokenize(text);
        foreach (
            var inferred in SkillInference.Read(
                text,
                tokens,
                HintFinder.ForCatalog(catalog),
                parameters,
                leastConfidence ?? parameters.LeastConfidence
            )
        )
        {
            if (shown.Skills.Count >= Most)
            {
                return;
            }
            var skill = catalog.Skills[inferred.Skill];
            if (named.Contains(skill.Name))
            {
                continue;
            }
            var (start, end) = (tokens[inferred.FirstToken].Start, tokens[inferred.LastToken].End);
            shown.Skills.Add(
                new UnderstoodSkill
                {
                    Resolution = new SkillResolution
                    {
                        Text = text[start..Math.Min(end, start + LongestText)],
                        Skill = skill.Name,
                        Title = skill.Title,
                        Confidence = inferred.Confidence,
                        Kind = MatchKind.Inferred,
                    },
                    Source = SkillSource.Inferred,
                    Start = start,
                    End = end,
                }
            );
        }
    }
}
