using System.Text.Json;
using System.Text.Json.Serialization;

namespace CareerRecs.Evaluation;

/// <summary>One measured number with its 95 % interval and the baselines of the same run.</summary>
internal sealed record Row(
    string Suite,
    string Test,
    string Metric,
    double Value,
    double Low,
    double High,
    int N,
    IReadOnlyDictionary<string, double> Baselines
)
{
    /// <summary>Writes the rows as a JSON list.</summary>
    public static void Write(IReadOnlyList<Row> rows, FileInfo file) =>
        File.WriteAllText(file.FullName, JsonSerializer.Serialize(rows, RowJson.Default.IReadOnlyListRow));

    /// <summary>The rows that <see cref="Write"/> wrote.</summary>
    public static IReadOnlyList<Row> Read(FileInfo file) =>
        JsonSerializer.Deserialize(File.ReadAllText(file.FullName), RowJson.Default.IReadOnlyListRow)!;
}

[JsonSerializable(typeof(IReadOnlyList<Row>))]
[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class RowJson : JsonSerializerContext;
