using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CareerRecs.Salary.Tests;

/// <summary>
/// Collects what our code logs as an error: a test that passes with one logged has not passed. The bus library also logs a
/// publish that the end of the test cut off; the event then is still in the outbox, so that is none.
/// </summary>
internal sealed class LoggedErrors : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _errors = new();

    public IEnumerable<string> All => _errors;

    public ILogger CreateLogger(string categoryName) =>
        categoryName.StartsWith("MassTransit", StringComparison.Ordinal)
            ? Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance
            : new Logger(categoryName, _errors);

    public void Dispose() { }

    private sealed class Logger(string category, ConcurrentQueue<string> errors) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            if (IsEnabled(logLevel))
            {
                errors.Enqueue($"{category}: {formatter(state, exception)} {exception}");
            }
        }
    }
}
