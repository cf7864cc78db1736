using System.Globalization;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Storage;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Errors;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.ProfileMatching.Profiles;

/// <summary>Settings of tenants, one row each; a tenant without a row has the defaults.</summary>
internal sealed class TenantSettingsStore(IDbContextFactory<MatchingDb> databases, TimeProvider clock)
{
    private const string ConsentRequired = "consent_required";

    /// <summary>Reads the settings of the caller's tenant.</summary>
    public async Task<TenantSettings> GetAsync(Caller caller, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var row = await db.Tenants.AsNoTracking().SingleOrDefaultAsync(t => t.Owner == caller.Tenant, cancellationToken);
        return ToSettings(row);
    }

    /// <summary>Changes the fields that the mask names. ABORTED if the etag is stale.</summary>
    public Task<TenantSettings> UpdateAsync(
        Caller caller,
        UpdateTenantSettingsRequest request,
        CancellationToken cancellationToken
    )
    {
        var changesConsent = NamesConsent(request);
        return Conflicts.RetryAsync(async () =>
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            var row = await db.Tenants.SingleOrDefaultAsync(t => t.Owner == caller.Tenant, cancellationToken);
            if (request.TenantSettings.Etag is { Length: > 0 } etag && etag != ToSettings(row).Etag)
            {
                throw Errors.Aborted("tenantSettings");
            }

            var isRequired = request.TenantSettings.ConsentRequired;
            if (!changesConsent || isRequired == (row?.ConsentRequired ?? false))
            {
                return ToSettings(row);
            }

            if (row is null)
            {
                db.Tenants.Add(row = new TenantRow { Owner = caller.Tenant });
            }
            row.ConsentRequired = isRequired;
            row.Revision++;
            row.UpdateTime = clock.GetUtcNow().ToUnixTimeMilliseconds();
            await db.SaveChangesAsync(cancellationToken);
            return ToSettings(row);
        });
    }

    private static bool NamesConsent(UpdateTenantSettingsRequest request)
    {
        if (request.UpdateMask is not { Paths.Count: > 0 } mask)
        {
            return request.TenantSettings.HasConsentRequired;
        }
        if (mask.Paths.FirstOrDefault(path => path is not (ConsentRequired or "*")) is { } unknown)
        {
            throw Errors.InvalidArgument(
                "update_mask",
                $"'{unknown}' is no setting that can be changed; allowed are {ConsentRequired} and *"
            );
        }
        return true;
    }

    private static TenantSettings ToSettings(TenantRow? row) =>
        row is null
            ? new TenantSettings { ConsentRequired = false }
            : new TenantSettings
            {
                ConsentRequired = row.ConsentRequired,
                Etag = row.Revision.ToString("x8", CultureInfo.InvariantCulture),
                UpdateTime = Timestamp.FromDateTimeOffset(DateTimeOffset.FromUnixTimeMilliseconds(row.UpdateTime)),
            };
}
