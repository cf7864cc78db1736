using System.Globalization;
using CareerRecs.Salary.V1;
using CareerRecs.Types.V1;
using Google.Protobuf.WellKnownTypes;

namespace CareerRecs.Cli.Rendering.Pay;

/// <summary>Answers about salary models and their trainings.</summary>
public static class SalaryModelsText
{
    /// <summary>The answer to `salary-models list`.</summary>
    public static void List(Page page, IReadOnlyCollection<SalaryModel> models) =>
        page.Table(
            models.Select(m =>
                new[]
                {
                    Words.Id(m.Name),
                    m.State.ToString().ToLowerInvariant(),
                    m.AsOf is null ? "" : MoneyText.MonthOf(m.AsOf),
                    Words.Count(m.OccupationCount, "occupation"),
                    m.Metrics is null
                        ? "not measured"
                        : $"{Words.Count(m.Metrics.Observations, "observation")} · {Measured(m.Metrics)}",
                }
            )
        );

    /// <summary>The answer to `salary-models show`.</summary>
    public static void Show(Page page, SalaryModel model)
    {
        page.Line(
            $"{page.Strong(model.Name)} · {model.State.ToString().ToLowerInvariant()} "
                + $"· digest {model.Digest[..Math.Min(12, model.Digest.Length)]}"
        );
        if (model.Metrics is { } metrics)
        {
            Metrics(page, metrics);
        }

        page.Line();
        foreach (var line in model.ModelCard.TrimEnd().Split('\n'))
        {
            page.Line(line);
        }
    }

    /// <summary>A training that has ended well, or goes on without being waited for.</summary>
    public static void Trained(Page page, SalaryTraining training, SalaryModel? model)
    {
        if (training.Model.Length == 0)
        {
            page.Line($"{page.Strong(training.Name)} runs. Next: careerrecs salary-models trainings");
            return;
        }

        page.Line(
            $"{page.Strong(training.Model)} · candidate · {Words.Count(training.ObservationCount, "distinct observation")}"
        );
        if (model?.Metrics is { } metrics)
        {
            Metrics(page, metrics);
        }

        var id = Words.Id(training.Model);
        page.Line($"Next: careerrecs salary-models shadow {id} · careerrecs salary-models activate {id}");
    }

    /// <summary>How far a training is, on a line.</summary>
    public static string Progress(SalaryTraining training)
    {
        const int width = 30;
        var filled = (int)(Math.Clamp(training.Progress, 0, 1) * width);
        return $"{new string('█', filled)}{new string('─', width - filled)} {Share(training.Progress, "0")} {training.Step}";
    }

    /// <summary>The answer to `salary-models trainings`.</summary>
    public static void Trainings(Page page, IReadOnlyCollection<SalaryTraining> trainings)
    {
        if (trainings.Count == 0)
        {
            page.Line("No trainings.");
        }

        page.Table(
            trainings.Select(t =>
                new[]
                {
                    Words.Id(t.Name),
                    t.State.ToString().ToLowerInvariant(),
                    Time(t.CreateTime),
                    t.State == SalaryTraining.Types.State.Running ? $"{Share(t.Progress, "0")} {t.Step}" : Words.Id(t.Model),
                    t.ObservationCount > 0 ? Words.Count(t.ObservationCount, "observation") : "",
                    t.Message,
                }
            )
        );
    }

    /// <summary>The answer to `salary-models audit`.</summary>
    public static void Audit(Page page, IReadOnlyCollection<SalaryAuditEntry> entries)
    {
        if (entries.Count == 0)
        {
            page.Line("Nothing was activated yet.");
        }

        page.Table(
            entries.Select(e =>
                new[] { Time(e.Time), Words.Id(e.Model), $"before: {Words.Id(e.PreviousModel)}", $"by {e.Actor}", e.Reason }
            )
        );
    }

    /// <summary>The answer to `salary-models shadow`.</summary>
    public static void Shadow(Page page, ShadowSalaryModelResponse shadow)
    {
        page.Line($"{page.Strong(shadow.Model)} against {shadow.BaseModel}");
        page.Line(
            $"{Words.Count(shadow.ComparedCount, "question")} answered by both · "
                + $"{Count(shadow.GainedCount)} by this one alone · {Count(shadow.LostCount)} by the other alone"
        );
        if (shadow.ComparedCount == 0)
        {
            return;
        }

        page.Line(
            $"Medians: half moved by more than {Share(shadow.MedianChange)} "
                + $"· {Share(shadow.MovedShare)} of them by more than 10 %"
        );
        page.Line(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Width of the ranges: {shadow.WidthChange * 100:+0.0;-0.0;0.0} points of the median"
            )
        );
        if (shadow.MostMoved.Count == 0)
        {
            return;
        }

        page.Heading("Moved most");
        page.Table(
            shadow.MostMoved.Select(m =>
                new[]
                {
                    m.Title,
                    Words.Level(m.Seniority),
                    m.Location.Length > 0 ? m.Location : "whole country",
                    $"{MoneyText.Brief(m.Before)} → {MoneyText.Brief(m.After)}",
                    Change(m),
                }
            ),
            "  ",
            4
        );
    }

    private static void Metrics(Page page, SalaryModelMetrics metrics)
    {
        var years =
            metrics.LastYear == 0 ? ""
            : metrics.FirstYear == metrics.LastYear ? $" of {metrics.LastYear}"
            : $" of {metrics.FirstYear}–{metrics.LastYear}";
        page.Line($"Measured on {Words.Count(metrics.Observations, "row")}{years} kept aside: {Measured(metrics)}");
        var bands = metrics.Bands.Where(b => b.Observations > 0);
        page.Line("  " + string.Join(" · ", bands.Select(b => $"{b.Band} {Share(b.Coverage)} of {Count(b.Observations)}")));
        if (metrics.Paired is { Observations: > 0 } paired)
        {
            page.Line(
                $"  beside {Words.Id(metrics.BaseModel)} on {Words.Count(paired.Observations, "row")} that it "
                    + $"knows, and may have been fitted to: pinball {Usd(paired.ModelUsd)} against {Usd(paired.BaseUsd)}"
            );
        }
    }

    private static string Measured(SalaryModelMetrics metrics) =>
        $"pinball {Usd(metrics.PinballUsd)} · median error "
        + $"{Share(metrics.MedianAbsolutePercentageError)} · ranges hold {Share(metrics.Coverage)}";

    private static string Change(MovedEstimate moved)
    {
        var before = MoneyText.Amount(moved.Before);
        return before == 0
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $"{(MoneyText.Amount(moved.After) / before - 1) * 100:+0;-0;0} %");
    }

    private static string Usd(double amount) => "$" + amount.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Share(double share, string digits = "0.0") =>
        (share * 100).ToString(digits, CultureInfo.InvariantCulture) + " %";

    private static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Time(Timestamp? time) =>
        time is null ? "" : time.ToDateTimeOffset().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC";
}
