using ServiceDescriptor = Google.Protobuf.Reflection.ServiceDescriptor;

namespace CareerRecs.Gateway.Backends;

/// <summary>A service behind the gateway, and the package of the contract that it answers.</summary>
internal sealed record Backend(string Name, string Package)
{
    /// <summary>What every host answers for itself: <c>GetStatus</c> says what this gateway is.</summary>
    private const string AnsweredHere = "careerrecs.type.v1";

    /// <summary>The three services.</summary>
    public static IReadOnlyList<Backend> All { get; } =
    [new("catalog", "careerrecs.catalog.v1"), new("matching", "careerrecs.matching.v1"), new("salary", "careerrecs.salary.v1")];

    /// <summary>The backend of a gRPC service; null for one that the gateway answers itself.</summary>
    public static Backend? Find(ServiceDescriptor service) =>
        service.File.Package == AnsweredHere ? null : All.Single(backend => backend.Package == service.File.Package);
}
