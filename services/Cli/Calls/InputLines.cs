using System.Runtime.CompilerServices;
using System.Text;

namespace CareerRecs.Cli.Calls;

/// <summary>Lines of an input that need not end, none kept beyond a bound.</summary>
public static class InputLines
{
    /// <summary>Most characters of a line; what is beyond is read over, and the line marked by being one longer.</summary>
    public const int MostCharacters = 8 << 20;

    /// <summary>The lines.</summary>
    public static async IAsyncEnumerable<string> ReadAsync(
        Stream input,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        using var reader = new StreamReader(input, Encoding.UTF8);
        var line = new StringBuilder();
        var buffer = new char[16 * 1024];
        int read;
        while ((read = await reader.ReadAsync(buffer, cancellationToken)) > 0)
        {
            var start = 0;
            for (var i = 0; i < read; i++)
            {
                if (buffer[i] != '\n')
                {
                    continue;
                }

                Append(line, buffer, start, i);
                yield return line.ToString();
                line.Clear();
                start = i + 1;
            }
            Append(line, buffer, start, read);
        }
        if (line.Length > 0)
        {
            yield return line.ToString();
        }
    }

    private static void Append(StringBuilder line, char[] buffer, int start, int end) =>
        line.Append(buffer, start, Math.Min(end - start, MostCharacters + 1 - line.Length));
}
