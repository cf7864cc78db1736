using CareerRecs.Catalog.V1;
using CareerRecs.Salary.Estimation;
using CareerRecs.Salary.Figures;
using CareerRecs.Salary.V1;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Errors;
using Grpc.Core;
using Microsoft.Extensions.Caching.Memory;

namespace CareerRecs.Salary.Answers;

/// <summary>
/// Asks the catalog about a role of which only the name came. Callers that send codes or a title, as matching does, never come
/// here.
/// </summary>
public sealed partial class RoleLookup(CatalogService.CatalogServiceClient catalog, TimeProvider time, ILogger<RoleLookup> logger)
    : IDisposable
{
    private const int MostRemembered = 10_000;
    private static readonly TimeSpan Deadline = TimeSpan.FromMilliseconds(800);
    private static readonly TimeSpan PinnedLife = TimeSpan.FromMinutes(30); // a version never changes
    private static readonly TimeSpan ShortLife = TimeSpan.FromMinutes(1);
    private static readonly CodeSystem[] Systems = [CodeSystem.Soc, CodeSystem.Onet];

    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = MostRemembered });

    /// <inheritdoc />
    public void Dispose() => _known.Dispose();

    /// <summary>Whether the reference says too little to go without the catalog.</summary>
    public static bool IsNeeded(RoleReference role) => role.SocCodes.Count == 0 && role.Title.Length == 0 && role.Name.Length > 0;

    /// <summary>What makes two references mean one role.</summary>
    public static string Key(RoleReference role) => $"{role.CatalogVersion}\n{role.Name}";

    /// <summary>The role, or why it is not known.</summary>
    public async Task<Found> FindAsync(RoleReference asked, ServerCallContext context)
    {
        // A tenant's own catalog goes before a shared one of its name, so tenants do not share answers.
        var key = $"{context.GetCaller().Tenant}\n{Key(asked)}";
        if (_known.TryGetValue(key, out Found? found) && found is not null)
        {
            return found;
        }
        try
        {
            var headers = new Metadata();
            if (context.RequestHeaders.GetValue(CallerContext.TenantHeader) is { } tenant)
            {
                headers.Add(CallerContext.TenantHeader, tenant);
            }
            var response = await catalog.GetRoleAsync(
                new GetRoleRequest { Name = asked.Name, CatalogVersion = asked.CatalogVersion },
                headers,
                time.GetUtcNow().UtcDateTime + Deadline,
                context.CancellationToken
            );
            found = new Found(Reference(response), null);
        }
        catch (RpcException e)
            when (e.StatusCode is StatusCode.NotFound or StatusCode.InvalidArgument or StatusCode.FailedPrecondition)
        {
            found = new Found(null, Insufficient.Role(asked));
        }
        catch (RpcException e) when (!context.CancellationToken.IsCancellationRequested)
        {
            LogCatalogDown(e.StatusCode);
            // Not remembered: it may be back with the next call.
            return e.StatusCode == StatusCode.ResourceExhausted ? Found.Busy : Found.Down;
        }

        // What is not there may yet be imported or activated.
        var isLasting = asked.CatalogVersion.Length > 0 && found.Failure is null;
        _known.Set(
            key,
            found,
            new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = isLasting ? PinnedLife : ShortLife }
        );
        return found;
    }

    private static RoleReference Reference(GetRoleResponse response) =>
        new()
        {
            Name = response.Role.Name,
            Title = response.Role.Title,
            CatalogVersion = response.CatalogVersion,
            Seniority = response.Role.Seniority,
            Track = response.Role.Track,
            SocCodes = { response.Role.Codes.Where(c => Systems.Contains(c.System)).Select(c => c.Value).Take(10) },
        };

    [LoggerMessage(Level = LogLevel.Warning, Message = "The catalog did not tell about a role: {Status}")]
    private partial void LogCatalogDown(StatusCode status);

    /// <summary>A role as the catalog knows it, or the result that takes the estimate's place. Shared; never changed.</summary>
    public sealed record Found(RoleReference? Role, SalaryResult? Failure)
    {
        private const string DownMessage =
            "The catalog does not answer, and the request has the role by name alone. "
            + "Send soc_codes or a title with it, or try again shortly.";

        private const string BusyMessage =
            "The catalog has too many calls in progress, and the request has the role by name alone. "
            + "Send soc_codes or a title with it, or try again in 2 seconds.";

        private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

        internal static Found Down { get; } = FromFailure(DownMessage);

        internal static Found Busy { get; } = FromFailure(BusyMessage);

        /// <summary>Throws where the catalog is down or busy: nothing is known of the role.</summary>
        internal void ThrowIfUnanswered()
        {
            if (ReferenceEquals(this, Down))
            {
                throw Errors.Unavailable("CATALOG_UNAVAILABLE", DownMessage);
            }
            if (ReferenceEquals(this, Busy))
            {
                throw Errors.ResourceExhausted(BusyMessage, RetryAfter);
            }
        }

        /// <summary>The query with what the catalog says of the role; what the caller stated of it stays.</summary>
        internal SalaryQuery Complete(SalaryQuery query)
        {
            if (Role is null)
            {
                return query;
            }
            var complete = query.Clone();
            complete.Role = Role.Clone();
            if (query.Role.Seniority != Types.V1.Seniority.Unspecified)
            {
                complete.Role.Seniority = query.Role.Seniority;
            }
            return complete;
        }

        private static Found FromFailure(string message) =>
            new(
                null,
                new SalaryResult
                {
                    InsufficientEvidence = new InsufficientPayEvidence
                    {
                        Reason = InsufficientPayEvidence.Types.Reason.UnknownRole,
                        Message = message,
                    },
                }
            );
    }
}
