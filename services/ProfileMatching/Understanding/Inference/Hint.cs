namespace CareerRecs.ProfileMatching.Understanding.Inference;

/// <summary>What the words of a sentence say for one skill.</summary>
/// <param name="Skill">Index of the skill.</param>
/// <param name="FirstToken">The first of the words that speak for it.</param>
/// <param name="LastToken">The last of them.</param>
/// <param name="Wording">The best of its labels: share of it that the sentence has, times the roots of how rare that is and of
/// how close it stands.</param>
/// <param name="Cosine">The best cosine of a label with the sentence.</param>
/// <param name="Title">The share of its title that the sentence has.</param>
/// <param name="Demand">ln(1 + roles that ask for it).</param>
/// <param name="Soft">1 for a way of working with people and oneself, else 0.</param>
/// <param name="Labels">ln(1 + its labels that share a word with the sentence).</param>
internal readonly record struct Hint(
    int Skill,
    int FirstToken,
    int LastToken,
    float Wording,
    float Cosine,
    float Title,
    float Demand,
    float Soft,
    float Labels
)
{
    /// <summary>The features, in the order of <see cref="InferenceParameters.Weights"/>.</summary>
    public double[] Features => [Wording, Cosine, Title, Demand, Soft, Labels];
}
