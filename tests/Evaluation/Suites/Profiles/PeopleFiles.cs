using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CareerRecs.Evaluation.Suites.Profiles.Expected;

namespace CareerRecs.Evaluation.Suites.Profiles;

/// <summary>Reads JSON Lines of people and expectations: those of the data folder, otherwise those that ship.</summary>
internal static class PeopleFiles
{
    private const string ExpectationsName = "expectations.jsonl";

    private static string ShippedFolder => Path.Combine(AppContext.BaseDirectory, "People");

    /// <summary>People of the named files, otherwise of <c>personas/</c> in the data folder, otherwise those that ship.</summary>
    public static List<Person> ReadPeople(Lab lab)
    {
        var files =
            lab.People.Files.Count > 0
                ? lab.People.Files.Select(f => f.FullName)
                : new[] { DataFolder(lab), ShippedFolder }.Select(FilesOfPeople).FirstOrDefault(found => found.Count > 0, []);
        return KeepAsked(lab, [.. files.SelectMany(file => ReadLines(file, PeopleJson.Default.Person))], p => p.Catalog);
    }

    /// <summary>Expectations of <c>personas/</c> in the data folder, otherwise those that ship.</summary>
    public static List<Expectation> ReadExpectations(Lab lab)
    {
        var file = new[] { DataFolder(lab), ShippedFolder }
            .Select(folder => Path.Combine(folder, ExpectationsName))
            .FirstOrDefault(File.Exists);
        return file is null ? [] : KeepAsked(lab, [.. ReadLines(file, PeopleJson.Default.Expectation)], e => e.Catalog);
    }

    private static string DataFolder(Lab lab) => Path.Combine(lab.Data.FullName, "personas");

    private static List<string> FilesOfPeople(string folder) =>
        !Directory.Exists(folder)
            ? []
            : [.. Directory.GetFiles(folder, "*.jsonl").Where(f => Path.GetFileName(f) != ExpectationsName).Order()];

    private static IEnumerable<T> ReadLines<T>(string file, JsonTypeInfo<T> type) =>
        File.ReadLines(file)
            .Where(line => !string.IsNullOrWhiteSpace(line))
            .Select(line => JsonSerializer.Deserialize(line, type)!);

    /// <summary>The rows whose catalog is wanted and exists; catalogs that are missing are reported.</summary>
    private static List<T> KeepAsked<T>(Lab lab, List<T> rows, Func<T, string> catalogOf)
    {
        var wanted = rows.FindAll(row => lab.People.Catalog is null || lab.People.Catalog == catalogOf(row));
        foreach (var missing in wanted.CountBy(catalogOf).Where(count => !lab.Catalogs.Has(count.Key)))
        {
            Console.Error.WriteLine($"{missing.Key} is not in the data folder: {missing.Value} rows are left out");
        }

        return wanted.FindAll(row => lab.Catalogs.Has(catalogOf(row)));
    }
}

[JsonSerializable(typeof(Person))]
[JsonSerializable(typeof(Expectation))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    AllowOutOfOrderMetadataProperties = true
)]
internal sealed partial class PeopleJson : JsonSerializerContext;
