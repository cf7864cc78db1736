namespace CareerRecs.ServiceDefaults.Resilience;

/// <summary>After some failures in a row lets nothing through for a while, then one call at a time until one succeeds.</summary>
internal sealed class CircuitBreaker(int failuresToOpen, TimeSpan openFor, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private int _failures;
    private DateTimeOffset? _openUntil;

    /// <summary>Whether calls are being held back.</summary>
    public bool IsOpen
    {
        get
        {
            lock (_lock)
            {
                return _openUntil is not null;
            }
        }
    }

    /// <summary>Whether a call may go now.</summary>
    public bool TryEnter()
    {
        lock (_lock)
        {
            if (_openUntil is not { } until)
            {
                return true;
            }
            var now = clock.GetUtcNow();
            if (now < until)
            {
                return false;
            }
            // This one tries; the others wait for what it finds.
            _openUntil = now + openFor;
            return true;
        }
    }

    /// <summary>Notes a success. True if this closed an open breaker.</summary>
    public bool Succeeded()
    {
        lock (_lock)
        {
            var wasOpen = _openUntil is not null;
            _openUntil = null;
            _failures = 0;
            return wasOpen;
        }
    }

    /// <summary>Notes a failure. True if this opened a closed breaker.</summary>
    public bool Failed()
    {
        lock (_lock)
        {
            if (++_failures < failuresToOpen)
            {
                return false;
            }
            var wasClosed = _openUntil is null;
            _openUntil = clock.GetUtcNow() + openFor;
            return wasClosed;
        }
    }
}
