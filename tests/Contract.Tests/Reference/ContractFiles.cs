using System.Reflection;
using CareerRecs.Types.V1;
using Google.Protobuf.Reflection;

namespace CareerRecs.Contract.Tests.Reference;

/// <summary>Files of the contract, found in the assembly that is generated from them.</summary>
internal static class ContractFiles
{
    /// <summary>Every file, ordered by name.</summary>
    public static IReadOnlyList<FileDescriptor> All { get; } =
    [
        .. typeof(StatusServiceReflection)
            .Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("Reflection", StringComparison.Ordinal))
            .Select(type => type.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)?.GetValue(null))
            .OfType<FileDescriptor>()
            .OrderBy(file => file.Name, StringComparer.Ordinal),
    ];

    /// <summary>Every method, in the order of files and services.</summary>
    public static IEnumerable<MethodDescriptor> Methods => All.SelectMany(file => file.Services).SelectMany(s => s.Methods);
}
