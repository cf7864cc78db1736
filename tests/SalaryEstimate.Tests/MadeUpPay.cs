using CareerRecs.Salary.Estimation;
using CareerRecs.Salary.Geography;
using CareerRecs.Salary.Parameters;
using CareerRecs.Salary.PayModels;
using CareerRecs.Salary.Training;

namespace CareerRecs.Salary.Tests;

/// <summary>
/// Pay that never was, from known factors with known noise, so that what a model finds can be told right or wrong.
/// </summary>
internal static class MadeUpPay
{
    public static readonly string[] Titles =
    [
        "data scientist",
        "data engineer",
        "data analyst",
        "research engineer",
        "software engineer",
    ];
    public static readonly string[] Countries = ["US", "CA", "DE"];
    private static readonly double[] TitleLogs = [0.1, 0.05, -0.3, 0.2, 0];
    private static readonly double[] CountryLogs = [0, -0.25, -0.5];
    private static readonly double[] BandLogs = [-0.35, 0, 0.25, 0.5];

    public static PayModel Model { get; } = PayTrainer.Fit(Rows(4_000, 1), PaySpecs.Survey);

    /// <summary>A model fitted to rows in the place of the shipped pay.</summary>
    public static SalaryModelData Data(PayModel model, IReadOnlyCollection<PayRow> rows, PayMetrics? metrics = null) =>
        SalaryModelData.Compile(
            TrainedModel.Fitted(Given.Model, "ours", model, rows, metrics ?? PayValidation.Measure(rows, _ => model))
        );

    public static double TrueMedian(PayFacts facts, double shift = 0) =>
        100_000
        * Math.Exp(
            shift
                + TitleLogs[Array.IndexOf(Titles, facts.Title)]
                + CountryLogs[Array.IndexOf(Countries, facts.Country)]
                + BandLogs[(int)facts.Band!]
        );

    public static PayFacts Facts(int title, int country, double? band) =>
        new()
        {
            Title = Titles[(int)((uint)title % Titles.Length)],
            Country = Countries[(int)((uint)country % Countries.Length)],
            Band = band,
            Remote = "0",
            Size = "M",
            Year = 2024,
        };

    public static PayRow[] Rows(int count, int seed, double shift = 0, double noise = 0.3)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(_ =>
                {
                    var facts = Facts(random.Next(5), random.Next(3), random.Next(4));
                    var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
                    return new PayRow(facts, Math.Round(TrueMedian(facts, shift) * Math.Exp(noise * normal), 2));
                }),
        ];
    }
}
