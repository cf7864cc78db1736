using CareerRecs.Gateway.Backends;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Rest.Routes;
using Google.Protobuf.Reflection;
using Yarp.ReverseProxy.Configuration;

namespace CareerRecs.Gateway.Routes;

/// <summary>
/// Routes made from the contract, method by method: services share prefixes, as <c>roles/*</c> and <c>roles/*:similar</c>.
/// </summary>
internal static class ContractRoutes
{
    /// <summary>The routes of every method that a service behind the gateway answers.</summary>
    public static IReadOnlyList<RouteConfig> All { get; } =
    [
        .. from service in MethodRights.Services
        let backend = Backend.Find(service)
        where backend is not null
        from method in service.Methods
        from route in FromMethod(method, backend)
        select route,
    ];

    private static IEnumerable<RouteConfig> FromMethod(MethodDescriptor method, Backend backend)
    {
        yield return Create(method.FullName, backend, "POST", $"/{method.Service.FullName}/{method.Name}");
        foreach (var binding in HttpBinding.FindAll(method))
        {
            var id = $"{method.FullName} {binding.Verb} {binding.Template}";
            yield return Create(id, backend, binding.Verb, binding.ToRoutePattern());
        }
    }

    private static RouteConfig Create(string id, Backend backend, string verb, string path) =>
        new RouteConfig
        {
            RouteId = id,
            ClusterId = backend.Name,
            Match = new RouteMatch { Path = path, Methods = [verb] },
        }.WithoutForwardedHeaders();

    /// <summary>Leaves the caller's headers as they came.</summary>
    private static RouteConfig WithoutForwardedHeaders(this RouteConfig route) =>
        Yarp.ReverseProxy.Transforms.ForwardedTransformExtensions.WithTransformXForwarded(
            route,
            xDefault: Yarp.ReverseProxy.Transforms.ForwardedTransformActions.Off
        );
}
