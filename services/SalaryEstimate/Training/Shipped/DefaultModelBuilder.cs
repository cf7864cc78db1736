using CareerRecs.Salary.Models;
using CareerRecs.Salary.Parameters;
using CareerRecs.Salary.Tables;
using CareerRecs.Salary.Training.Regions;

namespace CareerRecs.Salary.Training.Shipped;

/// <summary>Where the tables of the shipped model lie.</summary>
/// <param name="National">OEWS national table of the model's year, csv or xlsx.</param>
/// <param name="NationalEarlier">The same of two years before.</param>
/// <param name="MetroMedians">Metro medians by major group, csv.</param>
/// <param name="PriceParities">Regional price parities, csv.</param>
public sealed record ModelInputs(string National, string NationalEarlier, string MetroMedians, string PriceParities);

/// <summary>Remakes the parameter file of the shipped model from the published tables.</summary>
public static class DefaultModelBuilder
{
    // The metro medians are of May 2025, the national table of May 2024.
    private const double MetroYears = 1;

    /// <summary>The bytes of the parameter file.</summary>
    public static byte[] Build(ModelInputs inputs)
    {
        using var national = File.OpenRead(inputs.National);
        using var earlier = File.OpenRead(inputs.NationalEarlier);
        using var medians = File.OpenRead(inputs.MetroMedians);
        using var prices = File.OpenRead(inputs.PriceParities);
        using var populations = Resource("metro_population.csv");
        return ModelFile.Write(
            ParameterBuilder.Build(
                Factors(),
                OewsTable.Read(national),
                OewsTable.Read(earlier),
                RegionTables.Read(medians, prices, populations),
                MetroYears
            )
        );
    }

    /// <summary>What no table holds, kept by hand.</summary>
    public static ModelParameters Factors()
    {
        using var stream = Resource("factors.json");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return ModelFile.Read(bytes.ToArray());
    }

    private static Stream Resource(string name) =>
        typeof(DefaultModelBuilder).Assembly.GetManifestResourceStream($"CareerRecs.Salary.Training.Data.{name}")
        ?? throw new InvalidOperationException($"The resource {name} is missing from the build.");
}
