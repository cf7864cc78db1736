using System.Text.Json;
using System.Text.Json.Serialization;

namespace CareerRecs.Evaluation.Suites.Documents;

/// <summary>What a document of the corpus says, as the data of its person states it.</summary>
/// <param name="Maker">Program that made the document.</param>
/// <param name="Layout">How the document is laid out.</param>
/// <param name="Language">Language of its words.</param>
/// <param name="Name">First and last name of the person.</param>
/// <param name="Headline">Title that it gives the person at its head.</param>
/// <param name="Jobs">Jobs that it lists.</param>
/// <param name="Education">Degrees that it lists.</param>
/// <param name="Certifications">Certifications that it lists.</param>
/// <param name="Skills">Skills that it names as the person's.</param>
/// <param name="NotSkills">Skills that it denies, or hides from whoever looks at it.</param>
/// <param name="Years">Least and most years of experience that it allows.</param>
internal sealed record Truth(
    string Maker,
    string Layout,
    string Language,
    IReadOnlyList<string> Name,
    string Headline,
    IReadOnlyList<TrueJob> Jobs,
    IReadOnlyList<TrueDegree> Education,
    IReadOnlyList<string> Certifications,
    IReadOnlyList<string> Skills,
    IReadOnlyList<string> NotSkills,
    IReadOnlyList<double> Years
)
{
    /// <summary>Reads the truth beside a document.</summary>
    public static Truth Read(FileInfo file) =>
        JsonSerializer.Deserialize(File.ReadAllText(file.FullName), TruthJson.Default.Truth)!;
}

/// <summary>A job that a document lists.</summary>
/// <param name="Title">Title with its words on level.</param>
/// <param name="Level">Level that the title states; empty: none; null: a matter of opinion, not measured.</param>
/// <param name="Employer">Name of the employer.</param>
/// <param name="Start">Start as far as the document writes it.</param>
/// <param name="End">End as far as the document writes it; null: the job goes on.</param>
internal sealed record TrueJob(string Title, string? Level, string Employer, TrueDate Start, TrueDate? End);

/// <summary>A date as far as a document writes it.</summary>
/// <param name="Year">The year.</param>
/// <param name="Month">The month; 0 if the document has years alone.</param>
internal sealed record TrueDate(int Year, int Month);

/// <summary>A degree that a document lists.</summary>
/// <param name="Level">Its level.</param>
/// <param name="Field">Its field; empty if the document names none.</param>
internal sealed record TrueDegree(string Level, string Field);

[JsonSerializable(typeof(Truth))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class TruthJson : JsonSerializerContext;
