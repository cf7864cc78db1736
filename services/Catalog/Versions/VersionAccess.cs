using CareerRecs.ServiceDefaults.Auth;
using Microsoft.Extensions.Options;

namespace CareerRecs.Catalog.Versions;

/// <summary>Who may write which catalog.</summary>
internal sealed class VersionAccess(IOptions<CatalogOptions> options)
{
    /// <summary>Whose catalog a write goes to, decided by its name alone; PERMISSION_DENIED without the scope for it.</summary>
    public VersionKey WritableKey(Caller caller, string name)
    {
        if (options.Value.SharedCatalogs.Contains(VersionKey.CatalogIdOf(name)))
        {
            caller.Require(Scopes.Operator);
            return VersionKey.Of(Owners.Shared, name);
        }

        caller.Require(Scopes.CatalogWrite);
        return VersionKey.Of(caller.Tenant, name);
    }
}
