using CareerRecs.Client;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Configuration;
using CareerRecs.ServiceDefaults.Health;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CareerRecs.ServiceDefaults.Clients;

/// <summary>
/// Where the other services are and with which token they are asked in the background. Section <c>Services</c>.
/// </summary>
public sealed class ServiceAddresses
{
    /// <summary>Catalog: "dns:///catalog:8080".</summary>
    [Address("dns", "http", "https")]
    public Uri? Catalog { get; set; }

    /// <summary>ProfileMatching.</summary>
    [Address("dns", "http", "https")]
    public Uri? Matching { get; set; }

    /// <summary>SalaryEstimate.</summary>
    [Address("dns", "http", "https")]
    public Uri? Salary { get; set; }

    /// <summary>
    /// File with a token or API key of scope <c>internal.read</c>, read again within a second of a change.
    /// Empty: none.
    /// </summary>
    public string TokenFile { get; set; } = "";
}

/// <summary>Clients of the other services.</summary>
public static class ServiceClients
{
    private const string BearerPrefix = "Bearer ";

    /// <summary>
    /// The clients of <see cref="CareerRecsClient"/>, once a host. A call made while answering a caller carries that caller's
    /// token or key and ends with that caller's deadline; a call made in the background carries the service's own token and has
    /// the contract's time.
    /// </summary>
    public static void AddServiceClients(this WebApplicationBuilder builder)
    {
        if (builder.Services.Any(s => s.ServiceType == typeof(CareerRecsClient)))
        {
            return;
        }
        var addresses = builder.ReadSettings<ServiceAddresses>("Services");
        var watches = new List<CallWatch>();
        if (addresses.Catalog is not null)
        {
            watches.Add(new CallWatch("catalog"));
        }
        if (addresses.Salary is not null)
        {
            watches.Add(new CallWatch("salary"));
        }
        foreach (var watch in watches)
        {
            builder.Services.AddSingleton<IDependencyProbe>(watch);
        }
        builder.Services.AddSingleton(addresses);
        if (addresses.TokenFile.Length > 0)
        {
            builder.Services.AddReloaded(
                new SettingFile("Services:TokenFile", ServiceToken.Advice, addresses.TokenFile),
                ServiceToken.Parse
            );
            builder.Services.AddSingleton<ServiceTokenFile>();
            builder.Services.AddSingleton<IDependencyProbe>(services => services.GetRequiredService<ServiceTokenFile>());
        }
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddCareerRecsClients(
            (services, client) =>
            {
                // A host without addresses still starts; what needs the other service says that it does not answer.
                client.Address = new Uri("http://127.0.0.1:1");
                client.CatalogAddress = addresses.Catalog;
                client.MatchingAddress = addresses.Matching;
                client.SalaryAddress = addresses.Salary;
                foreach (var watch in watches)
                {
                    client.Interceptors.Add(watch);
                }
                var http = services.GetRequiredService<IHttpContextAccessor>();
                client.CallerDeadline = () => CallerDeadline.Of(http.HttpContext);
                var own = services.GetService<ServiceTokenFile>();
                client.BearerToken = _ => ValueTask.FromResult(FindToken(http.HttpContext, own));
            }
        );
    }

    private static string? FindToken(HttpContext? caller, ServiceTokenFile? own)
    {
        if (caller?.User.Identity?.AuthenticationType == ApiKeyHandler.SchemeName)
        {
            return ApiKeyHandler.FindKey(caller.Request); // as a bearer token, which every host takes for the key that it is
        }
        if (caller?.Request.Headers.Authorization.ToString() is { Length: > 0 } header)
        {
            return header.StartsWith(BearerPrefix, StringComparison.OrdinalIgnoreCase) ? header[BearerPrefix.Length..] : null;
        }
        return caller is null ? own?.GetToken() : null;
    }
}
