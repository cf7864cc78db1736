using Microsoft.Extensions.Logging;

namespace CareerRecs.ServiceDefaults.Configuration;

/// <summary>
/// Value of files that may change while the host runs. They are looked at when the value is asked for, at most once a second;
/// while they cannot be used, the last good value stays and a warning says why.
/// </summary>
/// <remarks>
/// Contents are compared, not times: Kubernetes changes a mounted secret by a link above it, which leaves the times of the
/// links below as they were.
/// </remarks>
public sealed partial class ReloadedFile<T>
    where T : class
{
    private readonly SettingFile _file;
    private readonly Func<IReadOnlyList<string>, T> _parse;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Lock _looking = new();
    private IReadOnlyList<string> _texts = [];
    private volatile T _current;
    private volatile string? _problem;
    private long _lookedAt;

    /// <summary>Reads the files. SettingException if they cannot be used.</summary>
    /// <param name="file">The files.</param>
    /// <param name="parse">Makes the value of the files' texts; throws <see cref="FormatException"/> with what is wrong.</param>
    /// <param name="time">Clock of the looks.</param>
    /// <param name="logger">Gets what became of changed files.</param>
    public ReloadedFile(SettingFile file, Func<IReadOnlyList<string>, T> parse, TimeProvider time, ILogger logger)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(time);
        (_file, _parse, _time, _logger, _lookedAt) = (file, parse, time, logger, time.GetTimestamp());
        _current = file.Load(texts =>
        {
            _texts = texts;
            return parse(texts);
        });
    }

    /// <summary>Returns the value that counts now.</summary>
    public T GetCurrent()
    {
        LookIfDue();
        return _current;
    }

    /// <summary>Returns why the files cannot be used now; null if they can.</summary>
    public string? FindProblem()
    {
        LookIfDue();
        return _problem;
    }

    private void LookIfDue()
    {
        // Whoever comes while another looks goes on with the value there is.
        if (!IsDue() || !_looking.TryEnter())
        {
            return;
        }
        try
        {
            if (IsDue())
            {
                Look();
                Volatile.Write(ref _lookedAt, _time.GetTimestamp());
            }
        }
        finally
        {
            _looking.Exit();
        }
    }

    private bool IsDue() => _time.GetElapsedTime(Volatile.Read(ref _lookedAt)) >= ReloadedFiles.LookEvery;

    private void Look()
    {
        try
        {
            var texts = _file.ReadTexts();
            if (texts.SequenceEqual(_texts))
            {
                // The value is of these texts: they were only out of reach for a while.
                _problem = null;
                return;
            }
            _current = _parse(texts);
            (_texts, _problem) = (texts, null);
            LogReloaded(_file);
        }
        catch (Exception e) when (SettingFile.IsFault(e))
        {
            var problem = SettingFile.Describe(e);
            if (problem != _problem)
            {
                LogUnusable(_file, problem, _file.Advice);
            }
            _problem = problem;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Read {File} again, which had changed")]
    private partial void LogReloaded(SettingFile file);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{File} cannot be used, what was read before stays: {Problem}. {Advice}")]
    private partial void LogUnusable(SettingFile file, string problem, string advice);
}
