using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using CareerRecs.Salary.Estimation;
using CareerRecs.Salary.Figures;
using CareerRecs.Salary.PayModels;

namespace CareerRecs.Salary.Parameters;

/// <summary>A pay model as its file holds it: effects and shapes, no row of any survey.</summary>
public sealed record PayModelParameters
{
    private const double Least = 5e-5; // an effect that moves pay by less is left out
    private const int Digits = 5;

    /// <summary>What it was fitted to, with its licence.</summary>
    public SourceNote Source { get; init; } = new("", "", "");

    /// <summary>Distinct rows that it was fitted to.</summary>
    public int Rows { get; init; }

    /// <summary>How many people its ranges held; null where that was not measured.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MeasuredCoverage? Coverage { get; init; }

    /// <summary>What it was measured to be worth; null where that was not measured.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PayMetrics? Metrics { get; init; }

    /// <summary>
    /// The jobs of the survey, in words, and starts of their SOC codes: what files say that do not tell their own.
    /// </summary>
    public const string SurveySubject = "jobs in data, AI and software";

    /// <inheritdoc cref="SurveySubject"/>
    public static readonly ImmutableArray<string> SurveyOccupations = ["15-", "11-3021"];

    /// <summary>The jobs that it speaks of, in words; null: those of the survey.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Subject { get; init; }

    /// <summary>
    /// Starts of the SOC codes that it speaks of: of another occupation the same title means other work ("architect"). Null:
    /// those of the survey.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<string>? Occupations { get; init; }

    /// <summary>Values by facet, in the order of <see cref="PayFacet"/>; effects name them by their place, from 1.</summary>
    public ImmutableArray<ImmutableArray<string>> Values { get; init; } = [];

    /// <summary>Its experience bands, the lowest first.</summary>
    public ImmutableArray<PayBand> Bands { get; init; } = [];

    /// <summary>Logarithm of the pay that the factors start from.</summary>
    public double Baseline { get; init; }

    /// <summary>Effects on the logarithm of the median.</summary>
    public ImmutableArray<PayGroupNote> Level { get; init; } = [];

    /// <summary>Logarithm of the scale that its factors start from.</summary>
    public double Scale { get; init; }

    /// <summary>Effects on the logarithm of the scale.</summary>
    public ImmutableArray<PayGroupNote> Spread { get; init; } = [];

    /// <summary>
    /// Rows by title, country and band: the places of the three values parted by commas, then how many. See
    /// <see cref="PayCounts"/>.
    /// </summary>
    public ImmutableArray<string> Counts { get; init; } = [];

    /// <summary>The parameters of a fitted model.</summary>
    public static PayModelParameters Of(PayModel model, SourceNote source, int rows) =>
        new()
        {
            Source = source,
            Rows = rows,
            Values = model.Facets.Values,
            Bands = Rounded(model.Bands),
            Baseline = Math.Round(model.Level.Start, Digits),
            Level = [.. model.Level.Effects.Select(Note)],
            Scale = Math.Round(model.Spread.Start, Digits),
            Spread = [.. model.Spread.Effects.Select(Note)],
        };

    /// <summary>Bands as a file holds them.</summary>
    public static ImmutableArray<PayBand> Rounded(ImmutableArray<PayBand> bands) =>
        [
            .. bands.Select(b => new PayBand(
                Math.Round(b.Share, Digits),
                Math.Round(b.Median, Digits),
                [.. b.Quantiles.Select(q => Math.Round(q, Digits))]
            )),
        ];

    /// <summary>The model; <see cref="FormatException"/> where the parameters are not those of one.</summary>
    public PayModel Compile() =>
        new(
            new PayFacets(Values),
            Bands,
            new EffectSum(Baseline, [.. Level.Select(Effects)]),
            new EffectSum(Scale, [.. Spread.Select(Effects)])
        );

    /// <summary>The parameters in a file.</summary>
    public static PayModelParameters Read(ReadOnlySpan<byte> file) =>
        JsonSerializer.Deserialize(file, PayModelJson.Default.PayModelParameters)
        ?? throw new FormatException("The pay model file is empty.");

    /// <summary>The file of the parameters; equal parameters give equal bytes.</summary>
    public byte[] Write() => [.. JsonSerializer.SerializeToUtf8Bytes(this, PayModelJson.Default.PayModelParameters), (byte)'\n'];

    private static PayGroupNote Note(PayEffects effects) =>
        new(
            effects.Group.Facets,
            [
                .. effects
                    .All.Where(e => Math.Abs(e.Value) >= Least)
                    .Select(e =>
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{string.Join(',', effects.Group.Codes(e.Key))} {Math.Round(e.Value, Digits)}"
                        )
                    ),
            ]
        );

    private static PayEffects Effects(PayGroupNote note)
    {
        var group = new PayGroup(note.Facets);
        return new PayEffects(
            group,
            note.Effects.Select(line =>
            {
                var space = line.IndexOf(' ');
                if (space < 0)
                {
                    throw new FormatException($"\"{line}\" is not codes and an effect.");
                }
                var codes = line[..space].Split(',').Select(code => int.Parse(code, CultureInfo.InvariantCulture));
                return KeyValuePair.Create(
                    group.KeyOf(codes),
                    double.Parse(line.AsSpan(space + 1), CultureInfo.InvariantCulture)
                );
            })
        );
    }
}

/// <summary>Shares of people, kept aside from the fit, that the range p10 to p90 held.</summary>
/// <param name="Bands">Of the fitted years, by experience band, the lowest first; null where there were too few people of the
/// band.</param>
public sealed record MeasuredCoverage(ImmutableArray<double?> Bands)
{
    /// <summary>A year after the fitted ones; null where no rows of one were held against the ranges.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? LaterYear { get; init; }

    /// <summary>Of that year, all bands.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public double Later { get; init; }

    /// <summary>Of that year, the lowest band.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public double LaterLowest { get; init; }
}

/// <summary>The effects of a group: a line each, the places of its values parted by commas, then the effect.</summary>
public sealed record PayGroupNote(ImmutableArray<PayFacet> Facets, ImmutableArray<string> Effects);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    WriteIndented = true,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(PayModelParameters))]
internal sealed partial class PayModelJson : JsonSerializerContext;
