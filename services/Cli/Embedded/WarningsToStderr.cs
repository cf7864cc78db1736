namespace CareerRecs.Cli.Embedded;

/// <summary>
/// Warnings and errors of the embedded services, a line each, where notes go. A formatter of its own starts in no time.
/// </summary>
internal sealed class WarningsToStderr(TextWriter error) : ILoggerProvider
{
    private readonly TextWriter _error = TextWriter.Synchronized(error);

    /// <summary>
    /// The least that is worth saying: errors, until somebody who stays asks for warnings.
    /// </summary>
    public LogLevel Least { get; set; } = LogLevel.Error;

    public ILogger CreateLogger(string categoryName) =>
        new Logger(categoryName[(categoryName.LastIndexOf('.') + 1)..], this, _error);

    public void Dispose() { }

    private sealed class Logger(string category, WarningsToStderr provider, TextWriter error) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= provider.Least;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            if (!IsEnabled(logLevel) || exception is OperationCanceledException)
            {
                return;
            }

            var message = formatter(state, exception).ReplaceLineEndings(" ");
            var cause = exception is null ? "" : $" ({exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ")})";
            error.WriteLine($"{(logLevel == LogLevel.Warning ? "warning" : "error")}: {category}: {message}{cause}");
        }
    }
}
