using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace CareerRecs.EndToEnd.Tests.Cluster;

/// <summary>What a service process wrote: JSON of the console logger, and whatever a runtime that breaks says besides.</summary>
public sealed class ProcessLog(string process)
{
    private readonly ConcurrentQueue<ProcessLine> _lines = new();
    private int _taken;

    /// <summary>Everything, over all restarts.</summary>
    public IEnumerable<ProcessLine> All => _lines;

    /// <summary>What came since this was last asked.</summary>
    public IReadOnlyList<ProcessLine> TakeNew()
    {
        var lines = _lines.Skip(_taken).ToList();
        _taken += lines.Count;
        return lines;
    }

    /// <summary>Takes a line in.</summary>
    public void Add(string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            _lines.Enqueue(Read(text));
        }
    }

    private ProcessLine Read(string text)
    {
        if (text[0] != '{')
        {
            return new ProcessLine(
                process,
                text.StartsWith("Unhandled exception", StringComparison.Ordinal) ? LogLevel.Critical : LogLevel.None,
                "",
                text
            );
        }
        try
        {
            var json = JsonDocument.Parse(text).RootElement;
            var exception = json.TryGetProperty("Exception", out var e) ? $" {e.GetString()}" : "";
            return new ProcessLine(
                process,
                Enum.Parse<LogLevel>(json.GetProperty("LogLevel").GetString()!),
                json.GetProperty("Category").GetString()!,
                json.GetProperty("Message").GetString() + exception
            );
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException)
        {
            return new ProcessLine(process, LogLevel.None, "", text);
        }
    }
}

/// <summary>A line that a process wrote; without a level where it is none of a logger.</summary>
public sealed record ProcessLine(string Process, LogLevel Level, string Category, string Text)
{
    /// <summary>Whether it tells of an error.</summary>
    public bool IsError => Level is LogLevel.Error or LogLevel.Critical;

    /// <inheritdoc />
    public override string ToString() => $"{Process} {Level} {Category}: {Text}";
}
