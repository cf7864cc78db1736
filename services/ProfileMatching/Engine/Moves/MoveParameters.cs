using System.Text.Json;
using System.Text.Json.Serialization;
using CareerRecs.ProfileMatching.Engine.Fit;

namespace CareerRecs.ProfileMatching.Engine.Moves;

/// <summary>
/// Numbers that moves and routes are made with. <c>MODEL_CARD.md</c> states what each means and how it was chosen.
/// </summary>
internal sealed record MoveParameters
{
    /// <summary>Version of the parameter file.</summary>
    public required string Version { get; init; }

    /// <summary>Readiness (0-1) from which a move is near enough that neither a ladder nor a related role names.</summary>
    public required double LeastReadiness { get; init; }

    /// <summary>Cosine of two roles of one line of work from which a move between them is near enough.</summary>
    public required double LeastNearness { get; init; }

    /// <summary>Cosine of two roles of different lines of work from which a move between them is near enough.</summary>
    public required double LeastNearnessOfCareerChange { get; init; }

    /// <summary>Cosine of a trade and its supervisors from which a move to them is near enough.</summary>
    public required double LeastNearnessOfLead { get; init; }

    /// <summary>Cosine of two roles of different lines of work from which they are close relatives.</summary>
    public required double NearnessOfCloseRelative { get; init; }

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

    /// <summary>The parameters that ship.</summary>
    public static MoveParameters Shipped { get; } =
        JsonSerializer.Deserialize(ParameterFiles.Bytes("moves.json"), MoveParametersJson.Default.MoveParameters)!;
}

[JsonSerializable(typeof(MoveParameters))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class MoveParametersJson : JsonSerializerContext;
