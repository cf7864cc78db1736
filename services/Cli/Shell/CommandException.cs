namespace CareerRecs.Cli.Shell;

/// <summary>Ends a command with one line that says what is wrong and what to do.</summary>
public sealed class CommandException(string message, int exitCode = ExitCodes.UserError) : Exception(message)
{
    /// <summary>The process's exit code.</summary>
    public int ExitCode => exitCode;

    /// <summary>The command line itself is wrong.</summary>
    public static CommandException Usage(string message) => new(message, ExitCodes.Usage);
}
