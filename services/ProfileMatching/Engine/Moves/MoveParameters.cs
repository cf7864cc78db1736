using System.Text.Json;
using System.Text.Json.Serialization;
using CareerRecs.Matching.Engine.Fit;

namespace CareerRecs.Matching.Engine.Moves;

/// <summary>The numbers that moves and routes are made with; what each means, and how it was come by, stands in <c>MODEL_CARD.md</c>.</summary>
internal sealed record MoveParameters
{
    /// <summary>Version of the parameter file.</summary>
    public required string Version { get; init; }

    /// <summary>Readiness from which a move is feasible, 0-1.</summary>
    public required double LeastReadiness { get; init; }

    /// <summary>Readiness, 0-1, from which a move is named that neither a ladder nor a related role names.</summary>
    public required double LeastReadinessShown { get; init; }

    /// <summary>Cosine of two roles from which a move between them is named.</summary>
    public required double LeastNearness { get; init; }

    /// <summary>Cosine of two roles from which a move into another line of work is named.</summary>
    public required double LeastNearnessOfCareerChange { get; init; }

    /// <summary>Hours that a missing point of proficiency counts where no resource says better. A convention.</summary>
    public required double HoursPerProficiencyPoint { get; init; }

    /// <summary>Sum at which the score is a half. It moves all scores alike and changes no order.</summary>
    public required double Half { get; init; }

    /// <summary>Weight of the fit, 0-1, of a person for the role.</summary>
    public required double Fit { get; init; }

    /// <summary>Weight of being the next step of the ladder.</summary>
    public required double LadderStep { get; init; }

    /// <summary>Weights of <see cref="MoveFeatures.Names"/>, by name.</summary>
    public required IReadOnlyDictionary<string, double> Weights { get; init; }

    /// <summary>How much more or less people go into a line of work than its employment says, by SOC major group; 0 for others.</summary>
    public required IReadOnlyDictionary<string, double> LinesOfWork { get; init; }

    /// <summary>The parameters that ship.</summary>
    public static MoveParameters Shipped { get; } = JsonSerializer.Deserialize(ParameterFiles.Bytes("moves.json"), MoveParametersJson.Default.MoveParameters)!;
}

[JsonSerializable(typeof(MoveParameters))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class MoveParametersJson : JsonSerializerContext;
