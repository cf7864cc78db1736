using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CareerRecs.Types.V1;

namespace CareerRecs.Salary.Parameters;

/// <summary>
/// A salary model as its file holds it: every number that an estimate is made of, with its source. The wage and place
/// tables are lines of cells parted by `|`, one row a line, so that the file stays small and its changes readable.
/// </summary>
public sealed record ModelParameters
{
    /// <summary>Identifier: "2026.11.4".</summary>
    public string Id { get; init; } = "";

    /// <summary>The date that amounts are brought to.</summary>
    public DateOnly AsOf { get; init; }

    /// <summary>What it was made from, the heaviest first.</summary>
    public ImmutableArray<SourceNote> Sources { get; init; } = [];

    /// <summary>The wage table.</summary>
    public WageTableNote WageTable { get; init; } = new();

    /// <summary>How wages grow between the table and <see cref="AsOf"/>.</summary>
    public WageGrowth Growth { get; init; } = new();

    /// <summary>What seniority does in computing jobs, and in all others where <see cref="Experience"/> is null.</summary>
    public SeniorityNote Seniority { get; init; } = new();

    /// <summary>What experience does to pay from a wage table; null in models made before it was known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ExperienceNote? Experience { get; init; }

    /// <summary>What place does.</summary>
    public PlaceNote Place { get; init; } = new();

    /// <summary>How much narrower pay is once more is known.</summary>
    public SpreadNote Spread { get; init; } = new();

    /// <summary>Roles with published pay of their own.</summary>
    public ImmutableArray<RoleAdjustment> Roles { get; init; } = [];

    /// <summary>Titles in use that the wage table does not have, with their occupation.</summary>
    public ImmutableArray<TitleCode> Titles { get; init; } = [];

    /// <summary>
    /// SOC code | title | d, b, n or m (detailed, broad, minor, major) | employment | mean | p10 | p25 | p50 | p75 | p90.
    /// </summary>
    public ImmutableArray<string> Occupations { get; init; } = [];

    /// <summary>SOC major groups, in the order of the factors of <see cref="Metros"/> and <see cref="States"/>.</summary>
    public ImmutableArray<string> PlaceGroups { get; init; } = [];

    /// <summary>
    /// CBSA | name | population in thousands | a factor a group; `r` after it: no wages of the group there. With a
    /// <see cref="PlaceNote.Curve"/> one more cell before the factors: what the logarithm of a factor grows by with that of the
    /// wage.
    /// </summary>
    public ImmutableArray<string> Metros { get; init; } = [];

    /// <summary>The same of states, by postal code.</summary>
    public ImmutableArray<string> States { get; init; } = [];

    /// <summary>Price levels of metropolitan areas, for what a median buys; null: none are known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PriceLevels? Prices { get; init; }

    /// <summary>Place factors of single occupations; null: those of their groups stand alone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AreaWages? Areas { get; init; }

    // Files from before these tables lack them.
    /// <summary>Wages of other countries, by code.</summary>
    public ImmutableArray<CountryWages> Countries
    {
        get => field.IsDefault ? [] : field;
        init;
    } = [];

    /// <summary>Currency rates, by code; without them only the currency of a table is known.</summary>
    public ImmutableArray<CurrencyRate> Rates
    {
        get => field.IsDefault ? [] : field;
        init;
    } = [];

    /// <summary>Wage indices, by country; <see cref="Growth"/> stands for the United States where it has none.</summary>
    public ImmutableArray<WageIndex> Indices
    {
        get => field.IsDefault ? [] : field;
        init;
    } = [];

    /// <summary>
    /// Pay fitted to a survey, which answers for the roles that it speaks of; null: the wage table answers for all.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PayModelParameters? Pay { get; init; }
}

/// <summary>A source with year and licence.</summary>
public sealed record SourceNote(string Name, string Year, string Licence);

/// <summary>Which wage table, and the date it speaks of.</summary>
public sealed record WageTableNote
{
    /// <summary>As named by its publisher: "BLS OEWS May 2024, national".</summary>
    public string Source { get; init; } = "";

    /// <summary>Its year.</summary>
    public int Year { get; init; }

