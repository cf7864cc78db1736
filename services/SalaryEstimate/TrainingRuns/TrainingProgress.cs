namespace CareerRecs.Salary.TrainingRuns;

/// <summary>How far a training is, as it last said; the run writes it, the heartbeat reads it.</summary>
public sealed class TrainingProgress
{
    private (double Share, string Step, long Rows) _last = (0, "waiting to begin", 0);
    private readonly Lock _lock = new();

    /// <summary>The share that is done, 0-1.</summary>
    public double Share => Last.Share;

    /// <summary>What it is doing.</summary>
    public string Step => Last.Step;

    /// <summary>Distinct rows that it is fitted to; 0: not counted yet.</summary>
    public long Rows => Last.Rows;

    private (double Share, string Step, long Rows) Last
    {
        get
        {
            lock (_lock)
            {
                return _last;
            }
        }
    }

    /// <summary>Goes on to a step.</summary>
    public void At(double share, string step, long rows = 0)
    {
        lock (_lock)
        {
            _last = (share, step, rows > 0 ? rows : _last.Rows);
        }
    }
}
