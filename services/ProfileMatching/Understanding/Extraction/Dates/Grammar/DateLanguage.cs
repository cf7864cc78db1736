using System.Text.Json;
using System.Text.Json.Serialization;
using CareerRecs.ProfileMatching.Engine.Fit;

namespace CareerRecs.ProfileMatching.Understanding.Extraction.Dates.Grammar;

/// <summary>The words that one language writes dates and durations with. Accents and capitals make no difference.</summary>
internal sealed record DateLanguage
{
    /// <summary>English name of the language.</summary>
    public required string Name { get; init; }

    /// <summary>Twelve months, each with its forms separated by blanks; abbreviations may have a full stop.</summary>
    public required string[] Months { get; init; }

    public required string[] Seasons { get; init; }

    /// <summary>Words before a year or month that leave it less exact: "early", "mid".</summary>
    public required string[] Vague { get; init; }

    /// <summary>Ends of what goes on: "present", "to date".</summary>
    public required string[] Present { get; init; }

    /// <summary>Words between the two ends of a period.</summary>
    public required string[] To { get; init; }

    /// <summary>Words between the two ends of a period after "between".</summary>
    public required string[] And { get; init; }

    /// <summary>Words before the start of what goes on.</summary>
    public required string[] Since { get; init; }

    /// <summary>Words before a period.</summary>
    public required string[] From { get; init; }

    /// <summary>Words before an end without a start.</summary>
    public required string[] Until { get; init; }

    /// <summary>Names of the field or column with the start.</summary>
    public required string[] StartLabels { get; init; }

    /// <summary>Names of the field or column with the end.</summary>
    public required string[] EndLabels { get; init; }

    /// <summary>Words between day, month and year: "of".</summary>
    public required string[] Fillers { get; init; }

    /// <summary>Endings of ordinal numbers.</summary>
    public required string[] Ordinals { get; init; }

    /// <summary>Ordinal numbers of the four quarters.</summary>
    public required string[] Counts { get; init; }

    public required string[] Quarters { get; init; }

    public required string[] Halves { get; init; }

    public required string[] YearUnits { get; init; }

    public required string[] MonthUnits { get; init; }

    public required string[] DecadeUnits { get; init; }

    /// <summary>Numbers from one on.</summary>
    public required string[] Numbers { get; init; }

    /// <summary>Thirty, forty, fifty.</summary>
    public required string[] Tens { get; init; }

    /// <summary>Articles that count as one: "a decade".</summary>
    public required string[] One { get; init; }

    /// <summary>What people have years of.</summary>
    public required string[] Experience { get; init; }

    /// <summary>People and organizations whose years are not those of the person: "firm", "colleague", "candidates".</summary>
    public required string[] Others { get; init; }

    /// <summary>Words between somebody and their years: "with", "has".</summary>
    public required string[] Links { get; init; }

    /// <summary>Words by which a text in the language is known.</summary>
    public required string[] Common { get; init; }
}

/// <summary>A language that is recognized and not read.</summary>
/// <param name="Name">English name of the language.</param>
/// <param name="Common">Words by which a text in it is known.</param>
internal sealed record UnreadLanguage(string Name, string[] Common);

/// <summary>The languages of <c>languages.json</c>.</summary>
internal sealed record DateLanguages(DateLanguage[] Languages, UnreadLanguage[] NotRead)
{
    /// <summary>The languages that ship.</summary>
    public static DateLanguages Shipped { get; } =
        JsonSerializer.Deserialize(ParameterFiles.Bytes("languages.json"), DateLanguagesJson.Default.DateLanguages)!;
}

[JsonSerializable(typeof(DateLanguages))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class DateLanguagesJson : JsonSerializerContext;
