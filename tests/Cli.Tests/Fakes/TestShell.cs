using System.Text;
using CareerRecs.Cli.Shell;

namespace CareerRecs.Cli.Tests.Fakes;

/// <summary>A shell with a home of its own: runs command lines and keeps what they print.</summary>
internal sealed class TestShell : IDisposable
{
    private readonly Dictionary<string, string> _environment = [];

    public TestShell() => _environment["XDG_DATA_HOME"] = Home;

    public string Home { get; } = Directory.CreateTempSubdirectory("careerrecs-cli-").FullName;

    public string Out { get; private set; } = "";

    public string Error { get; private set; } = "";

    public string[] Lines => Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public async Task<int> RunAsync(string[] args, string input = "")
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal(
            output,
            error,
            () => new MemoryStream(Encoding.UTF8.GetBytes(input)),
            TimeProvider.System,
            name => _environment.GetValueOrDefault(name)
        );
        var code = await App.RunAsync(args, terminal, TestContext.Current.CancellationToken);
        (Out, Error) = (output.ToString(), error.ToString());
        return code;
    }

    public string File(string name, string text)
    {
        var path = Path.Combine(Home, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => Directory.Delete(Home, recursive: true);
}
