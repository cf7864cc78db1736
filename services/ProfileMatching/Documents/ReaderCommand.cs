using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using CareerRecs.ProfileMatching.Understanding.Documents;

namespace CareerRecs.ProfileMatching.Documents;

/// <summary>
/// The command line that starts this service's executable as a <see cref="ReaderProcess"/>, however the service itself was
/// started.
/// </summary>
internal static class ReaderCommand
{
    private const string Muxer = "dotnet";

    /// <summary>
    /// Executables whose <c>Main</c> begins with <see cref="ReaderProcess"/>. Others would start themselves once more.
    /// </summary>
    private static readonly string?[] Readers = ["CareerRecs.ProfileMatching", "careerrecs"];

    /// <summary>The command, with an environment that holds the runtime's limits and nothing of the host's.</summary>
    /// <exception cref="FileNotFoundException">There is no executable to start.</exception>
    public static ProcessStartInfo Create(TimeSpan readingTime)
    {
        var start = new ProcessStartInfo
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
            WorkingDirectory = Path.GetPathRoot(AppContext.BaseDirectory),
        };
        SetExecutable(start);
        start.ArgumentList.Add(ReaderProcess.Mode);
        // The parent's clock ends it first; the kernel's does where the parent is gone. All threads count, and so does the start.
        start.ArgumentList.Add(Math.Ceiling((2 * readingTime.TotalSeconds) + 1).ToString(CultureInfo.InvariantCulture));
        SetEnvironment(start.Environment);
        return start;
    }

    private static void SetExecutable(ProcessStartInfo start)
    {
        // The assembly with `dotnet`: also when the host is a test or another executable beside it. A single file has no
        // location.
        var assembly = typeof(ReaderProcess).Assembly.Location;
        var runtime = RuntimeEnvironment.GetRuntimeDirectory();
        var name = OperatingSystem.IsWindows() ? $"{Muxer}.exe" : Muxer;
        var muxer = Path.GetFullPath(Path.Combine(runtime, "..", "..", "..", name));
        if (assembly.Length > 0 && File.Exists(muxer) && File.Exists(Path.ChangeExtension(assembly, ".runtimeconfig.json")))
        {
            start.FileName = muxer;
            start.ArgumentList.Add("exec");
            start.ArgumentList.Add(assembly);
            return;
        }

        // Self-contained, a single file, or published without the file beside this assembly.
        var entry = Assembly.GetEntryAssembly();
        if (Environment.ProcessPath is not { } self || Array.IndexOf(Readers, entry?.GetName().Name) < 0)
        {
            throw new FileNotFoundException(
                $"There is neither {muxer} with a runtimeconfig.json beside {assembly}, nor an executable of this service."
            );
        }

        start.FileName = self;
        if (Path.GetFileNameWithoutExtension(self) == Muxer)
        {
            start.ArgumentList.Add("exec");
            start.ArgumentList.Add(entry!.Location);
        }
    }

    private static void SetEnvironment(IDictionary<string, string?> environment)
    {
        var windows = Environment.GetEnvironmentVariable("SystemRoot");
        environment.Clear();
        environment["DOTNET_GCHeapHardLimit"] = Bounds.Memory.ToString("X", CultureInfo.InvariantCulture);
        // No socket and no file for debuggers.
        environment["DOTNET_EnableDiagnostics"] = "0";
        // For a process that lives for a moment these cost more than they bring.
        environment["DOTNET_gcConcurrent"] = "0";
        environment["DOTNET_TieredPGO"] = "0";
        if (OperatingSystem.IsWindows())
        {
            environment["SystemRoot"] = windows;
        }
    }
}
