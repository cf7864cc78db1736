using System.Globalization;
using System.Text;
using CareerRecs.Salary.Figures;
using CareerRecs.Salary.Parameters;
using CareerRecs.Salary.Survey;

namespace CareerRecs.Salary.Training;

/// <summary>What was read of the observations: how many of each source, and what was left out and why.</summary>
/// <param name="Sources">Rows read, by source.</param>
/// <param name="LeftOut">Rows left out, by reason.</param>
/// <param name="Repeats">Rows that say the same as another.</param>
public sealed record ReadObservations(
    IReadOnlyDictionary<string, long> Sources,
    IReadOnlyDictionary<string, long> LeftOut,
    long Repeats
);

/// <summary>Where a trained model comes from.</summary>
/// <param name="BaseModel">The model whose tables it has, `salaryModels/{model}`.</param>
/// <param name="Date">When it was made.</param>
/// <param name="Reason">Why, as stated.</param>
/// <param name="IsRecalibrated">Whether only levels and ranges were moved.</param>
public sealed record ModelOrigin(string BaseModel, DateOnly Date, string Reason, bool IsRecalibrated);

/// <summary>
/// Writes the model card of a trained model, in Markdown. It holds numbers and names of sources that are large enough, nothing of
/// any row.
/// </summary>
public static class TrainingCard
{
    /// <summary>The card.</summary>
    /// <param name="model">The model that was made.</param>
    /// <param name="read">The observations that it was made from.</param>
    /// <param name="origin">Where it comes from.</param>
    public static string Write(ModelParameters model, ReadObservations read, ModelOrigin origin)
    {
        var metrics = model.Pay?.Metrics ?? throw new ArgumentException("The model was not measured.", nameof(model));
        var card = new StringBuilder();
        Line($"# Salary model {model.Id}");
        Line("");
        var kind = origin.IsRecalibrated
            ? $"The pay model of {origin.BaseModel} with levels and ranges brought to newer observations; its factors stay."
            : "A pay model fitted to imported observations.";
        Line($"{kind} Tables, rates and wage index are those of {origin.BaseModel}. Made on {origin.Date:yyyy-MM-dd}.");
        if (origin.Reason.Length > 0)
        {
            Line($"Reason: {origin.Reason}");
        }
        Line("");
        Line(
            $"**Made from** {metrics.Rows:N0} distinct "
                + $"observations{(metrics.LastYear > 0 ? $" of {TrainedModel.Years(metrics)}" : "")}, yearly base pay in US "
                + $"dollars; {read.Repeats:N0} more say the same as another. No row is in the model."
        );
        var sources = read.Sources.Where(source => source.Value >= ToldApart.Fewest).ToDictionary(StringComparer.Ordinal);
        if (sources.Count > 0)
        {
            Table("source", "rows", sources);
        }
        Line("");
        Line(
            $"**Measured** on five folds, each row by a model not {(origin.IsRecalibrated ? "recalibrated" : "fitted")} "
                + $"to it: pinball loss over p10, p25, p50, p75, p90 {metrics.Pinball:N0} USD, median "
                + $"error {metrics.Error:P1}, p10 to p90, meant to hold 80 %, held {metrics.Coverage:P1}."
        );
        Line("");
        Line($"| band | rows | held |");
        Line($"|---|---|---|");
        foreach (var (i, band) in metrics.Bands.Index())
        {
            Line(
                $"| {PayMetrics.BandNames[i]} | {band.Rows:N0} | "
                    + $"{(band.Rows > 0 ? band.Coverage.ToString("P1", CultureInfo.InvariantCulture) : "")} |"
            );
        }
        if (metrics.Paired is { Rows: > 0 } paired)
        {
            Line("");
            Line(
                $"Over the {paired.Rows:N0} rows that {paired.Base} answers too: pinball "
                    + $"{paired.Pinball:N0}, of {paired.Base} {paired.BasePinball:N0}. That model "
                    + $"may have been fitted to some of these rows; then its figure is too good."
            );
        }

        Line("");
        Line($"**Left out** {read.LeftOut.Values.Sum():N0} observations.");
        if (read.LeftOut.Count > 0)
        {
            Table("reason", "rows", read.LeftOut);
        }
        Line("");
        Line(
            $"**Known gaps** Cities: inside the US the country's figure is multiplied by the place factor of the "
                + $"tables, which is not measured together with it. Lead and principal lie between senior and executive. "
                + $"Of a year after {metrics.LastYear} the ranges may hold less: the service watches that. Titles, "
                + $"countries and employers with fewer than {ToldApart.Fewest} rows are not told apart. Total pay is not fitted."
        );
        return card.ToString();

        void Line(string text) => card.Append(text).Append('\n');

        void Table(string what, string count, IReadOnlyDictionary<string, long> rows)
        {
            Line("");
            Line($"| {what} | {count} |");
            Line($"|---|---|");
            foreach (var (name, n) in rows.OrderByDescending(r => r.Value).ThenBy(r => r.Key, StringComparer.Ordinal))
            {
                Line($"| {name.Replace('|', '/')} | {n:N0} |");
            }
        }
    }
}
