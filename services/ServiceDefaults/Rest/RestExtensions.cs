using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Configuration;
using Google.Protobuf.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace CareerRecs.ServiceDefaults.Rest;

/// <summary>Settings of REST and gRPC-Web. Section <c>Rest</c>.</summary>
public sealed class RestOptions
{
    /// <summary>Origins whose pages may call from a browser: "https://hr.example.com". Empty: none.</summary>
    public IList<string> AllowedOrigins { get; } = [];
}

/// <summary>The edge of a host that serves HTTP: REST by transcoding, gRPC-Web, and their errors.</summary>
internal static class RestExtensions
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

    private static readonly string[] ReadableHeaders =
    [
        "ETag",
        "Retry-After",
        "Allow",
        "grpc-status",
        "grpc-message",
        "grpc-status-details-bin",
    ];

    /// <summary>Messages that a <c>google.protobuf.Any</c> may hold: those of the contract, and details of errors.</summary>
    private static TypeRegistry Types { get; } =
        TypeRegistry.FromFiles([.. MethodRights.Services.Select(s => s.File), Google.Rpc.ErrorDetailsReflection.Descriptor]);

    /// <summary>Transcoding, and what stands around it.</summary>
    public static void AddRest(this WebApplicationBuilder builder, Grpc.AspNetCore.Server.IGrpcServerBuilder grpc)
    {
        var options = builder.ReadSettings<RestOptions>("Rest");
        // Paths like operations/**:cancel become regular expressions, which a slim builder leaves out.
        builder.Services.AddRouting();
        builder.Services.AddSingleton<AllowedMethods>();
        builder.Services.AddSingleton<RestEnvelope>();
        builder.Services.AddSingleton<RestCalls>();
        builder.Services.AddCors(cors => cors.AddDefaultPolicy(policy => Allow(policy, options)));
        grpc.AddJsonTranscoding(rest =>
        {
            rest.TypeRegistry = Types;
            // As protobuf's JSON mapping has it: numbers of 64 bits do not survive JavaScript.
            rest.JsonSettings.WriteInt64sAsStrings = true;
        });
    }

    /// <summary>Adds what runs before authentication: CORS, gRPC-Web, the error envelope.</summary>
    public static void UseRestEdge(this WebApplication app)
    {
        app.UseCors();
        app.UseGrpcWeb(new GrpcWebOptions { DefaultEnabled = true });
        app.UseMiddleware<RestEnvelope>();
    }

    /// <summary>Adds the checks that run right before the method, after authentication and admission.</summary>
    public static void UseRestCalls(this WebApplication app) => app.UseMiddleware<RestCalls>();

    private static void Allow(CorsPolicyBuilder policy, RestOptions options) =>
        policy
            .WithOrigins([.. options.AllowedOrigins])
            .WithMethods(Methods)
            .AllowAnyHeader()
            .WithExposedHeaders(ReadableHeaders)
            .SetPreflightMaxAge(TimeSpan.FromMinutes(10));
}
