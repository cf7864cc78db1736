using System.Text.Json;
using System.Text.Json.Serialization;
using CareerRecs.Matching.V1;

namespace CareerRecs.Matching.Engine.Fit;

/// <summary>The numbers that a fit is made with; what each means, and how it was come by, stands in <c>MODEL_CARD.md</c>.</summary>
public sealed record FitParameters
{
    /// <summary>Version of the parameter file.</summary>
    public required string Version { get; init; }

    /// <summary>Evidence that a complete match of skills and tools gives.</summary>
    public required double SkillWeight { get; init; }

    /// <summary>Evidence that makes a fit of 50, of a person who gives no text.</summary>
    public required double HalfEvidence { get; init; }

    /// <summary>How much more evidence makes a fit of 50 in a catalog that knows what people report using: there every role has some of it.</summary>
    public required double PracticeHalfEvidence { get; init; }

    /// <summary>How much more evidence makes a fit of 50 of a person who gives a whole text.</summary>
    public required double TextHalfEvidence { get; init; }

    /// <summary>Different terms that make a whole text; fewer count in proportion.</summary>
    public required double WholeText { get; init; }

    /// <summary>How much of a missing skill counts against what is matched (Tversky's alpha).</summary>
    public required double MissingShare { get; init; }

    /// <summary>How much of a skill the role does not ask for counts against what is matched (Tversky's beta).</summary>
    public required double ExtraShare { get; init; }

    /// <summary>What a related skill counts of its similarity.</summary>
    public required double RelatedDiscount { get; init; }

    /// <summary>Similarity of a skill to the wider one it belongs to.</summary>
    public required double BroaderSimilarity { get; init; }

    /// <summary>Share of the roles below which a skill counts as no rarer.</summary>
    public required double RarestShare { get; init; }

    /// <summary>Evidence that each proficiency stated just as required gives, in a skill that most roles rate.</summary>
    public required double AgreementWeight { get; init; }

    /// <summary>Steps of proficiency, of 0-7, from which a stated one does not agree with the required one at all.</summary>
    public required double AgreementReach { get; init; }

    /// <summary>Evidence that having held just this role gives.</summary>
    public required double TitleWeight { get; init; }

    /// <summary>Share of that for another step of the same ladder.</summary>
    public required double SameLadderTitle { get; init; }

    /// <summary>Evidence that a text equal to the role's gives.</summary>
    public required double TextWeight { get; init; }

    /// <summary>Evidence that a text equal to those of the role's lines of work gives.</summary>
    public required double FamilyWeight { get; init; }

    /// <summary>Cosine at which a text gives half of its evidence.</summary>
    public required double TextHalf { get; init; }

    /// <summary>Evidence that the right seniority gives.</summary>
    public required double ExperienceWeight { get; init; }

    /// <summary>Share of that one step apart.</summary>
    public required double OneStepApart { get; init; }

    /// <summary>Weight of a rating whose source warns not to rely on it.</summary>
    public required double LowConfidenceShare { get; init; }

    /// <summary>Pieces of evidence below which there is no answer: a skill or a title counts one, a text three.</summary>
    public required int LeastEvidence { get; init; }

    /// <summary>Points from which a fit is strong.</summary>
    public required double Strong { get; init; }

    /// <summary>Points from which a fit is good.</summary>
    public required double Good { get; init; }

    /// <summary>The same in thousandths of a point.</summary>
    [JsonIgnore]
    public int GoodFrom => (int)(Good * 1000);

    /// <summary>Points from which a fit is possible.</summary>
    public required double Possible { get; init; }

    /// <summary>The parameters that ship.</summary>
    public static FitParameters Shipped { get; } =
        JsonSerializer.Deserialize(ParameterFiles.Bytes("parameters.json"), FitParametersJson.Default.FitParameters)!;

    /// <summary>The word for a fit.</summary>
    public FitBand Band(int milliPoints) => milliPoints switch
    {
        _ when milliPoints >= Strong * 1000 => FitBand.Strong,
        _ when milliPoints >= Good * 1000 => FitBand.Good,
        _ when milliPoints >= Possible * 1000 => FitBand.Possible,
        _ => FitBand.Stretch,
    };
}

[JsonSerializable(typeof(FitParameters))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class FitParametersJson : JsonSerializerContext;