    /// <summary>The month it speaks of.</summary>
    public DateOnly Date { get; init; }

    /// <summary>Wages above it are printed as `#`: no more than this is known of them.</summary>
    public double TopCode { get; init; }
}

/// <summary>Wage growth a year, compounded.</summary>
public sealed record WageGrowth
{
    /// <summary>1.034 for 3.4 % a year.</summary>
    public double PerYear { get; init; } = 1;

    /// <summary>Where it is from.</summary>
    public string Source { get; init; } = "";
}

/// <summary>Factors of seniority, and who an occupation's median speaks of.</summary>
public sealed record SeniorityNote
{
    /// <summary>From intern to executive, mid 1; never falling.</summary>
    public ImmutableArray<double> Factors { get; init; } = [];

    /// <summary>Where they are from.</summary>
    public string Source { get; init; } = "";

    /// <summary>Levels without evidence of their own.</summary>
    public ImmutableArray<Seniority> Extrapolated { get; init; } = [];

    /// <summary>Occupations whose median is not that of a mid level.</summary>
    public ImmutableArray<ReferenceSeniority> References { get; init; } = [];

    /// <summary>The occupation or group whose spread of pay belongs to the factors.</summary>
    public string SpreadOf { get; init; } = "";
}

/// <summary>The seniority that an occupation's median speaks of; the longest prefix wins.</summary>
public sealed record ReferenceSeniority(string SocPrefix, Seniority Seniority);

/// <summary>What is to know of place factors beside the factors themselves.</summary>
public sealed record PlaceNote
{
    /// <summary>Where the factors are from.</summary>
    public string Source { get; init; } = "";

    /// <summary>How the factors go with the wage; null: they are the same for all occupations of a group.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PlaceCurve? Curve { get; init; }

    /// <summary>Other names of places: "NYC", "Silicon Valley".</summary>
    public ImmutableArray<PlaceAlias> Aliases { get; init; } = [];
}

/// <summary>
/// What a place adds at a given wage. High and low wages do not differ alike between places (a minimum wage lifts the low ones),
/// and pay that differs little within the country differs little between places.
/// </summary>
/// <param name="Shift">Added to the logarithm of each factor: the typical area pays less than the country, where large areas
/// weigh more.</param>
/// <param name="Middle">Logarithm of the national median, of the wage table's year, at which a group's factor holds but for the
/// shift.</param>
/// <param name="Spread">What the logarithm of a factor grows by with the spread of an occupation's pay, a unit of it.</param>
/// <param name="MiddleSpread">The spread, logarithm of p75 over p25, at which a factor holds but for the shift.</param>
public sealed record PlaceCurve(double Shift, double Middle, double Spread, double MiddleSpread);

/// <summary>Another name of a place, as it is looked up.</summary>
public sealed record PlaceAlias(string Name, string Place);

/// <summary>Shares of the variance of log pay that go once something is known.</summary>
public sealed record SpreadNote
{
    /// <summary>Once the seniority is known.</summary>
    public double Seniority { get; init; }

    /// <summary>Once the place is known.</summary>
    public double Place { get; init; }

    /// <summary>Where they are from.</summary>
    public string Source { get; init; } = "";
}

/// <summary>A role whose average pay is published, against the mean of its occupation in the same year.</summary>
public sealed record RoleAdjustment
{
    /// <summary>Its titles.</summary>
    public ImmutableArray<string> Titles { get; init; } = [];

    /// <summary>The occupation that the average is set against.</summary>
    public string Soc { get; init; } = "";

    /// <summary>Published average base pay.</summary>
    public double AverageBase { get; init; }

    /// <summary>Published average total pay; null where there is none.</summary>
    public double? AverageTotal { get; init; }

    /// <summary>How far the published average is followed, 0-1: an exponent of the ratio.</summary>
    public double Weight { get; init; }

    /// <summary>Where it is from.</summary>
    public string Source { get; init; } = "";
}

/// <summary>A title in use and its SOC code.</summary>
public sealed record TitleCode(string Title, string Soc);

/// <summary>Reads and writes parameter files without reflection, so that a host starts fast.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    WriteIndented = true,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(ModelParameters))]
internal sealed partial class ModelJson : JsonSerializerContext;
