using System.Text;
using CareerRecs.Cli;
using CareerRecs.Cli.Shell;

namespace CareerRecs.EndToEnd.Tests;

/// <summary>Runs command lines of <c>careerrecs</c> as a shell would, over a data folder of its own.</summary>
public sealed class Shell : IDisposable
{
    /// <summary>The folder that the command takes for the user's.</summary>
    public string Home { get; } = Directory.CreateTempSubdirectory("careerrecs-e2e-").FullName;

    /// <summary>Writes a file into the folder; its path.</summary>
    public string File(string name, string text)
    {
        var path = Path.Combine(Home, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Runs one command line; <paramref name="input"/> is what comes on its standard input.</summary>
    public async Task<Ran> RunAsync(string[] args, string input = "")
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal(
            output,
            error,
            () => new MemoryStream(Encoding.UTF8.GetBytes(input)),
            TimeProvider.System,
            name => name == "XDG_DATA_HOME" ? Home : null
        );
        var code = await App.RunAsync(args, terminal, TestContext.Current.CancellationToken);
        return new Ran(code, output.ToString(), error.ToString());
    }

    /// <summary>Runs one that must succeed.</summary>
    public async Task<string> RunToSuccessAsync(params string[] args)
    {
        var ran = await RunAsync(args);
        Assert.True(ran.Code == ExitCodes.Ok, $"careerrecs {string.Join(' ', args)} ended with {ran.Code}: {ran.Error}");
        return ran.Out;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Home, recursive: true);
    }
}

/// <summary>What a command line gave.</summary>
public sealed record Ran(int Code, string Out, string Error)
{
    /// <summary>Its output, line by line.</summary>
    public string[] Lines => Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
