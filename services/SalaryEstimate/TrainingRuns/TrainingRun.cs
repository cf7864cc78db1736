using System.Globalization;
using CareerRecs.Salary.Estimation;
using CareerRecs.Salary.Figures;
using CareerRecs.Salary.Models;
using CareerRecs.Salary.Parameters;
using CareerRecs.Salary.Storage;
using CareerRecs.Salary.Training;
using CareerRecs.ServiceDefaults.Errors;
using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using State = CareerRecs.Salary.V1.SalaryTraining.Types.State;

namespace CareerRecs.Salary.TrainingRuns;

/// <summary>One training from its observations to a candidate model.</summary>
public sealed class TrainingRun(
    IDbContextFactory<SalaryDb> databases,
    ObservationStream observations,
    ModelSet models,
    ModelStore store,
    TimeProvider time
)
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
        progress.At(0, "reading observations");
        job = job with { ModelId = await IdAsync(job, cancellationToken) };
        var (rows, read) = await ReadAsync(job, active, cancellationToken);
        progress.At(Read, "measuring on rows kept aside", rows.Count);
        var parameters = await Task.Run(
            () =>
                job.Recalibrate
                    ? Recalibrate(job, active, rows, progress, cancellationToken)
                    : Train(job, active, rows, progress, cancellationToken),
            cancellationToken
        );
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var card = TrainingCard.Write(parameters, read, new ModelOrigin(active.Name, today, job.Reason, job.Recalibrate));
        progress.At(Fitted, "writing the model");
        await StoreAsync(job.Id, parameters, card, progress.Rows, cancellationToken);
    }

    // Only now that it holds the slot: no other training can take the name any more.
    private async Task<string> IdAsync(TrainingJob job, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (job.ModelId.Length == 0)
        {
            return await CandidateId.MakeAsync(db, job.Recalibrate, time.GetUtcNow(), cancellationToken);
        }
        return await CandidateId.IsTakenAsync(db, job.ModelId, cancellationToken) ? throw Taken(job.ModelId) : job.ModelId;
    }

    // The rows as they were read are gone when this returns: only the distinct ones stay in memory.
    private async Task<(IReadOnlyList<PayRow> Rows, ReadObservations Read)> ReadAsync(
        TrainingJob job,
        LoadedModel active,
        CancellationToken cancellationToken
    )
    {
        var all = new List<PayRow>();
        var read = await observations.ReadAsync(
            active.Data,
            new ObservationSelection(job.Tenant, job.Sources, job.Recalibrate ? active.Data.Survey : null),
            all.Add,
            cancellationToken
        );
        var rows = await Task.Run(() => job.Recalibrate ? PayRow.Distinct(all) : FewRule.Apply(all), cancellationToken);
        read = read with { Repeats = all.Count - rows.Count };
        var fewest = job.Recalibrate ? FewestFreshRows : FewestRows;
        return rows.Count >= fewest ? (rows, read) : throw TooFew(rows.Count, fewest, read);
    }

    private static ModelParameters Train(
        TrainingJob job,
        LoadedModel active,
        IReadOnlyList<PayRow> rows,
        TrainingProgress progress,
        CancellationToken cancellationToken
    )
    {
        var spec = FewRule.SpecOf(rows);
        var metrics = PayValidation.Measure(
            rows,
            part => PayTrainer.Fit(part, spec, cancellationToken),
            BaseOf(active),
            share => Measuring(progress, share),
            cancellationToken
        );
        progress.At(Measured, "fitting to all rows");
        var model = PayTrainer.Fit(rows, spec, cancellationToken);
        return TrainedModel.Fitted(active.Data, job.ModelId, model, rows, metrics);
    }

    private static ModelParameters Recalibrate(
        TrainingJob job,
        LoadedModel active,
        IReadOnlyList<PayRow> rows,
        TrainingProgress progress,
        CancellationToken cancellationToken
    )
    {
        var survey =
            active.Data.Survey
            ?? throw new TrainingException(
                Errors.FailedPrecondition("NO_PAY_MODEL", $"{active.Name} has no pay model to recalibrate. Train one.")
            );
        var model = survey.Model;
        var metrics = PayValidation.Measure(
            rows,
            part => Recalibration.Fit(model, part),
            BaseOf(active),
            share => Measuring(progress, share),
            cancellationToken
        );
        progress.At(Measured, "recalibrating on all rows");
        return TrainedModel.Recalibrated(active.Data, job.ModelId, Recalibration.Fit(model, rows), rows, metrics);
    }

    private static TrainingException Taken(string id) =>
        new(
            Errors.AlreadyExists(
                ModelNames.Of(id),
                $"{ModelNames.Of(id)} is there already. Models never change: train again under another name."
            )
        );

    private static void Measuring(TrainingProgress progress, double share) =>
        progress.At(Read + share * (Measured - Read), "measuring on rows kept aside");

    private static PayBase? BaseOf(LoadedModel active) =>
        active.Data.Survey is { } survey ? new PayBase(active.Name, survey) : null;

    private static TrainingException TooFew(int rows, int fewest, ReadObservations read)
    {
        var most = read.LeftOut.Count > 0 ? $" Most were left out for: {read.LeftOut.MaxBy(r => r.Value).Key}." : "";
        var message = string.Create(
            CultureInfo.InvariantCulture,
            $"{rows} distinct observations can be used, {fewest} are needed; "
                + $"{read.LeftOut.Values.Sum()} were left out, {read.Repeats} say the same as another.{most}"
        );
        return new TrainingException(Errors.FailedPrecondition("TOO_FEW_OBSERVATIONS", message));
    }

    private async Task StoreAsync(
        long id,
        ModelParameters parameters,
        string card,
        long observed,
        CancellationToken cancellationToken
    )
    {
        var file = ModelFile.Write(parameters);
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await store.ShippedAsync(db, cancellationToken);
        if (
            await db.Trainings.SingleOrDefaultAsync(t => t.Id == id && t.State == State.Running, cancellationToken) is not { } row
        )
        {
            return; // it was ended meanwhile
        }
        db.Models.Add(
            new ModelRow
            {
                Id = parameters.Id,
                CreatedAt = now,
                Message = ModelDescription.Of(SalaryModelData.Compile(parameters), ModelFile.Digest(file), card).ToByteArray(),
                File = file,
            }
        );
        (row.State, row.Progress, row.Step, row.Observations, row.Slot, row.EndedAt) = (
            State.Succeeded,
            1,
            "done",
            observed,
            null,
            now
        );
        row.ModelId = parameters.Id;
        try
        {
            // The model and the end of its training are one transaction; whoever ended it in between has won, and no model is
            // left.
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return;
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            // An import may have taken the name meanwhile. Whatever else is wrong shows here again.
            await using var again = await databases.CreateDbContextAsync(cancellationToken);
            if (await CandidateId.IsTakenAsync(again, parameters.Id, cancellationToken))
            {
                throw Taken(parameters.Id);
            }
            throw;
        }

        await store.PruneAsync(db, CancellationToken.None);
    }
}
