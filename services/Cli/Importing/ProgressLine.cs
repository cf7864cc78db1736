using System.Globalization;
using CareerRecs.Cli.Shell;

namespace CareerRecs.Cli.Importing;

/// <summary>How far a transfer is, drawn over itself on a screen; in a log, a line at the end is enough.</summary>
public sealed class ProgressLine(Terminal terminal, string what) : IProgress<(long Done, long? Total)>
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    private long _drawn;
    private bool _dirty;

    /// <inheritdoc/>
    public void Report((long Done, long? Total) value)
    {
        if (!terminal.ErrorIsScreen)
        {
            return;
        }

        if (_dirty && terminal.Time.GetElapsedTime(_drawn) < Pace && value.Done != value.Total)
        {
            return;
        }

        _drawn = terminal.Time.GetTimestamp();
        _dirty = true;
        terminal.Error.Write($"\r{what} {Amount(value.Done, value.Total)}\e[K");
    }

    /// <summary>Clears the line.</summary>
    public void End()
    {
        if (_dirty)
        {
            terminal.Error.Write("\r\e[K");
        }

        _dirty = false;
    }

    private static string Amount(long done, long? total)
    {
        var mega = done / 1048576d;
        if (total is not > 0)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{mega:0.0} MiB");
        }

        const int width = 30;
        var filled = (int)(done * width / total.Value);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{new string('█', filled)}{new string('─', width - filled)} {mega:0.0} of {total.Value / 1048576d:0.0} MiB"
        );
    }
}
