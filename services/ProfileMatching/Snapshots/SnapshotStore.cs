using CareerRecs.Matching.Storage.V1;

namespace CareerRecs.ProfileMatching.Snapshots;

/// <summary>
/// The copies of catalog versions that let matching go on without Catalog: on disk, else in the database. Neither is needed to
/// answer, so what fails here is logged and passed over. Disk is written at once; the database afterwards, so that no
/// activation waits for it.
/// </summary>
internal sealed partial class SnapshotStore(
    SnapshotFiles files,
    SnapshotTable table,
    TimeProvider clock,
    ILogger<SnapshotStore> logger
) : IAsyncDisposable
{
    private static readonly TimeSpan ReadTimeout = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _gate = new();
    private Task _saving = Task.CompletedTask;

    /// <summary>Ends when all that was given to keep so far is in the database, or was given up.</summary>
    public Task Saved
    {
        get
        {
            lock (_gate)
            {
                return _saving;
            }
        }
    }

    /// <summary>The version that was active when last heard; null where none was.</summary>
    public async Task<SnapshotHead?> ReadActiveAsync(string owner, string catalog, CancellationToken cancellationToken) =>
        files.ReadActive(owner, catalog) ?? await TryReadAsync(c => table.ReadActiveAsync(owner, catalog, c), cancellationToken);

    /// <summary>The versions of all catalogs in use that were active when last heard, as far as this disk remembers.</summary>
    public IReadOnlyList<SnapshotHead> ReadAllActive() => files.ReadAllActive();

    /// <summary>What a kept version is; null where it is not kept.</summary>
    public async Task<SnapshotHead?> ReadVersionAsync(string owner, string version, CancellationToken cancellationToken) =>
        files.ReadVersion(owner, version)
        ?? await TryReadAsync(c => table.ReadVersionAsync(owner, version, c), cancellationToken);

    /// <summary>The bytes of a digest, checked; null where they are not kept.</summary>
    public async Task<byte[]?> ReadBytesAsync(string digest, CancellationToken cancellationToken) =>
        await files.ReadBytesAsync(digest, cancellationToken)
        ?? await TryReadAsync(c => table.ReadBytesAsync(digest, c), cancellationToken);

    /// <summary>Keeps a version, wherever it is not kept yet.</summary>
    public void KeepVersion(SnapshotHead head, byte[] bytes)
    {
        files.WriteVersion(head, bytes);
        SaveLater(c => table.WriteVersionAsync(head, bytes, c));
    }

    /// <summary>Remembers which version is active.</summary>
    public void KeepActive(SnapshotHead head)
    {
        files.WriteActive(head);
        SaveLater(c => table.WriteActiveAsync(head, c));
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await Saved;
        _stopping.Dispose();
    }

    private void SaveLater(Func<CancellationToken, Task> save)
    {
        lock (_gate)
        {
            _saving = SaveAsync(_saving, save);
        }
    }

    private async Task SaveAsync(Task before, Func<CancellationToken, Task> save)
    {
        // Also leaves the lock, and the thread that loads.
        await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            await save(_stopping.Token);
        }
        catch (Exception e)
        {
            // A store that is down in any way must not stop matching; the next load tries again.
            if (!_stopping.IsCancellationRequested)
            {
                LogUnwritten(e);
            }
        }
    }

    private async Task<T?> TryReadAsync<T>(Func<CancellationToken, Task<T?>> read, CancellationToken cancellationToken)
        where T : class
    {
        using var timeout = new CancellationTokenSource(ReadTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return await read(either.Token);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            LogUnread(e);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Could not keep a catalog version in the database")]
    private partial void LogUnwritten(Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Could not look for a catalog version in the database")]
    private partial void LogUnread(Exception exception);
}
