using System.Net;
using CareerRecs.Catalog.V1;
using CareerRecs.Matching.V1;
using CareerRecs.Salary.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CareerRecs.Cli.Tests.Fakes;

/// <summary>A host on a free loopback port that gives the answers of <see cref="Answers"/> and keeps what it was asked.</summary>
internal sealed class FakeServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakeServer(WebApplication app, FakeState state) => (_app, State) = (app, state);

    public FakeState State { get; }

    public Uri Address => new(_app.Urls.First());

    public static async Task<FakeServer> StartAsync()
    {
        var state = new FakeState();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0, o => o.Protocols = HttpProtocols.Http2));
        builder.Services.AddSingleton(state);
        builder.Services.AddGrpc();
        var app = builder.Build();
        app.MapGrpcService<FakeMatching>();
        app.MapGrpcService<FakeCareerPaths>();
        app.MapGrpcService<FakeCatalog>();
        app.MapGrpcService<FakeVersions>();
        app.MapGrpcService<FakeSalary>();
        app.MapGrpcService<FakePayQuestions>();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app, state);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>A google.rpc.Status as the services send it.</summary>
    public static RpcException Invalid(string field, string description) =>
        new Google.Rpc.Status
        {
            Code = (int)Google.Rpc.Code.InvalidArgument,
            Message = $"{field} {description}",
            Details =
            {
                Any.Pack(new ErrorInfo { Reason = "INVALID_FIELD", Domain = "careerrecs" }),
                Any.Pack(
                    new BadRequest
                    {
                        FieldViolations =
                        {
                            new BadRequest.Types.FieldViolation { Field = field, Description = description },
                        },
                    }
                ),
            },
        }.ToRpcException();
}
