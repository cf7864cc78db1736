using System.ComponentModel.DataAnnotations;
using CareerRecs.ServiceDefaults.Configuration;

namespace CareerRecs.Gateway.Backends;

/// <summary>Where the gRPC ports of the services are. Section <c>Gateway</c>.</summary>
public sealed class GatewayOptions : IValidatableObject
{
    /// <summary>Catalog: "dns:///catalog:8080" calls every pod behind the name, "http://127.0.0.1:5101" that one host.</summary>
    [Required]
    [Address("dns", "http", "https")]
    public Uri? Catalog { get; set; }

    /// <summary>ProfileMatching.</summary>
    [Required]
    [Address("dns", "http", "https")]
    public Uri? Matching { get; set; }

    /// <summary>SalaryEstimate.</summary>
    [Required]
    [Address("dns", "http", "https")]
    public Uri? Salary { get; set; }

    /// <summary>Longest wait for a connection. Default: 3 s.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>
    /// Longest time in which neither side of a call sends a byte. Default: 10 minutes, the contract's longest timeout.
    /// </summary>
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromMinutes(10);

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ConnectTimeout <= TimeSpan.Zero || IdleTimeout <= TimeSpan.Zero)
        {
            yield return new ValidationResult(
                "must be more than 0.",
                [ConnectTimeout <= TimeSpan.Zero ? nameof(ConnectTimeout) : nameof(IdleTimeout)]
            );
        }
    }
}
