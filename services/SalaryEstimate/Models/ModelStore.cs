using System.ComponentModel.DataAnnotations;
using CareerRecs.Salary.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CareerRecs.Salary.Models;

/// <summary>How many models are kept. Section <c>Salary</c>.</summary>
public sealed class ModelOptions
{
    /// <summary>Models kept beside the active and the shipped one; of older ones only the name is known.</summary>
    [Range(0, 1000)]
    public int KeptModels { get; set; } = 10;
}

/// <summary>What writes to the models share: the shipped model gets its row with the first of them, old ones lose their file.</summary>
public sealed class ModelStore(ModelSet models, IOptions<ModelOptions> options)
{
    /// <summary>Adds the shipped model to what is written, unless it is there.</summary>
    public async Task<ModelRow> ShippedAsync(SalaryDb db, CancellationToken cancellationToken)
    {
        if (await db.Models.FindAsync([DefaultModel.Id], cancellationToken) is { } row) return row;
        row = ModelDescription.ShippedRow(models.Shipped);
        db.Models.Add(row);
        return row;
    }

    /// <summary>Drops the files of models beyond the last ones.</summary>
    public async Task PruneAsync(SalaryDb db, CancellationToken cancellationToken)
    {
        var active = await db.Activations.AsNoTracking().Select(a => a.ModelId).SingleOrDefaultAsync(cancellationToken);
        var old = await db.Models.AsNoTracking()
            .Where(m => m.IsKept && m.Id != active && m.Id != DefaultModel.Id)
            .OrderByDescending(m => m.CreatedAt)
            .Skip(options.Value.KeptModels)
            .Select(m => m.Id)
            .ToListAsync(cancellationToken);
        // The last look at what is active is taken by the statement itself: somebody may be activating one of these.
        if (old.Count == 0) return;
        await db.Models
            .Where(m => old.Contains(m.Id) && !db.Activations.Any(a => a.ModelId == m.Id))
            .ExecuteUpdateAsync(
                m => m.SetProperty(row => row.File, Array.Empty<byte>()).SetProperty(row => row.IsKept, false),
                cancellationToken);
    }
}
