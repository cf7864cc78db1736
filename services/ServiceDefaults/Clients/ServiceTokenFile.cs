using System.Globalization;
using CareerRecs.ServiceDefaults.Health;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using static CareerRecs.Types.V1.GetStatusResponse.Types;

namespace CareerRecs.ServiceDefaults.Clients;

/// <summary>
/// The host's own token in its file, read anew for each background call so that it can be rotated. <c>GetStatus</c> shows when it
/// expires; the log warns once a day from 30 days before.
/// </summary>
internal sealed partial class ServiceTokenFile(string path, TimeProvider time, ILogger<ServiceTokenFile> log) : IDependencyProbe
{
    private const int WarnDays = 30;
    private const string Name = "service token";
    private const string Advice = "make a new one with `careerrecs token` and put it into the file";

    private DateOnly _warned;

    /// <summary>Reads the token.</summary>
    public async ValueTask<string> ReadAsync(CancellationToken cancellationToken)
    {
        var token = (await File.ReadAllTextAsync(path, cancellationToken)).Trim();
        if (
            DaysLeft(token) is < WarnDays and var days
            && DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime) is var today
            && today > _warned
        )
        {
            _warned = today;
            LogExpiring(log, path, days);
        }
        return token;
    }

    /// <inheritdoc />
    public Dependency Look()
    {
        try
        {
            var token = File.ReadAllText(path).Trim();
            return DaysLeft(token) switch
            {
                null => Describe(Dependency.Types.State.Up, "an API key, or without expiry"),
                < 0 => Describe(Dependency.Types.State.Down, $"expired {Day(token)}: {Advice}"),
                < WarnDays => Describe(Dependency.Types.State.Up, $"expires {Day(token)}: {Advice}"),
                _ => Describe(Dependency.Types.State.Up, $"expires {Day(token)}"),
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Describe(Dependency.Types.State.Down, $"the file cannot be read: {Advice}");
        }
    }

    private static Dependency Describe(Dependency.Types.State state, string detail) =>
        new()
        {
            Name = Name,
            State = state,
            Detail = detail,
        };

    private static string Day(string token) =>
        new JsonWebToken(token).ValidTo.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Whole days until the token expires, negative after; null for an API key and for a token without expiry.</summary>
    private int? DaysLeft(string token)
    {
        try
        {
            var expiry = new JsonWebToken(token).ValidTo;
            return expiry == DateTime.MinValue ? null : (int)Math.Floor((expiry - time.GetUtcNow().UtcDateTime).TotalDays);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The service token {Path} expires in {Days} days; make a new one with `careerrecs token`")]
    private static partial void LogExpiring(ILogger log, string path, int days);
}
