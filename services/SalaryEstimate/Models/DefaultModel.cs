using CareerRecs.Salary.Estimation;
using CareerRecs.Salary.Parameters;

namespace CareerRecs.Salary.Models;

/// <summary>
/// The model that ships inside the service, so that it answers without a database and before anything is imported.
/// </summary>
public static class DefaultModel
{
    /// <summary>Identifier of the shipped model.</summary>
    public const string Id = "2026.11.4";

    /// <summary>Resource name of the shipped model.</summary>
    public const string Name = $"salaryModels/{Id}";

    /// <summary>The file of its tables and factors as shipped.</summary>
    public static byte[] TablesFile() => Resource($"{Id}.json");

    /// <summary>The file of the whole model: the pay model is a part of it, so the digest speaks of both.</summary>
    public static byte[] File() => ModelFile.Write(Parameters());

    /// <summary>The model card as shipped, Markdown.</summary>
    public static string Card() => System.Text.Encoding.UTF8.GetString(Resource($"{Id}.md"));

    /// <summary>The model, compiled.</summary>
    public static SalaryModelData Compile() => SalaryModelData.Compile(Parameters());

    /// <summary>The file of the shipped pay model, fitted to a public survey.</summary>
    public static byte[] PayFile() => Resource($"{Id}.pay.json");

    private static ModelParameters Parameters() => ModelFile.Read(TablesFile()) with { Pay = PayModelParameters.Read(PayFile()) };

    private static byte[] Resource(string name)
    {
        using var stream =
            typeof(DefaultModel).Assembly.GetManifestResourceStream($"CareerRecs.Salary.Models.Data.{name}")
            ?? throw new InvalidOperationException($"The resource {name} is missing from the build.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
