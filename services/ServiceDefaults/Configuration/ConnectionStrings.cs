namespace CareerRecs.ServiceDefaults.Configuration;

/// <summary>Databases and cache. Section <c>ConnectionStrings</c>. Empty: none.</summary>
public sealed class ConnectionStrings
{
    /// <summary>PostgreSQL database of Catalog.</summary>
    public string Catalog { get; set; } = "";

    /// <summary>PostgreSQL database of ProfileMatching.</summary>
    public string Matching { get; set; } = "";

    /// <summary>PostgreSQL database of SalaryEstimate.</summary>
    public string Salary { get; set; } = "";

    /// <summary>Redis, for the cache that replicas share: "redis:6379".</summary>
    public string Redis { get; set; } = "";
}
