using System.Diagnostics;

namespace CareerRecs.Contract.Tests.Kubernetes;

/// <summary>A program of the machine that a check uses where it is installed.</summary>
internal static class Tool
{
    public static bool IsInstalled(string program) =>
        File.Exists(program)
        || (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(directory => File.Exists(Path.Combine(directory, program)));

    /// <summary>Runs it in the repository's root and returns what it prints; fails with its own words.</summary>
    public static Task<string> RunAsync(string program, params string[] arguments) =>
        RunAsync(program, new Dictionary<string, string>(), arguments);

    /// <summary>Runs a program with variables beside those of the environment.</summary>
    public static async Task<string> RunAsync(
        string program,
        IReadOnlyDictionary<string, string> variables,
        params string[] arguments
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Manifests.Root,
        };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await errors);
        return output;
    }
}
