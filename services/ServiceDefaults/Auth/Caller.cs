using System.Collections.Frozen;
using System.Security.Claims;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;

namespace CareerRecs.ServiceDefaults.Auth;

/// <summary>Who calls: the tenant whose data is seen, the subject for the audit, and what they may do.</summary>
public sealed record Caller(string Tenant, string Subject, IReadOnlySet<string> Scopes)
{
    /// <summary>The caller where no authentication is configured: alone on this machine, may do everything.</summary>
    public static Caller Local { get; } =
        new(
            "local",
            "local",
            new[]
            {
                Auth.Scopes.Operator,
                Auth.Scopes.CatalogWrite,
                Auth.Scopes.SalaryWrite,
                Auth.Scopes.LearningWrite,
                Auth.Scopes.InternalRead,
            }.ToFrozenSet()
        );

    /// <summary>Whether the token carries the scope.</summary>
    public bool Has(string scope) => Scopes.Contains(scope);

    /// <summary>Throws PERMISSION_DENIED unless the token carries the scope.</summary>
    public void Require(string scope)
    {
        if (!Has(scope))
        {
            throw Errors.Errors.PermissionDenied(scope);
        }
    }
}

/// <summary>Scopes of tokens.</summary>
public static class Scopes
{
    /// <summary>May write shared catalogs and activate salary models.</summary>
    public const string Operator = "operator";

    /// <summary>May write the tenant's own catalogs.</summary>
    public const string CatalogWrite = "catalog.write";

    /// <summary>May send pay observations.</summary>
    public const string SalaryWrite = "salary.write";

    /// <summary>May replace the tenant's list of learning resources.</summary>
    public const string LearningWrite = "learning.write";

    /// <summary>The services among themselves: may read for the tenant that the call names.</summary>
    public const string InternalRead = "internal.read";
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

    /// <summary>Who calls. UNAUTHENTICATED where authentication is configured and the token names no tenant.</summary>
    public static Caller GetCaller(this ServerCallContext context)
    {
        var http = context.GetHttpContext();
        var options = http.RequestServices.GetRequiredService<AuthOptions>();
        return options.IsConfigured ? FromToken(context, http.User, options.TenantClaim) : Local(context);
    }

    /// <summary>What the services ask of each other for a tenant: reads, and nothing about people.</summary>
    private static bool IsReadInBackground(string method) =>
        method.StartsWith("/careerrecs.catalog.v1.", StringComparison.Ordinal)
        || method.StartsWith("/careerrecs.salary.v1.", StringComparison.Ordinal);

    private static Caller Local(ServerCallContext context) =>
        context.RequestHeaders.GetValue(TenantHeader) is { Length: > 0 } tenant
            ? Caller.Local with
            {
                Tenant = tenant,
            }
            : Caller.Local;

    private static Caller FromToken(ServerCallContext context, ClaimsPrincipal user, string tenantClaim)
    {
        var scopes = user.FindAll("scope")
            .SelectMany(c => c.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .ToFrozenSet();
        var subject = user.FindFirstValue("sub") ?? "unknown";
        var tenant = user.FindFirstValue(tenantClaim);
        if (
            scopes.Contains(Scopes.InternalRead)
            && IsReadInBackground(context.Method)
            && context.RequestHeaders.GetValue(TenantHeader) is { Length: > 0 } onBehalfOf
        )
        {
            return new Caller(onBehalfOf, subject, scopes);
        }
        if (tenant is null or "" or Owners.Shared or NoTenant)
        {
            throw Errors.Errors.Unauthenticated($"The token names no tenant: claim '{tenantClaim}' is needed.");
        }
        return new Caller(tenant, subject, scopes);
    }
}
