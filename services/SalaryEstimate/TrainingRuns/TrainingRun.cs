using CareerRecs.Salary.Estimation;
using CareerRecs.Salary.Models;
using CareerRecs.Salary.Storage;
using CareerRecs.Salary.Training;
using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using State = CareerRecs.Salary.V1.SalaryTraining.Types.State;

namespace CareerRecs.Salary.TrainingRuns;

/// <summary>One training from its observations to a candidate model.</summary>
public sealed class TrainingRun(IDbContextFactory<SalaryDb> databases, ObservationStream observations, ModelSet models, ModelStore store, TimeProvider time)
{
    /// <summary>With fewer usable rows no model is made.</summary>
    public const int FewestRows = 500;

    /// <summary>Of those, to recalibrate.</summary>
    public const int FewestFreshRows = 250;

    // Shares of the time that a training takes.
    private const double Read = 0.1;
    private const double Measured = 0.8;
    private const double Fitted = 0.95;

    /// <summary>Trains. A <see cref="TrainingException"/> says what is wrong with the observations.</summary>
    public async Task RunAsync(TrainingJob job, TrainingProgress progress, CancellationToken cancellationToken)
    {
        var active = models.Active;
        var survey = active.Data.Survey;
        progress.At(0, "reading observations");
        var (all, read) = await observations.ReadAsync(active.Data, job.Tenant, job.Sources, job.Recalibrate ? survey?.Year : null, cancellationToken);
        var (parameters, card) = await Task.Run(() => Make(job, active, all, read, progress, cancellationToken), cancellationToken);
        progress.At(Fitted, "writing the model");
        await StoreAsync(job.Id, parameters, card, progress.Rows, cancellationToken);
    }

    private (ModelParameters Parameters, string Card) Make(
        TrainingJob job, LoadedModel active, List<PayRow> all, ReadObservations read, TrainingProgress progress, CancellationToken cancellationToken)
    {
        var rows = PayRow.Distinct(all);
        read = read with { Repeats = all.Count - rows.Length };
        var fewest = job.Recalibrate ? FewestFreshRows : FewestRows;
        if (rows.Length < fewest) throw new TrainingException(TooFew(rows.Length, fewest, read));
        progress.At(Read, "measuring on rows kept aside", rows.Length);
        var parameters = job.Recalibrate
            ? Recalibrate(job, active, rows, progress, cancellationToken)
            : Train(job, active, EmployerRule.Apply(rows), read, progress, cancellationToken);
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        return (parameters, TrainingCard.Write(parameters, read, active.Name, today, job.Reason, job.Recalibrate));
    }

    private static ModelParameters Train(
        TrainingJob job, LoadedModel active, IReadOnlyList<PayRow> rows, ReadObservations read, TrainingProgress progress, CancellationToken cancellationToken)
    {
        var spec = EmployerRule.SpecOf(rows);
        var metrics = PayValidation.Measure(
            rows, part => PayTrainer.Fit(part, spec, cancellationToken), BaseOf(active), share => Measuring(progress, share), cancellationToken);
        progress.At(Measured, "fitting to all rows");
        var model = PayTrainer.Fit(rows, spec, cancellationToken);
        return TrainedModel.Fitted(active.Data, job.ModelId, model, rows, metrics, read.Sources.Keys);
    }

    private static ModelParameters Recalibrate(
        TrainingJob job, LoadedModel active, IReadOnlyList<PayRow> rows, TrainingProgress progress, CancellationToken cancellationToken)
    {
        var pay = active.Data.Parameters.Pay ?? throw new TrainingException($"{active.Name} has no pay model to recalibrate. Train one.");
        var model = active.Data.Survey!.Model;
        var metrics = PayValidation.Measure(
            rows, part => Recalibration.Fit(model, part), BaseOf(active), share => Measuring(progress, share), cancellationToken);
        progress.At(Measured, "recalibrating on all rows");
        return TrainedModel.Recalibrated(active.Data, job.ModelId, pay, Recalibration.Fit(model, rows), metrics);
    }

    private static void Measuring(TrainingProgress progress, double share) =>
        progress.At(Read + share * (Measured - Read), "measuring on rows kept aside");

    private static PayBase? BaseOf(LoadedModel active) => active.Data.Survey is { } survey ? new PayBase(active.Name, survey.Model) : null;

    private static string TooFew(int rows, int fewest, ReadObservations read)
    {
        var most = read.LeftOut.Count > 0 ? $" Most were left out for: {read.LeftOut.MaxBy(r => r.Value).Key}." : "";
        return FormattableString.Invariant(
            $"{rows} distinct observations can be used, {fewest} are needed; {read.LeftOut.Values.Sum()} were left out, {read.Repeats} say the same as another.{most}");
    }

    private async Task StoreAsync(long id, ModelParameters parameters, string card, long observed, CancellationToken cancellationToken)
    {
        var file = ModelFile.Write(parameters);
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await store.ShippedAsync(db, cancellationToken);
        if (await db.Trainings.SingleOrDefaultAsync(t => t.Id == id && t.State == State.Running, cancellationToken) is not { } row) return; // it was ended meanwhile
        db.Models.Add(new ModelRow
        {
            Id = parameters.Id,
            CreatedAt = now,
            Message = ModelDescription.Of(SalaryModelData.Compile(parameters), ModelFile.Digest(file), card).ToByteArray(),
            File = file,
        });
        (row.State, row.Progress, row.Step, row.Observations, row.Slot, row.EndedAt) = (State.Succeeded, 1, "done", observed, null, now);
        try
        {
            // The model and the end of its training are one transaction; whoever ended it in between has won, and no model is left.
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return;
        }

        await store.PruneAsync(db, CancellationToken.None);
    }
}
