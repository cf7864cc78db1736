using CareerRecs.ServiceDefaults.Hosting;
using Microsoft.AspNetCore.Http;

namespace CareerRecs.ServiceDefaults.Rest.Uploads;

/// <summary>An upload before its method runs, which changes the path of the request.</summary>
/// <param name="Http">The request.</param>
/// <param name="Route">Its route.</param>
/// <param name="PathValue">The value of <see cref="UploadRoute.PathField"/>; empty if the path states none.</param>
/// <param name="Asked">Completes when the method asks for the body.</param>
internal sealed record UploadRequest(HttpRequest Http, UploadRoute Route, string PathValue, Task Asked)
{
    /// <summary>The request as it came.</summary>
    public static UploadRequest FromHttp(HttpRequest http, UploadRoute route, Task asked) =>
        new(http, route, route.PathField is null ? "" : route.ReadPathValue(http.Path.ToString()), asked);

    /// <summary>The body, of which no more than so many bytes are read.</summary>
    public BoundedBody ReadBody(int mostBytes) => new(Http.Body, mostBytes, Asked, Http.HttpContext.Features.Get<IdleWatch>());
}
