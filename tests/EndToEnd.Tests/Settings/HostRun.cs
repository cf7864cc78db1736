using System.Diagnostics;

namespace CareerRecs.EndToEnd.Tests.Settings;

/// <summary>A host that was run to its end, with what it wrote.</summary>
internal sealed record HostRun(int ExitCode, string Output, string Error)
{
    /// <summary>A host that starts although it must not is ended after this.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <summary>Runs a host as a process, with nothing of this environment's settings.</summary>
    public static async Task<HostRun> StartAsync(
        string assembly,
        IReadOnlyDictionary<string, string> settings,
        CancellationToken cancellationToken,
        params string[] arguments
    )
    {
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet";
        var command = new ProcessStartInfo(dotnet, [Path.Combine(AppContext.BaseDirectory, assembly), .. arguments])
        {
            WorkingDirectory = Path.GetTempPath(),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (key, value) in settings)
        {
            command.Environment[key] = value;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        using var process = Process.Start(command)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var error = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return new HostRun(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
