using System.Reflection;
using CareerRecs.Types.V1;
using Google.Protobuf.Reflection;

namespace CareerRecs.Contract.Tests.Reference;

/// <summary>Files of the contract, found in the assembly that is generated from them.</summary>
internal static class ContractFiles
{
    /// <summary>Every file, ordered by name: ours, and Google's that are compiled with them.</summary>
    public static IReadOnlyList<FileDescriptor> Compiled { get; } =
    [
        .. typeof(StatusServiceReflection)
            .Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("Reflection", StringComparison.Ordinal))
            .Select(type => type.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)?.GetValue(null))
            .OfType<FileDescriptor>()
            .OrderBy(file => file.Name, StringComparer.Ordinal),
    ];

    /// <summary>Our files, ordered by name.</summary>
    public static IReadOnlyList<FileDescriptor> All { get; } =
    [.. Compiled.Where(file => file.Package.StartsWith("careerrecs.", StringComparison.Ordinal))];

    /// <summary>Our methods, in the order of files and services.</summary>
    public static IEnumerable<MethodDescriptor> Methods => MethodsOf(All);

    /// <summary>Every method that is served, ours and Google's.</summary>
    public static IEnumerable<MethodDescriptor> ServedMethods => MethodsOf(Compiled);

    private static IEnumerable<MethodDescriptor> MethodsOf(IEnumerable<FileDescriptor> files) =>
        files.SelectMany(file => file.Services).SelectMany(s => s.Methods);
}
