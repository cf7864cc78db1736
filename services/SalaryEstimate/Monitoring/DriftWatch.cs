using CareerRecs.Events.V1;
using CareerRecs.Salary.Models;
using CareerRecs.Salary.Storage;
using CareerRecs.Salary.Training;
using CareerRecs.Salary.TrainingRuns;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Events;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.Salary.Monitoring;

/// <summary>
/// Holds the observations newer than the active model, of all tenants, against its ranges. Only the number leaves; what was last
/// said of it is stored, so that neither a restart nor another replica says it again.
/// </summary>
public sealed partial class DriftWatch(
    IDbContextFactory<SalaryDb> databases,
    ObservationStream observations,
    ModelSet models,
    SalaryMetrics metrics,
    ILogger<DriftWatch> logger
)
{
    private const string EventKey = "salaryCoverage";

    /// <summary>Looks, and says it where the coverage has left its bounds or is back.</summary>
    public async Task<Drift> LookAsync(CancellationToken cancellationToken)
    {
        // A replica that has not seen an activation yet would say of the model before what another says of the new one.
        await models.RefreshAsync(cancellationToken);
        var model = models.Active;
        var drift = new Drift(0, 0);
        if (model.Data.Survey is { } survey)
        {
            var tally = new DriftTally(survey.Served);
            var newer = new ObservationSelection(Tenant: null, Sources: [], survey);
            await observations.ReadAsync(model.Data, newer, tally.Add, cancellationToken);
            drift = tally.Drift;
        }

        metrics.Saw(model.Name, drift);
        await SayAsync(model, drift, cancellationToken);
        return drift;
    }

    private async Task SayAsync(LoadedModel model, Drift drift, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var said = await db.Drifts.SingleOrDefaultAsync(cancellationToken);
        if ((said?.IsDrifted ?? false) == drift.IsDrifted)
        {
            return;
        }
        var isFirst = said is null;
        if (said is null)
        {
            db.Drifts.Add(said = new DriftRow());
        }
        said.IsDrifted = drift.IsDrifted;
        said.Revision++;
        db.Enqueue(
            Owners.Shared,
            EventKey,
            said.Revision,
            new PayCoverageDrifted
            {
                Model = model.Name,
                Coverage = drift.Coverage,
                Observations = drift.Rows,
                Drifted = drift.IsDrifted,
            }
        );
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException e) when (isFirst || e is DbUpdateConcurrencyException)
        {
            return; // another replica said it; whatever else is wrong shows at the next look
        }

        if (drift.IsDrifted)
        {
            LogDrifted(model.Name, drift.Coverage, drift.Rows);
        }
        else
        {
            LogBack(model.Name, drift.Coverage, drift.Rows);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The ranges of {Model} hold {Coverage:P1} of {Rows} newer "
            + "observations, they are meant to hold 80 %: train or recalibrate"
    )]
    private partial void LogDrifted(string model, double coverage, int rows);

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "The ranges of {Model} hold what they claim again, or nothing "
            + "newer is known: {Coverage:P1} of {Rows} newer observations"
    )]
    private partial void LogBack(string model, double coverage, int rows);
}
