using System.Text;

namespace CareerRecs.Cli.Shell;

/// <summary>What a command may touch of the world around it; tests give their own.</summary>
public sealed record Terminal(
    TextWriter Out,
    TextWriter Error,
    Func<Stream> OpenInput,
    TimeProvider Time,
    Func<string, string?> Environment
)
{
    /// <summary>Columns to write into.</summary>
    public int Width { get; init; } = 100;

    /// <summary>Whether answers go to a screen that shows colours.</summary>
    public bool Colours { get; init; }

    /// <summary>Whether notes go to a screen, so that progress can be drawn over itself.</summary>
    public bool ErrorIsScreen { get; init; }

    /// <summary>Says something that is not the answer.</summary>
    public void Note(string text) => Error.WriteLine("note: " + text);

    /// <summary>The terminal of this process.</summary>
    public static Terminal OfProcess()
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var output = new StreamWriter(Console.OpenStandardOutput(), utf8, 16 * 1024) { AutoFlush = false };
        var error = new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true };
        return new(output, error, Console.OpenStandardInput, TimeProvider.System, System.Environment.GetEnvironmentVariable)
        {
            Width = WidthOf(),
            Colours = !Console.IsOutputRedirected && string.IsNullOrEmpty(System.Environment.GetEnvironmentVariable("NO_COLOR")),
            ErrorIsScreen = !Console.IsErrorRedirected,
        };
    }

    private static int WidthOf()
    {
        if (Console.IsOutputRedirected)
        {
            return 100;
        }

        try
        {
            return Math.Clamp(Console.WindowWidth, 60, 140);
        }
        catch (IOException)
        {
            return 100;
        }
    }
}
