using System.CommandLine;
using System.Globalization;
using CareerRecs.Evaluation.Suites;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Engine.Fit;
using Google.Protobuf;
using Google.Type;

namespace CareerRecs.Evaluation.Files;

/// <summary>
/// Makes the model card that ships: the measurements of reports and, where these contain a calibration of O*NET, its likelihood
/// map from all resumes of a folder. The built-in catalog gets no map while its Brier skill says that the rank alone predicts
/// better.
/// </summary>
internal static class CardFile
{
    private const int RolesAPerson = 10;

    public static Command Command()
    {
        var fit = new Option<DirectoryInfo>("--fit") { Description = "Folder with the resumes.", Required = true };
        var reports = new Option<FileInfo[]>("--report")
        {
            Description = "Rows that --out wrote. May be given several times.",
            Required = true,
        };
        var date = new Option<string>("--date") { Description = "The date to state: 2026-11-26.", Required = true };
        var output = new Option<FileInfo>("--out") { Description = "The card to write; its limits stay.", Required = true };
        var command = new Command("card", "Makes the model card: likelihood maps and what was measured.")
        {
            fit,
            reports,
            date,
            output,
        };
        command.SetAction(
            async (arguments, cancellationToken) =>
            {
                await using var lab = new Lab(arguments.GetValue(fit)!, null, cancellationToken);
                var file = arguments.GetValue(output)!;
                var rows = arguments.GetValue(reports)!.SelectMany(Row.Read).ToList();
                var card = JsonParser.Default.Parse<GetModelCardResponse>(
                    await File.ReadAllTextAsync(file.FullName, cancellationToken)
                );
                card.Likelihoods.Clear();
                card.Measurements.Clear();
                var calibration = rows.FindAll(r => r is { Suite: "calibration", Test: "onet" });
                if (calibration.Count > 0)
                {
                    var day = DateOnly.Parse(arguments.GetValue(date)!, CultureInfo.InvariantCulture);
                    card.Likelihoods.Add(Onet(lab, calibration, day));
                }

                card.Measurements.Add(rows.Where(IsPlain).Select(Measured));
                var json = new JsonFormatter(JsonFormatter.Settings.Default.WithIndentation());
                await File.WriteAllTextAsync(file.FullName, json.Format(card) + "\n", cancellationToken);
                return 0;
            }
        );
        return command;
    }

    private static LikelihoodCard Onet(Lab lab, List<Row> measured, DateOnly date) =>
        new()
        {
            Catalog = "catalogs/onet",
            Knots =
            {
                LikelihoodMap
                    .Fit(Calibration.PairsOfResumes(lab))
                    .Knots.Select(k => new LikelihoodKnot { MilliPoints = k.MilliPoints, Likelihood = k.Likelihood }),
            },
            Reliability =
            {
                measured
                    .Where(r => r.Metric.StartsWith("reliability", StringComparison.Ordinal))
                    .Select(r => new ReliabilityBin
                    {
                        MeanLikelihood = Rounded(r.Baselines["said"]),
                        ObservedShare = Rounded(r.Value),
                        PairCount = r.N,
                    }),
            },
            ExpectedCalibrationError = Rounded(measured.Single(r => r.Metric == "expected calibration error").Value),
            BrierSkill = Rounded(measured.Single(r => r.Metric == "Brier skill over the rank").Value),
            PersonCount = measured.Single(r => r.Metric == "Brier skill over the rank").N / RolesAPerson,
            Records =
                "Real resumes in English of 22 lines of business; right is an occupation "
                + "whose SOC code belongs to the line that the resume was found under.",
            FitDate = new Date
            {
                Year = date.Year,
                Month = date.Month,
                Day = date.Day,
            },
        };

    /// <summary>Differences and bins follow from the others.</summary>
    private static bool IsPlain(Row row) =>
        !row.Metric.Contains(" less ", StringComparison.Ordinal)
        && !row.Metric.StartsWith("reliability", StringComparison.Ordinal)
        && row.Suite != "salary";

    private static Measurement Measured(Row row) =>
        new()
        {
            Suite = row.Suite,
            Test = row.Test,
            Metric = row.Metric,
            Value = Rounded(row.Value),
            Low = Rounded(row.Low),
            High = Rounded(row.High),
            UnitCount = row.N,
            Baselines = { row.Baselines.Select(b => new BaselineValue { Name = b.Key, Value = Rounded(b.Value) }) },
        };

    private static double Rounded(double value) => Math.Round(value, 4);
}
