using System.Text.Json;
using System.Text.Json.Serialization;
using CareerRecs.ProfileMatching.Engine.Fit;

namespace CareerRecs.ProfileMatching.Engine.Practice;

/// <summary>
/// Skills that people in some lines of work report using, fitted to a survey: how much each skill speaks for each line.
/// <c>MODEL_CARD.md</c> says how the weights were fitted.
/// </summary>
public sealed record PracticeModel
{
    /// <summary>Version of the file.</summary>
    public required string Version { get; init; }

    /// <summary>
    /// The catalog whose roles and skills it names by their identifiers; it holds for catalogs based on that too.
    /// </summary>
    public required string Catalog { get; init; }

    /// <summary>The survey, its year and its licence.</summary>
    public required string Source { get; init; }

    /// <summary>The credit that an answer carries to which the model contributed.</summary>
    public required string Attribution { get; init; }

    /// <summary>Identifiers of the skills, in the order of the weights.</summary>
    public required IReadOnlyList<string> Skills { get; init; }

    /// <summary>The lines of work.</summary>
    public required IReadOnlyList<PracticeLine> Lines { get; init; }

    /// <summary>The model that ships.</summary>
    public static PracticeModel Shipped { get; } =
        JsonSerializer.Deserialize(ParameterFiles.Bytes("practice.builtin.json"), PracticeModelJson.Default.PracticeModel)!;

    /// <summary>The file of the model.</summary>
    public string Write() =>
        JsonSerializer.Serialize(this, PracticeModelJson.Default.PracticeModel).Replace("},{", "},\n{", StringComparison.Ordinal)
        + "\n";
}

/// <summary>One line of work.</summary>
/// <param name="Label">What the survey calls it.</param>
/// <param name="Roles">Identifiers of the roles that answer it.</param>
/// <param name="Weights">Log odds (hundredths) of the line that each skill adds; below 0: it speaks against the line.</param>
public sealed record PracticeLine(string Label, IReadOnlyList<string> Roles, IReadOnlyList<int> Weights);

[JsonSerializable(typeof(PracticeModel))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class PracticeModelJson : JsonSerializerContext;
