using System.Globalization;
using CareerRecs.ServiceDefaults.Configuration;
using CareerRecs.ServiceDefaults.Health;
using Microsoft.Extensions.Logging;
using static CareerRecs.Types.V1.GetStatusResponse.Types;

namespace CareerRecs.ServiceDefaults.Clients;

/// <summary>
/// The host's own token in its file, for background calls. <c>GetStatus</c> shows when it expires; the log warns once a day from
/// 30 days before.
/// </summary>
internal sealed partial class ServiceTokenFile(ReloadedFile<ServiceToken> file, TimeProvider time, ILogger<ServiceTokenFile> log)
    : IDependencyProbe
{
    private const int WarnDays = 30;
    private const string Name = "service token";
    private const string Advice = "make a new one with `careerrecs token` and put it into the file";

    private int _warnedDay;

    /// <summary>Returns the token that counts now.</summary>
    public string GetToken()
    {
        var token = file.GetCurrent();
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).DayNumber;
        if (CountDaysLeft(token) is < WarnDays and var days && Interlocked.Exchange(ref _warnedDay, today) != today)
        {
            LogExpiring(log, days);
        }
        return token.Text;
    }

    /// <inheritdoc />
    public Dependency Look()
    {
        if (file.FindProblem() is { } problem)
        {
            return Describe(Dependency.Types.State.Down, $"the file cannot be used, {problem}: {Advice}");
        }
        var token = file.GetCurrent();
        var day = token.Expires?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return CountDaysLeft(token) switch
        {
            null => Describe(Dependency.Types.State.Up, "an API key, or without expiry"),
            < 0 => Describe(Dependency.Types.State.Down, $"expired {day}: {Advice}"),
            < WarnDays => Describe(Dependency.Types.State.Up, $"expires {day}: {Advice}"),
            _ => Describe(Dependency.Types.State.Up, $"expires {day}"),
        };
    }

    private static Dependency Describe(Dependency.Types.State state, string detail) =>
        new()
        {
            Name = Name,
            State = state,
            Detail = detail,
        };

    /// <summary>Counts whole days until the token expires, negative after; null if it does not expire.</summary>
    private int? CountDaysLeft(ServiceToken token) =>
        token.Expires is { } expires ? (int)Math.Floor((expires - time.GetUtcNow().UtcDateTime).TotalDays) : null;

    [LoggerMessage(LogLevel.Warning, "The service token expires in {Days} days; make a new one with `careerrecs token`")]
    private static partial void LogExpiring(ILogger log, int days);
}
