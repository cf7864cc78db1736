using CareerRecs.Catalog.V1;
using CareerRecs.Matching.V1;
using CareerRecs.Salary.V1;
using CareerRecs.Types.V1;
using Google.Protobuf.Reflection;

namespace CareerRecs.Cli.Calls;

/// <summary>Every RPC of the contract, found by name in the generated descriptors.</summary>
public static class MethodIndex
{
    private static readonly FileDescriptor[] Files =
    [
        CatalogServiceReflection.Descriptor,
        VersionServiceReflection.Descriptor,
        MatchingServiceReflection.Descriptor,
        ProfileServiceReflection.Descriptor,
        SalaryServiceReflection.Descriptor,
        StatusServiceReflection.Descriptor,
    ];

    /// <summary>All methods, in the order of the contract.</summary>
    public static IEnumerable<MethodDescriptor> All => Files.SelectMany(f => f.Services).SelectMany(s => s.Methods);

    /// <summary>Finds "MatchingService/RecommendRoles", with or without package, with "/" or "." before the method.</summary>
    public static MethodDescriptor FindUnary(string name)
    {
        var cut = name.LastIndexOfAny(['/', '.']);
        if (cut <= 0)
            throw CommandException.Usage($"\"{name}\" is no method; write SERVICE/METHOD, for example MatchingService/RecommendRoles");
        var (service, method) = (name[..cut].TrimStart('/'), name[(cut + 1)..]);
        var methods = All.Where(m => service == m.Service.Name || service == m.Service.FullName).ToList();
        if (methods.Count == 0)
            throw CommandException.Usage($"there is no service {service}; there are {string.Join(", ", Files.SelectMany(f => f.Services).Select(s => s.Name))}");
        var found = methods.Find(m => m.Name == method)
            ?? throw CommandException.Usage($"{service} has no method {method}; it has {string.Join(", ", methods.Select(m => m.Name))}");
        return found is { IsClientStreaming: false, IsServerStreaming: false }
            ? found
            : throw CommandException.Usage($"{service}/{method} streams; `call` makes unary calls (`careerrecs import` sends files)");
    }
}
