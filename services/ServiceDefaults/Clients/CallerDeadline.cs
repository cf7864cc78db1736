using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Http;

namespace CareerRecs.ServiceDefaults.Clients;

/// <summary>
/// When the caller stops waiting whose call is being answered: no call made for it goes on longer, so that nobody works for one
/// who is gone. In the background, or where many wait for one piece of work, there is no such caller.
/// </summary>
/// <remarks>
/// gRPC's <c>EnableCallContextPropagation</c> does this for clients of its factory; ours share channels that the factory does not
/// make. Cancellation goes by the token that every method is handed.
/// </remarks>
internal static class CallerDeadline
{
    private static readonly AsyncLocal<bool> ForMany = new();

    /// <summary>
    /// From here on, in this flow, the work is for all who wait for it, and not cut off when the first of them gives up.
    /// </summary>
    public static void WorkForMany() => ForMany.Value = true;

    /// <summary>The deadline; null where there is no caller, or it waits for as long as it takes.</summary>
    public static DateTime? Of(HttpContext? call)
    {
        if (call is null || ForMany.Value || call.Features.Get<IServerCallContextFeature>() is not { } feature)
        {
            return null;
        }
        var deadline = feature.ServerCallContext.Deadline;
        // REST has no deadlines, and says so in its own way.
        return deadline > DateTime.MinValue && deadline < DateTime.MaxValue ? deadline : null;
    }
}
