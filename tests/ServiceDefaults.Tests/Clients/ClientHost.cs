using System.Globalization;
using CareerRecs.Catalog.V1;
using CareerRecs.Client;
using CareerRecs.Matching.V1;
using CareerRecs.Testing;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Refusals = CareerRecs.ServiceDefaults.Errors.Errors;

namespace CareerRecs.ServiceDefaults.Tests.Clients;

/// <summary>A client of a host in the same process that records requests and refuses by their fields.</summary>
internal sealed class ClientHost(ServiceHost host, Recorder recorder, CareerRecsClient client) : IAsyncDisposable
{
    public Recorder Recorder { get; } = recorder;

    public CareerRecsClient Client { get; } = client;

    public static async Task<ClientHost> StartAsync()
    {
        var recorder = new Recorder();
        var host = await ServiceHost.StartAsync(
            new ServiceHostOptions
            {
                Add = builder => builder.Services.AddSingleton(recorder),
                Map = app =>
                {
                    app.MapGrpcService<Roles>();
                    app.MapGrpcService<People>();
                },
            },
            TestContext.Current.CancellationToken
        );
        var server = (TestServer)host.Services.GetRequiredService<IServer>();
        var options = new CareerRecsClientOptions { Address = new Uri("http://localhost"), HttpHandler = server.CreateHandler() };
        return new ClientHost(host, recorder, new CareerRecsClient(options));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await host.DisposeAsync();
    }

    /// <summary>Five roles in pages of two; refuses the field of families.</summary>
    private sealed class Roles(Recorder recorder) : CatalogService.CatalogServiceBase
    {
        public override Task<ListRolesResponse> ListRoles(ListRolesRequest request, ServerCallContext context)
        {
            recorder.PageTokens.Add(request.PageToken);
            var from = request.PageToken.Length == 0 ? 1 : int.Parse(request.PageToken, CultureInfo.InvariantCulture);
            var response = new ListRolesResponse { NextPageToken = from + 2 <= 5 ? $"{from + 2}" : "" };
            response.Roles.Add(Enumerable.Range(from, Math.Min(2, 6 - from)).Select(i => new Role { Title = $"{i}" }));
            return Task.FromResult(response);
        }

        public override Task<GetRoleResponse> GetRole(GetRoleRequest request, ServerCallContext context) =>
            request.Name switch
            {
                "catalogs/c/roles/busy" => throw Refusals.ResourceExhausted("Too much.", TimeSpan.FromSeconds(3)),
                "catalogs/c/roles/proxy" => throw new RpcException(
                    new Status(StatusCode.Unavailable, "Proxy."),
                    new Metadata { { "grpc-status-details-bin", [255, 255, 255] } }
                ),
                "catalogs/c/roles/field" => throw Refusals.InvalidArgument("name", "Unknown letter."),
                _ => throw Refusals.NotFound(request.Name, "List the roles."),
            };
    }

    private sealed class People(Recorder recorder) : ProfileService.ProfileServiceBase
    {
        public override Task<CreateProfileResponse> CreateProfile(CreateProfileRequest request, ServerCallContext context)
        {
            recorder.RequestIds.Add(request.RequestId);
            return Task.FromResult(new CreateProfileResponse());
        }
    }
}

/// <summary>Requests that reached the host.</summary>
internal sealed class Recorder
{
    public List<string> PageTokens { get; } = [];

    public List<string> RequestIds { get; } = [];
}
