using CareerRecs.Catalog.V1;
using Grpc.Core;

namespace CareerRecs.Salary.Tests;

/// <summary>A catalog that knows one role, or is down or busy.</summary>
internal sealed class PlayedCatalog : CatalogService.CatalogServiceClient
{
    public const string Known = "catalogs/own/roles/ml-engineer";

    public bool IsDown { get; set; }

    public bool IsBusy { get; set; }

    public int Calls { get; private set; }

    public override AsyncUnaryCall<GetRoleResponse> GetRoleAsync(
        GetRoleRequest request,
        Metadata headers,
        DateTime? deadline,
        CancellationToken cancellationToken
    )
    {
        Calls++;
        if (IsDown)
        {
            return Answer(Task.FromException<GetRoleResponse>(new RpcException(new Status(StatusCode.Unavailable, "down"))));
        }
        if (IsBusy)
        {
            var busy = new Status(StatusCode.ResourceExhausted, "busy");
            return Answer(Task.FromException<GetRoleResponse>(new RpcException(busy)));
        }
        if (request.Name != Known)
        {
            return Answer(Task.FromException<GetRoleResponse>(new RpcException(new Status(StatusCode.NotFound, "none"))));
        }
        var role = new Role { Name = Known, Title = "Machine Learning Engineer" };
        role.Codes.Add(new Code { System = CodeSystem.Soc, Value = "15-2051" });
        return Answer(Task.FromResult(new GetRoleResponse { Role = role, CatalogVersion = "catalogs/own/versions/1" }));
    }

    private static AsyncUnaryCall<GetRoleResponse> Answer(Task<GetRoleResponse> response) =>
        new(response, Task.FromResult(new Metadata()), () => Status.DefaultSuccess, () => [], () => { });
}
