using System.Collections.Frozen;
using System.Security.Claims;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;

namespace CareerRecs.ServiceDefaults.Auth;

/// <summary>Who calls: the tenant whose data is seen, the subject for the audit, and what they may do.</summary>
public sealed record Caller(string Tenant, string Subject, IReadOnlySet<string> Scopes)
{
    /// <summary>Purpose of the call, checked against the consent of people.</summary>
    public string Purpose { get; init; } = CallPurpose.Default;

    /// <summary>The caller where no authentication is configured: alone on this machine, may do everything.</summary>
    public static Caller Local { get; } = new("local", "local", Auth.Scopes.All.ToFrozenSet());

    /// <summary>Whether the caller has the scope.</summary>
    public bool Has(string scope) => Scopes.Contains(scope);

    /// <summary>Throws PERMISSION_DENIED unless the caller has the scope.</summary>
    public void Require(string scope)
    {
        if (!Has(scope))
        {
            throw Errors.Errors.PermissionDenied(scope);
        }
    }
}

/// <summary>Owners of catalogs and rows: a tenant, or everybody.</summary>
public static class Owners
{
    /// <summary>What everybody may read and operators may write.</summary>
    public const string Shared = "shared";
}

/// <summary>The caller of a call.</summary>
public static class CallerContext
{
    /// <summary>
    /// The metadata key by which a service, and only a service, says for which tenant it reads in the background.
    /// </summary>
    public const string TenantHeader = "careerrecs-tenant";

    /// <summary>Stands for no tenant in that key: only what is shared is seen.</summary>
    public const string NoTenant = "-";

    private const string CallerKey = "careerrecs.caller";

    /// <summary>Scopes of a service that asks another one for a tenant.</summary>
    private static readonly IReadOnlySet<string> Between = Scopes.Granted([Scopes.InternalRead]);

    /// <summary>Who calls. UNAUTHENTICATED where authentication is configured and the token names no tenant.</summary>
    public static Caller GetCaller(this ServerCallContext context)
    {
        var http = context.GetHttpContext();
        var options = http.RequestServices.GetRequiredService<AuthOptions>();
        if (context.UserState.TryGetValue(CallerKey, out var known))
        {
            return (Caller)known;
        }

        var caller = options.IsConfigured ? FromToken(context, http.User, options.TenantClaim) : Local(context);
        if (CallPurpose.Parse(context.RequestHeaders) is var purpose && purpose != caller.Purpose)
        {
            caller = caller with { Purpose = purpose };
        }
        context.UserState[CallerKey] = caller;
        return caller;
    }

    private static Caller Local(ServerCallContext context) =>
        context.RequestHeaders.GetValue(TenantHeader) is { Length: > 0 } tenant
            ? Caller.Local with
            {
                Tenant = tenant,
            }
            : Caller.Local;

    private static Caller FromToken(ServerCallContext context, ClaimsPrincipal user, string tenantClaim)
    {
        var stated = user.FindAll("scope").SelectMany(c => c.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var scopes = Scopes.Granted(stated);
        var subject = user.FindFirstValue("sub") ?? "unknown";
        var tenant = user.FindFirstValue(tenantClaim);
        if (
            scopes.Contains(Scopes.InternalRead)
            && MethodRights.Find(context.Method) is { IsReadBetweenServices: true }
            && context.RequestHeaders.GetValue(TenantHeader) is { Length: > 0 } onBehalfOf
        )
        {
            return new Caller(onBehalfOf, subject, Between);
        }
        if (tenant is null or "" or Owners.Shared or NoTenant)
        {
            throw Errors.Errors.Unauthenticated($"The token names no tenant: claim '{tenantClaim}' is needed.");
        }
        return new Caller(tenant, subject, scopes);
    }
}
