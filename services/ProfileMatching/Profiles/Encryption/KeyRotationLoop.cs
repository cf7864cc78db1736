using CareerRecs.ServiceDefaults.Errors;
using CareerRecs.ServiceDefaults.Health;
using CareerRecs.ServiceDefaults.Storage;
using static CareerRecs.Types.V1.GetStatusResponse.Types;

namespace CareerRecs.ProfileMatching.Profiles.Encryption;

/// <summary>
/// Brings stored profiles to the primary key in the background, and shows in <c>GetStatus</c> how many are left. Any number of
/// replicas may do so at once.
/// </summary>
internal sealed partial class KeyRotationLoop(
    KeyRotation rotation,
    ProfileCipher cipher,
    DatabaseOptions database,
    TimeProvider clock,
    ILogger<KeyRotationLoop> logger
) : BackgroundService, IDependencyProbe
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private volatile RotationReport? _last;

    /// <inheritdoc />
    public Dependency Look()
    {
        var (state, detail) = (cipher.Ring, _last) switch
        {
            (null, _) => (Dependency.Types.State.Embedded, "off: profiles are stored as they are"),
            ({ } ring, null) => (Dependency.Types.State.Up, $"key {ring.Primary}"),
            ({ } ring, { Use.Left: 0 }) => (Dependency.Types.State.Up, $"key {ring.Primary} for all profiles"),
            ({ } ring, { } last) => (
                Dependency.Types.State.Up,
                $"key {ring.Primary}; {last.Use.Left} profiles are left on others, {last.Failed} of them do not open"
            ),
        };
        return new Dependency
        {
            Name = "profile encryption",
            State = state,
            Detail = detail,
        };
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (cipher.Ring is null)
        {
            if (database.Provider == DatabaseProvider.Postgres)
            {
                LogOff();
            }
            return;
        }
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                var report = await rotation.RunAsync(stoppingToken);
                if (report.Rewrapped + report.Encrypted > 0)
                {
                    LogDone(report.Rewrapped, report.Encrypted, report.Use.Left);
                }
                if (report.Failed > 0 && report.Failed != _last?.Failed)
                {
                    LogFailed(report.Failed);
                }
                _last = report;
            }
            catch (Exception e) when (StoreFailure.IsDown(e))
            {
                // What is left now is still left in a minute.
                LogStoreDown(e.GetType().Name);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogBroken(e);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(
        LogLevel.Warning,
        "Stored profiles are not encrypted: set Profiles__EncryptionKeysFile (`careerrecs profile-keys create` makes the file)"
    )]
    private partial void LogOff();

    [LoggerMessage(
        LogLevel.Information,
        "Brought {Rewrapped} profiles to the primary key and encrypted {Encrypted}; {Left} are left on other keys"
    )]
    private partial void LogDone(long rewrapped, long encrypted, long left);

    [LoggerMessage(LogLevel.Warning, "{Count} stored profiles do not open by their key: their bytes or the key were changed")]
    private partial void LogFailed(long count);

    [LoggerMessage(LogLevel.Warning, "Could not look for profiles of other keys, the database does not answer ({Kind})")]
    private partial void LogStoreDown(string kind);

    [LoggerMessage(LogLevel.Error, "Could not bring profiles to the primary key")]
    private partial void LogBroken(Exception exception);
}
