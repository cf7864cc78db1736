using System.Reflection;
using CareerRecs.Cli.Shell;
using CareerRecs.Matching.V1;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using ServiceDescriptor = Google.Protobuf.Reflection.ServiceDescriptor;

namespace CareerRecs.Cli.Calls;

/// <summary>Every RPC of the contract, found by name in the generated descriptors.</summary>
public static class MethodIndex
{
    // Found, not listed: a list would miss the next service.
    private static readonly Lazy<ServiceDescriptor[]> Services = new(() =>
        [
            .. typeof(MatchingServiceReflection)
                .Assembly.GetExportedTypes()
                .Where(type =>
                    type is { IsAbstract: true, IsSealed: true } && type.Name.EndsWith("Reflection", StringComparison.Ordinal)
                )
                .Select(type =>
                    type.GetProperty(nameof(IMessage.Descriptor), BindingFlags.Public | BindingFlags.Static)?.GetValue(null)
                )
                .OfType<FileDescriptor>()
                .OrderBy(file => file.Name, StringComparer.Ordinal)
                .SelectMany(file => file.Services),
        ]
    );

    /// <summary>All methods, by file of the contract and in its order.</summary>
    public static IEnumerable<MethodDescriptor> All => Services.Value.SelectMany(s => s.Methods);

    /// <summary>Finds "MatchingService/RecommendRoles", with or without package, with "/" or "." before the method.</summary>
    public static MethodDescriptor FindUnary(string name)
    {
        var cut = name.LastIndexOfAny(['/', '.']);
        if (cut <= 0)
        {
            throw CommandException.Usage(
                $"\"{name}\" is no method; write SERVICE/METHOD, for example MatchingService/RecommendRoles"
            );
        }

        var (service, method) = (name[..cut].TrimStart('/'), name[(cut + 1)..]);
        var methods = All.Where(m => service == m.Service.Name || service == m.Service.FullName).ToList();
        if (methods.Count == 0)
        {
            throw CommandException.Usage(
                $"there is no service {service}; there are {string.Join(", ", Services.Value.Select(s => s.Name))}"
            );
        }

        var found =
            methods.Find(m => m.Name == method)
            ?? throw CommandException.Usage(
                $"{service} has no method {method}; it has {string.Join(", ", methods.Select(m => m.Name))}"
            );
        return found is { IsClientStreaming: false, IsServerStreaming: false }
            ? found
            : throw CommandException.Usage(
                $"{service}/{method} streams; `call` makes unary calls (`careerrecs import` sends files)"
            );
    }
}
