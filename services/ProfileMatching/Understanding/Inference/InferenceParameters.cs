using System.Text.Json;
using System.Text.Json.Serialization;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Ranking;

namespace CareerRecs.ProfileMatching.Understanding.Inference;

/// <summary>
/// The numbers that skills are inferred with; what each means, and how it was come by, stands in <c>MODEL_CARD.md</c>.
/// </summary>
internal sealed record InferenceParameters
{
    /// <summary>Version of the parameter file.</summary>
    public required string Version { get; init; }

    /// <summary>Weight of <see cref="Hint.Wording"/>.</summary>
    public required double Wording { get; init; }

    /// <summary>Weight of <see cref="Hint.Cosine"/>.</summary>
    public required double Cosine { get; init; }

    /// <summary>Weight of <see cref="Hint.Title"/>.</summary>
    public required double Title { get; init; }

    /// <summary>Weight of <see cref="Hint.Demand"/>.</summary>
    public required double Demand { get; init; }

    /// <summary>Weight of <see cref="Hint.Soft"/>.</summary>
    public required double Soft { get; init; }

    /// <summary>Weight of <see cref="Hint.Labels"/>.</summary>
    public required double Labels { get; init; }

    /// <summary>Added to the weighed features before they become a confidence.</summary>
    public required double Intercept { get; init; }

    /// <summary>How fast the confidence rises with them.</summary>
    public required double Slope { get; init; }

    /// <summary>Confidence below which a skill is not told.</summary>
    public required double LeastConfidence { get; init; }

    /// <summary>The weights, in the order of <see cref="Hint.Features"/>.</summary>
    [JsonIgnore]
    public double[] Weights => [Wording, Cosine, Title, Demand, Soft, Labels];

    /// <summary>The parameters that ship.</summary>
    public static InferenceParameters Shipped { get; } =
        JsonSerializer.Deserialize(ParameterFiles.Bytes("inference.json"), InferenceParametersJson.Default.InferenceParameters)!;

    /// <summary>What a hint weighs.</summary>
    public double Weigh(in Hint hint) =>
        (Wording * hint.Wording)
        + (Cosine * hint.Cosine)
        + (Title * hint.Title)
        + (Demand * hint.Demand)
        + (Soft * hint.Soft)
        + (Labels * hint.Labels);

    /// <summary>How sure it is that a sentence asks for the skill, 0-1.</summary>
    public double Confidence(in Hint hint) => 1 / (1 + Math.Exp(-((Slope * Weigh(hint)) + Intercept)));
}

[JsonSerializable(typeof(InferenceParameters))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class InferenceParametersJson : JsonSerializerContext;
