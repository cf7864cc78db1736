using System.Reflection;
using CareerRecs.ServiceDefaults.Hosting;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CareerRecs.ServiceDefaults.Rest.Uploads;

/// <summary>Maps the methods of a service that are streamed in, which transcoding does not serve.</summary>
internal static class UploadEndpoints
{
    /// <summary>Maps each such method that has a route.</summary>
    public static IEnumerable<IEndpointConventionBuilder> MapUploads<TService>(this IEndpointRouteBuilder app)
        where TService : class =>
        FindContract(typeof(TService)) is { } contract ? [.. UploadRoute.FindAll(contract).Select(route => Map(app, route))] : [];

    private static IEndpointConventionBuilder Map(IEndpointRouteBuilder app, UploadRoute route)
    {
        Endpoint? method = null;
        var call = new UploadCall(route, context => method ??= FindMethod(context, route.GrpcPath));
        return app.MapPost(route.Pattern, call.AnswerAsync).WithMetadata(new CalledMethod(route.Method));
    }

    /// <summary>The method's own endpoint, which is not there yet when routes are mapped.</summary>
    private static Endpoint FindMethod(HttpContext context, string grpcPath) =>
        context
            .RequestServices.GetRequiredService<EndpointDataSource>()
            .Endpoints.Single(e => e.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method.FullName == grpcPath);

    /// <summary>The contract that a class serves; null for one that is not derived from a generated base.</summary>
    private static Google.Protobuf.Reflection.ServiceDescriptor? FindContract(Type service)
    {
        for (var type = service; type is not null; type = type.BaseType)
        {
            if (type.GetCustomAttribute<BindServiceMethodAttribute>(inherit: false) is { } bound)
            {
                return (Google.Protobuf.Reflection.ServiceDescriptor?)bound.BindType.GetProperty("Descriptor")?.GetValue(null);
            }
        }
        return null;
    }
}
