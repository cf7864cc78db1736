using CareerRecs.Matching.V1;
using CareerRecs.ServiceDefaults;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CareerRecs.LoadTest.Echo;

/// <summary>
/// The yardstick: the same host and interceptors as the services', with methods that answer a constant. It runs in a process of
/// its own, as they do.
/// </summary>
internal static class EchoHost
{
    /// <summary>Serves until it is stopped; the constant is the answer in the file.</summary>
    public static async Task RunAsync(FileInfo answer, CancellationToken cancellationToken)
    {
        var bytes = await File.ReadAllBytesAsync(answer.FullName, cancellationToken);
        var builder = WebApplication.CreateBuilder();
        builder.AddServiceDefaults();
        builder.Services.AddSingleton(
            new EchoMethods(RecommendRolesResponse.Parser.ParseFrom(bytes), new BytesValue { Value = ByteString.CopyFrom(bytes) })
        );
        var app = builder.Build();
        app.MapServiceDefaults();
        app.MapCallers<EchoMethods>();
        await app.StartAsync(cancellationToken);
        await app.WaitForShutdownAsync(cancellationToken);
    }
}

internal sealed class EchoMethods(RecommendRolesResponse answer, BytesValue bytes) : EchoService.EchoServiceBase
{
    public override Task<RecommendRolesResponse> Echo(RecommendRolesRequest request, ServerCallContext context) =>
        Task.FromResult(answer);

    public override Task<BytesValue> EchoBytes(BytesValue request, ServerCallContext context) => Task.FromResult(bytes);
}
