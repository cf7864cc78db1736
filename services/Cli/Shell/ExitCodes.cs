namespace CareerRecs.Cli.Shell;

/// <summary>What the process says to the shell.</summary>
public static class ExitCodes
{
    /// <summary>Done.</summary>
    public const int Ok = 0;

    /// <summary>What was asked cannot be answered as asked.</summary>
    public const int UserError = 1;

    /// <summary>The command line itself is wrong.</summary>
    public const int Usage = 2;

    /// <summary>A server did not answer, or failed.</summary>
    public const int Server = 3;

    /// <summary>Interrupted, as shells count SIGINT.</summary>
    public const int Cancelled = 130;
}
