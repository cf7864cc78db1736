using CareerRecs.ServiceDefaults.Clients;
using CareerRecs.ServiceDefaults.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using static CareerRecs.Types.V1.GetStatusResponse.Types;

namespace CareerRecs.ServiceDefaults.Tests.Clients;

public sealed class ServiceTokenFileTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly string _path = Path.GetTempFileName();
    private readonly FakeTimeProvider _time = new(Now);
    private readonly WarningCount _warnings = new();

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData(90, Dependency.Types.State.Up, "expires 2027-03-01")]
    [InlineData(10, Dependency.Types.State.Up, "expires 2026-12-11: make a new one")]
    [InlineData(-1, Dependency.Types.State.Down, "expired 2026-11-30: make a new one")]
    public void The_status_shows_when_the_token_expires(int days, Dependency.Types.State state, string detail)
    {
        File.WriteAllText(_path, TokenFor(days));

        var shown = Create().Look();

        Assert.Equal(("service token", state), (shown.Name, shown.State));
        Assert.StartsWith(detail, shown.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void An_API_key_does_not_expire_here_and_a_missing_file_is_down()
    {
        File.WriteAllText(_path, "cr_abc_secret");
        var file = Create();
        Assert.Equal(Dependency.Types.State.Up, file.Look().State);

        File.Delete(_path);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(Dependency.Types.State.Down, file.Look().State);
        Assert.Equal("cr_abc_secret", file.GetToken());
    }

    [Fact]
    public void The_log_warns_once_a_day_and_a_rotated_token_is_sent_within_a_second()
    {
        File.WriteAllText(_path, TokenFor(10));
        var file = Create();
        file.GetToken();
        file.GetToken();
        Assert.Equal(1, _warnings.Count);

        _time.Advance(TimeSpan.FromDays(1));
        file.GetToken();
        Assert.Equal(2, _warnings.Count);

        var rotated = TokenFor(90);
        File.WriteAllText(_path, rotated + "\n");
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(rotated, file.GetToken());
    }

    private static string TokenFor(int days) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            new SecurityTokenDescriptor { Expires = Now.UtcDateTime.AddDays(days) }
        );

    private ServiceTokenFile Create() =>
        new(
            new ReloadedFile<ServiceToken>(
                new SettingFile("Services:TokenFile", ServiceToken.Advice, _path),
                ServiceToken.Parse,
                _time,
                NullLogger.Instance
            ),
            _time,
            _warnings
        );

    private sealed class WarningCount : ILogger<ServiceTokenFile>
    {
        public int Count { get; private set; }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Count += logLevel == LogLevel.Warning ? 1 : 0;
    }
}
