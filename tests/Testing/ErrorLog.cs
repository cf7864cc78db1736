using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CareerRecs.Testing;

/// <summary>Collects what a host logs from warnings up; an error that no test expects fails the test.</summary>
public sealed class ErrorLog : ILoggerProvider
{
    private readonly ConcurrentQueue<LogLine> _lines = new();
    private readonly ConcurrentBag<Func<LogLine, bool>> _expected = [];

    /// <summary>Warnings and errors so far.</summary>
    public IReadOnlyCollection<LogLine> Lines => _lines;

    /// <summary>Says that such errors belong to the test.</summary>
    public void Expect(Func<LogLine, bool> isExpected) => _expected.Add(isExpected);

    /// <summary>Fails if an error was logged that was not expected.</summary>
    public void VerifyNoErrors()
    {
        var errors = _lines.Where(l => l.Level >= LogLevel.Error && !_expected.Any(e => e(l))).ToArray();
        if (errors.Length > 0)
        {
            throw new LoggedErrorException(string.Join("\n\n", errors.Select(e => e.ToString())));
        }
    }

    /// <inheritdoc />
    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    /// <inheritdoc />
    public void Dispose() { }

    private sealed class Logger(ErrorLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

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
                log._lines.Enqueue(new LogLine(logLevel, category, formatter(state, exception), exception));
            }
        }
    }
}

/// <summary>Something that was logged.</summary>
public sealed record LogLine(LogLevel Level, string Category, string Message, Exception? Exception)
{
    /// <inheritdoc />
    public override string ToString() => $"{Level} {Category}: {Message}{(Exception is null ? "" : $"\n{Exception}")}";
}

/// <summary>A host logged an error that the test did not expect.</summary>
public sealed class LoggedErrorException(string message) : Exception($"Logged errors:\n{message}");
