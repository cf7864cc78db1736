using System.Runtime.InteropServices;

namespace CareerRecs.ProfileMatching.Documents;

/// <summary>
/// Limits that the kernel holds a process of untrusted input to. A process sets them for itself, since .NET has no way to set
/// them between fork and exec. There is none for address space: the runtime reserves far more than it uses;
/// <c>DOTNET_GCHeapHardLimit</c> bounds what it uses. Linux only; elsewhere the parent's clock and the runtime's heap limit are
/// all there is.
/// </summary>
internal static partial class ProcessLimits
{
    // asm-generic/resource.h; x64 and Arm have these numbers.
    private const int Cpu = 0;
    private const int FileSize = 1;
    private const int Core = 4;
    private const int OpenFiles = 7;

    /// <summary>Enough for the assemblies that are being loaded: the runtime keeps each of them open.</summary>
    private const uint MostFiles = 256;

    /// <summary>
    /// Bounds CPU time and open files of this process; forbids it to write files or a core dump. False: the kernel refuses one of
    /// the limits.
    /// </summary>
    public static bool TrySet(uint cpuSeconds) =>
        !OperatingSystem.IsLinux()
        || (TrySet(Cpu, cpuSeconds) && TrySet(FileSize, 0) && TrySet(Core, 0) && TrySet(OpenFiles, MostFiles));

    private static bool TrySet(int resource, uint limit) => SetLimit(resource, new Limit(limit, limit)) == 0;

    [LibraryImport("libc", EntryPoint = "setrlimit")]
    private static partial int SetLimit(int resource, in Limit limit);

    /// <summary><c>struct rlimit</c>: what applies, and what it may be raised to.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Limit(nuint current, nuint maximum)
    {
        public readonly nuint Current = current;
        public readonly nuint Maximum = maximum;
    }
}
