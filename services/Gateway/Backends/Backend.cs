using ServiceDescriptor = Google.Protobuf.Reflection.ServiceDescriptor;

namespace CareerRecs.Gateway.Backends;

/// <summary>A service behind the gateway, and the package of the contract that it answers.</summary>
internal sealed record Backend(string Name, string Package)
{
    /// <summary>
    /// Packages that the gateway answers itself: its own <c>GetStatus</c>, and operations, sent on by the name in the request.
    /// </summary>
    private static readonly string[] AnsweredHere = ["careerrecs.type.v1", "google.longrunning"];

    /// <summary>The three services.</summary>
    public static IReadOnlyList<Backend> All { get; } =
    [new("catalog", "careerrecs.catalog.v1"), new("matching", "careerrecs.matching.v1"), new("salary", "careerrecs.salary.v1")];

    /// <summary>The backend of a gRPC service; null for one that the gateway answers itself.</summary>
    public static Backend? Find(ServiceDescriptor service) =>
        AnsweredHere.Contains(service.File.Package) ? null : All.Single(backend => backend.Package == service.File.Package);
}
