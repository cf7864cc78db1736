using System.Collections.Immutable;
using CareerRecs.Salary.Storage;
using CareerRecs.ServiceDefaults.Activations;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Health;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.Salary.Models;

/// <summary>
/// The models in memory. A request takes the active one once and sees it throughout.
/// The shipped model needs no database, so there always is one.
/// </summary>
public sealed class ModelSet(IDbContextFactory<SalaryDb> databases) : IReadinessCheck, ILoadedVersions, IDisposable
{
    private const int MostLoaded = 10;
    private readonly SemaphoreSlim _loading = new(1, 1);
    private readonly TaskCompletionSource _looked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ActiveTable<string, LoadedModel> _active = new(); // one row: all tenants share the model
    private readonly Lazy<LoadedModel> _shipped = new(LoadedModel.Default);
    private ImmutableList<LoadedModel> _named = []; // asked for by name, the last loaded last

    /// <inheritdoc />
    public string Name => "salary model";

    /// <inheritdoc />
    public bool IsReady => _looked.Task.IsCompleted;

    /// <inheritdoc />
    public IEnumerable<string> LoadedVersions => _named.Add(Active).Select(m => m.Name).Distinct();

    /// <summary>The model that answers, as far as this replica knows.</summary>
    public LoadedModel Active => _active.Find(Owners.Shared) ?? _shipped.Value;

    /// <summary>The model that the build ships.</summary>
    public LoadedModel Shipped => _shipped.Value;

    /// <inheritdoc />
    public void Dispose() => _loading.Dispose();

    /// <summary>Reads the shipped model before the first request does.</summary>
    public void Warm() => _ = _shipped.Value;

    /// <summary>Lets requests through: the first look at the database was taken or was in vain.</summary>
    public void Looked() => _looked.TrySetResult();

    /// <summary>Raised when another model answers on this replica.</summary>
    public event Action? Changed;

    /// <summary>Waits for the first look.</summary>
    public Task WhenLookedAsync(CancellationToken cancellationToken) => _looked.Task.WaitAsync(cancellationToken);

    /// <summary>
    /// The model of this name, or the one that answers. NOT_FOUND, or FAILED_PRECONDITION for one no longer kept.
    /// </summary>
    public async ValueTask<LoadedModel> GetAsync(string name, CancellationToken cancellationToken)
    {
        // Without this, a process just started would for a moment answer with the shipped model where another is active.
        if (!_looked.Task.IsCompleted)
        {
            await _looked.Task.WaitAsync(cancellationToken);
        }
        var active = Active;
        if (name.Length == 0 || name == active.Name)
        {
            return active;
        }
        if (name == DefaultModel.Name)
        {
            return Shipped;
        }
        return Find(name) ?? await LoadAsync(name, cancellationToken);
    }

    /// <summary>Swaps in the model that the database says is active, if its activation is news.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var activation = await db
            .Activations.AsNoTracking()
            .Select(a => new { a.ModelId, a.Revision })
            .SingleOrDefaultAsync(cancellationToken);
        var revision = activation?.Revision ?? 0;
        if (!_active.IsNews(Owners.Shared, revision))
        {
            return;
        }

        var before = Active;
        var name = ModelNames.Of(activation?.ModelId ?? DefaultModel.Id);
        var model =
            name == before.Name ? before
            : name == DefaultModel.Name ? Shipped
            : Find(name) ?? await LoadAsync(name, cancellationToken);
        if (_active.Apply(Owners.Shared, model, revision) && model != before)
        {
            Changed?.Invoke();
        }
    }

    private LoadedModel? Find(string name) => Volatile.Read(ref _named).Find(m => m.Name == name);

    private async Task<LoadedModel> LoadAsync(string name, CancellationToken cancellationToken)
    {
        await _loading.WaitAsync(cancellationToken);
        try
        {
            if (Find(name) is { } loaded)
            {
                return loaded;
            }
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            var id = ModelNames.IdOf(name);
            var file =
                await db.Models.AsNoTracking().Where(m => m.Id == id).Select(m => m.File).SingleOrDefaultAsync(cancellationToken)
                ?? throw ModelNames.Unknown(name);
            if (file.Length == 0)
            {
                throw ModelNames.NoLongerKept(name);
            }
            var model = LoadedModel.Of(file);
            var named = _named.Add(model);
            Volatile.Write(ref _named, named.Count > MostLoaded ? named.RemoveAt(0) : named);
            return model;
        }
        finally
        {
            _loading.Release();
        }
    }
}
