using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CareerRecs.Salary.V1;

namespace CareerRecs.Salary.Parameters;

/// <summary>
/// What a pay model was measured to be worth on rows that it was not fitted to, as its file holds it. See
/// <see cref="SalaryModelMetrics"/>.
/// </summary>
/// <param name="Rows">Distinct rows.</param>
/// <param name="FirstYear">The first year they speak of; 0: none is stated.</param>
/// <param name="LastYear">The last.</param>
/// <param name="Pinball">Mean pinball loss over p10, p25, p50, p75 and p90, in US dollars.</param>
/// <param name="Error">Median of the relative error of p50.</param>
/// <param name="Coverage">Share that p10 to p90 held.</param>
/// <param name="Bands">The same by experience band, the lowest first.</param>
public sealed record PayMetrics(
    int Rows,
    int FirstYear,
    int LastYear,
    double Pinball,
    double Error,
    double Coverage,
    ImmutableArray<BandMetrics> Bands
)
{
    /// <summary>Names of the bands in reports.</summary>
    public static readonly ImmutableArray<string> BandNames = ["entry", "mid", "senior", "executive"];

    /// <summary>The losses beside another model; null where there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PairedMetrics? Paired { get; init; }

    /// <summary>The message of the contract.</summary>
    public SalaryModelMetrics ToMessage()
    {
        var message = new SalaryModelMetrics
        {
            Observations = Rows,
            FirstYear = FirstYear,
            LastYear = LastYear,
            PinballUsd = Pinball,
            MedianAbsolutePercentageError = Error,
            Coverage = Coverage,
            Bands =
            {
                Bands.Select(
                    (band, b) =>
                        new BandCoverage
                        {
                            Band = BandNames[b],
                            Observations = band.Rows,
                            Coverage = band.Coverage,
                        }
                ),
            },
        };
        if (Paired is not { } paired)
        {
            return message;
        }
        message.BaseModel = paired.Base;
        message.Paired = new PairedPinball
        {
            Observations = paired.Rows,
            ModelUsd = paired.Pinball,
            BaseUsd = paired.BasePinball,
        };
        return message;
    }
}

/// <summary>Of an experience band.</summary>
public sealed record BandMetrics(int Rows, double Coverage);

/// <summary>The pinball losses of two models over the rows that both answer.</summary>
/// <param name="Base">`salaryModels/{model}`, the other one.</param>
/// <param name="Rows">Rows that both answered.</param>
/// <param name="Pinball">Loss of the model.</param>
/// <param name="BasePinball">Loss of the other.</param>
public sealed record PairedMetrics(string Base, int Rows, double Pinball, double BasePinball);
