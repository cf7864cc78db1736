using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using CareerRecs.Cli.Shell;

namespace CareerRecs.Cli.Calls;

/// <summary>
/// Requests from standard input: JSON Lines, or one request written over several lines. Which it is shows in the first
/// line: in JSON Lines it is a whole object.
/// </summary>
public sealed class RequestInput(IAsyncEnumerable<string> lines)
{
    /// <summary>The requests: each line, or the one that all lines make together.</summary>
    public async IAsyncEnumerable<string> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        StringBuilder? whole = null;
        var first = true;
        await foreach (var line in lines.WithCancellation(cancellationToken))
        {
            if (whole is not null)
            {
                if (whole.Length + line.Length > InputLines.MostCharacters)
                {
                    throw new CommandException($"the request is longer than {InputLines.MostCharacters:N0} characters");
                }

                whole.Append('\n').Append(line);
                continue;
            }
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            if (first && IsBeginning(line))
            {
                whole = new StringBuilder(line);
            }
            else
            {
                yield return line;
            }

            first = false;
        }
        if (whole is null)
        {
            yield break;
        }

        var text = whole.ToString();
        if (IsObject(text))
        {
            yield return text;
            yield break;
        }
        // Not one request either: lines after all, the first of them broken.
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            yield return line;
        }
    }

    /// <summary>An object that is opened and not closed on its line.</summary>
    private static bool IsBeginning(string line) => line.TrimStart().StartsWith('{') && !IsObject(line);

    private static bool IsObject(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
