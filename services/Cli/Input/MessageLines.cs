using System.Runtime.CompilerServices;
using CareerRecs.Cli.Calls;
using CareerRecs.Cli.Shell;
using Google.Protobuf;

namespace CareerRecs.Cli.Input;

/// <summary>Messages of the contract in a file, a JSON object a line.</summary>
internal static class MessageLines
{
    /// <summary>The messages in their order; empty lines are passed over.</summary>
    /// <param name="path">A file, or - for standard input.</param>
    /// <param name="terminal">Where standard input comes from.</param>
    /// <param name="what">What a line holds, for the error: "profile".</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async IAsyncEnumerable<T> ReadAsync<T>(
        string path,
        Terminal terminal,
        string what,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
        where T : IMessage, new()
    {
        if (path != "-" && !File.Exists(path))
        {
            throw new CommandException($"there is no file {path}");
        }

        await using var stream = path == "-" ? terminal.OpenInput() : File.OpenRead(path);
        var number = 0;
        await foreach (var line in InputLines.ReadAsync(stream, cancellationToken))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return Parse<T>(line, number, what);
            }
        }
    }

    private static T Parse<T>(string line, int number, string what)
        where T : IMessage, new()
    {
        try
        {
            return JsonParser.Default.Parse<T>(line);
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or FormatException or OverflowException)
        {
            throw new CommandException($"line {number} is no {what} in JSON: {e.Message}");
        }
    }
}
