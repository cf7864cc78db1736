using CareerRecs.Events.V1;
using CareerRecs.Salary.Storage;
using CareerRecs.Salary.V1;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Errors;
using CareerRecs.ServiceDefaults.Events;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.Salary.Models;

/// <summary>Makes a model the one that answers: the state, the audit row and the event are one transaction.</summary>
public sealed partial class ModelActivation(
    IDbContextFactory<SalaryDb> databases,
    ModelSet models,
    ModelStore store,
    TimeProvider time,
    ILogger<ModelActivation> logger
)
{
    /// <summary>Of the events: which model answers is one thing, whatever the model.</summary>
    private const string EventKey = "salaryModels";

    /// <summary>Activates; a model that is active already stays so, and nothing is written.</summary>
    public async Task<ActivateSalaryModelResponse> ActivateAsync(
        ActivateSalaryModelRequest request,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var id = ModelNames.IdOf(request.Name);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var shipped = await store.ShippedAsync(db, cancellationToken);
        var row = id == DefaultModel.Id ? shipped : await db.Models.FindAsync([id], cancellationToken);
        if (row is null)
        {
            throw ModelNames.Unknown(request.Name);
        }
        if (!row.IsKept)
        {
            throw ModelNames.NoLongerKept(request.Name);
        }

        var activation = await db.Activations.SingleOrDefaultAsync(cancellationToken);
        var previous = activation?.ModelId ?? DefaultModel.Id;
        var before = ModelDescription.Show(row, previous);
        if (request.Etag.Length > 0 && request.Etag != before.Etag)
        {
            throw Errors.Aborted(request.Name);
        }
        if (previous == id)
        {
            return new ActivateSalaryModelResponse { Model = before, PreviousModel = request.Name };
        }

        var revision = (activation?.Revision ?? 0) + 1;
        if (activation is null)
        {
            db.Activations.Add(activation = new ActivationRow());
        }
        activation.ModelId = id;
        activation.Revision = row.Revision = revision;
        db.Audit.Add(
            new ModelAuditRow
            {
                At = time.GetUtcNow().ToUnixTimeMilliseconds(),
                Tenant = caller.Tenant,
                Subject = caller.Subject,
                ModelId = id,
                PreviousId = previous,
                Revision = revision,
                Reason = request.Reason,
            }
        );
        db.Enqueue(
            Owners.Shared,
            EventKey,
            revision,
            new SalaryModelActivated
            {
                Model = request.Name,
                Digest = before.Digest,
                PreviousModel = ModelNames.Of(previous),
            }
        );
        await SaveAsync(db, request.Name, revision, cancellationToken);

        // From here on it is done, whatever becomes of the caller, and whatever fails is made good by a later look.
        await FollowUpAsync("swap in the model that was activated", () => models.RefreshAsync(CancellationToken.None));
        await FollowUpAsync("drop the files of old models", () => store.PruneAsync(db, CancellationToken.None));
        return new ActivateSalaryModelResponse
        {
            Model = ModelDescription.Show(row, id),
            PreviousModel = ModelNames.Of(previous),
        };
    }

    private async Task FollowUpAsync(string what, Func<Task> step)
    {
        try
        {
            await step();
        }
        catch (Exception e)
        {
            LogLeftForLater(e, what);
        }
    }

    private static async Task SaveAsync(SalaryDb db, string name, long revision, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw Errors.Aborted(name);
        }
        catch (DbUpdateException) when (revision == 1)
        {
            throw Errors.Aborted(name); // another replica wrote the first activation row at the same moment
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The activation stands, but could not {Step} yet")]
    private partial void LogLeftForLater(Exception exception, string step);
}
