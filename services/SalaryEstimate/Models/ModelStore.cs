using System.ComponentModel.DataAnnotations;
using CareerRecs.Salary.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CareerRecs.Salary.Models;

/// <summary>How many models are kept. Section <c>Salary</c>.</summary>
public sealed class ModelOptions
{
    /// <summary>Models kept beside the active and the shipped one; of older ones only the name is known.</summary>
    [Range(1, 1000)]
    public int KeptModels { get; set; } = 10;
}

/// <summary>
/// What writes to the models share: the shipped model gets its row with the first of them, old ones lose their file.
/// </summary>
public sealed class ModelStore(ModelSet models, IOptions<ModelOptions> options)
{
    /// <summary>Adds the shipped model to what is written, unless it is there.</summary>
    public async Task<ModelRow> ShippedAsync(SalaryDb db, CancellationToken cancellationToken)
    {
        if (await db.Models.FindAsync([DefaultModel.Id], cancellationToken) is { } row)
        {
            return row;
        }
        row = ModelDescription.ShippedRow(models.Shipped);
        row.File = DefaultModel.File();
        db.Models.Add(row);
        return row;
    }

    /// <summary>Drops the files of models beyond the last ones.</summary>
    public async Task PruneAsync(SalaryDb db, CancellationToken cancellationToken)
    {
        var active = await db.Activations.AsNoTracking().SingleOrDefaultAsync(cancellationToken) ?? new ActivationRow();
        var old = await db
            .Models.AsNoTracking()
            .Where(m => m.IsKept && m.Id != active.ModelId && m.Id != DefaultModel.Id)
            .OrderByDescending(m => m.CreatedAt)
            .Skip(options.Value.KeptModels)
            .Select(m => m.Id)
            .ToListAsync(cancellationToken);
        // Somebody may be activating one of these: the statement itself looks at what is active, and at the row, which an
        // activation gives a later revision. An activation in turn fails on a row that is no longer kept.
        if (old.Count == 0)
        {
            return;
        }
        await db
            .Models.Where(m => old.Contains(m.Id) && m.Revision <= active.Revision && !db.Activations.Any(a => a.ModelId == m.Id))
            .ExecuteUpdateAsync(
                m => m.SetProperty(row => row.File, Array.Empty<byte>()).SetProperty(row => row.IsKept, false),
                cancellationToken
            );
    }
}
