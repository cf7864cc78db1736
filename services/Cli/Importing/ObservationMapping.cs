using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using CareerRecs.Cli.Shell;

namespace CareerRecs.Cli.Importing;

/// <summary>
/// How the columns of somebody else's table become the fields of an observation, declared in JSON. Without a field <c>id</c> the
/// id is a hash of the cells that are read, so rows that say the same are one.
/// </summary>
internal sealed record ObservationMapping
{
    private static readonly string[] Needed = ["title", "amount", "currency"];

    /// <summary>Only rows that have one of the values in each of these columns. None: all rows.</summary>
    public IReadOnlyDictionary<string, string[]> Rows { get; set; } = FrozenDictionary<string, string[]>.Empty;

    /// <summary>By field of the contract, where it is from.</summary>
    public IReadOnlyDictionary<string, MappedField> Fields { get; set; } = FrozenDictionary<string, MappedField>.Empty;

    /// <summary>The columns that the table must have.</summary>
    [JsonIgnore]
    public IEnumerable<string> Columns =>
        Rows.Keys.Concat(Fields.Values.Where(f => f.Column.Length > 0).Select(f => f.Column)).Distinct(StringComparer.Ordinal);

    /// <summary>A ready-made mapping by its name, or one in a file.</summary>
    public static ObservationMapping Load(string nameOrFile)
    {
        using var ready = typeof(ObservationMapping).Assembly.GetManifestResourceStream(
            $"CareerRecs.Cli.Importing.Mappings.{nameOrFile}.json"
        );
        if (ready is not null)
        {
            return Read(ready, nameOrFile);
        }

        if (!File.Exists(nameOrFile))
        {
            throw new CommandException(
                $"there is no mapping \"{nameOrFile}\": name a file, or one of {string.Join(", ", ReadyMade())}"
            );
        }

        using var file = File.OpenRead(nameOrFile);
        return Read(file, Path.GetFileName(nameOrFile));
    }

    private static ObservationMapping Read(Stream json, string name)
    {
        try
        {
            var mapping = JsonSerializer.Deserialize(json, MappingJson.Default.ObservationMapping) ?? new ObservationMapping();
            return mapping.Fault() is { } fault ? throw new CommandException($"{name}: {fault}") : mapping;
        }
        catch (JsonException e)
        {
            throw new CommandException(
                $"{name}, line {e.LineNumber + 1}: is not a mapping: {{\"rows\": {{column: "
                    + $"[values]}}, \"fields\": {{field: {{\"column\", \"constant\", \"values\"}}}}}}"
            );
        }
    }

    private static IEnumerable<string> ReadyMade()
    {
        const string prefix = "CareerRecs.Cli.Importing.Mappings.";
        return typeof(ObservationMapping)
            .Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(prefix, StringComparison.Ordinal))
            .Select(n => n[prefix.Length..^".json".Length]);
    }

    private string? Fault()
    {
        if (HasNull())
        {
            return "null is no value";
        }

        var unknown = Fields.Keys.FirstOrDefault(f => !ObservationColumns.All.ContainsKey(f));
        if (unknown is not null)
        {
            return $"there is no field \"{unknown}\"; fields are {string.Join(", ", ObservationColumns.All.Keys)}";
        }

        if (Needed.FirstOrDefault(f => !Fields.ContainsKey(f)) is { } missing)
        {
            return $"field {missing} is missing";
        }

        var withValues = Fields.FirstOrDefault(f => f.Value.Constant.Length > 0 && f.Value.Values.Count > 0).Key;
        if (withValues is not null)
        {
            return $"field {withValues} has a constant: values say what the cells of a column mean, write the value itself";
        }

        var wrong = Fields.FirstOrDefault(f => f.Value.Column.Length > 0 == f.Value.Constant.Length > 0).Key;
        return wrong is null ? null : $"field {wrong} needs either a column or a constant";
    }

    /// <summary>Of the elements of lists and maps: the reader refuses null in place of any other.</summary>
    private bool HasNull() =>
        Rows.Values.Any(values => values is null || values.Any(value => value is null))
        || Fields.Values.Any(field => field is null || field.Values.Values.Any(value => value is null));
}

/// <summary>Where a field is from.</summary>
internal sealed record MappedField
{
    /// <summary>The column that it is read from.</summary>
    public string Column { get; set; } = "";

    /// <summary>What it is in every row, in place of a column.</summary>
    public string Constant { get; set; } = "";

    /// <summary>What the column's values mean; one that is not here cannot be read. None: as they stand.</summary>
    public IReadOnlyDictionary<string, string> Values { get; set; } = FrozenDictionary<string, string>.Empty;
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    ReadCommentHandling = JsonCommentHandling.Skip
)]
[JsonSerializable(typeof(ObservationMapping))]
internal sealed partial class MappingJson : JsonSerializerContext;
