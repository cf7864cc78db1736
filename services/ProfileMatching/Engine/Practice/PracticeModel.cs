using System.Text.Json;
using System.Text.Json.Serialization;
using CareerRecs.Matching.Engine.Fit;

namespace CareerRecs.Matching.Engine.Practice;

/// <summary>
/// What people in some lines of work report using, as fitted to a survey: how much each skill speaks for each line. All weights
/// are whole hundredths of a natural logarithm, so that sums do not depend on their order. How it was come by stands in
/// <c>MODEL_CARD.md</c>.
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

    /// <summary>How the evidence is made of the sums.</summary>
    public required PracticeScale Scale { get; init; }

    /// <summary>Years of experience up to which each of a line's terms of years grows.</summary>
    public required IReadOnlyList<int> YearSteps { get; init; }

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

/// <summary>
/// How sums of weights become evidence: Weight x share x ln(1 + e^(sum + Shift)), where share is the part of a whole list of
/// skills.
/// </summary>
/// <param name="Weight">Evidence that a unit of the logarithm gives.</param>
/// <param name="Shift">What is added to a sum; the lower, the fewer lines show any evidence.</param>
/// <param name="WholeList">Skills known to the model that make a whole list; fewer count in proportion.</param>
public sealed record PracticeScale(double Weight, double Shift, double WholeList);

/// <summary>One line of work.</summary>
/// <param name="Label">What the survey calls it.</param>
/// <param name="Roles">Identifiers of the roles that answer it.</param>
/// <param name="Base">Where a sum begins.</param>
/// <param name="Years">For each of the steps of years, what reaching it adds.</param>
/// <param name="Manager">Added where the person manages people.</param>
/// <param name="Contributor">Added where the person says that they do not.</param>
/// <param name="Weights">Added for each skill.</param>
public sealed record PracticeLine(
    string Label,
    IReadOnlyList<string> Roles,
    int Base,
    IReadOnlyList<int> Years,
    int Manager,
    int Contributor,
    IReadOnlyList<int> Weights
);

[JsonSerializable(typeof(PracticeModel))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class PracticeModelJson : JsonSerializerContext;
