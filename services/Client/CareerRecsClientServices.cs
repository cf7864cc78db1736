using Microsoft.Extensions.DependencyInjection;

namespace CareerRecs.Client;

/// <summary>Registers the clients of CareerRecs with an application's services.</summary>
public static class CareerRecsClientServices
{
    /// <summary>Adds <see cref="CareerRecsClient"/> and each of its typed clients.</summary>
    public static IServiceCollection AddCareerRecsClients(
        this IServiceCollection services,
        Action<CareerRecsClientOptions> configure
    ) => services.AddCareerRecsClients((_, options) => configure(options));

    /// <summary>Adds <see cref="CareerRecsClient"/> and each of its typed clients; the options may use other services.</summary>
    public static IServiceCollection AddCareerRecsClients(
        this IServiceCollection services,
        Action<IServiceProvider, CareerRecsClientOptions> configure
    )
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddSingleton(provider =>
        {
            var options = new CareerRecsClientOptions();
            configure(provider, options);
            return new CareerRecsClient(options);
        });
        services.AddSingleton(provider => provider.GetRequiredService<CareerRecsClient>().Catalog);
        services.AddSingleton(provider => provider.GetRequiredService<CareerRecsClient>().Versions);
        services.AddSingleton(provider => provider.GetRequiredService<CareerRecsClient>().Matching);
        services.AddSingleton(provider => provider.GetRequiredService<CareerRecsClient>().CareerPaths);
        services.AddSingleton(provider => provider.GetRequiredService<CareerRecsClient>().Learning);
        services.AddSingleton(provider => provider.GetRequiredService<CareerRecsClient>().Profiles);
        services.AddSingleton(provider => provider.GetRequiredService<CareerRecsClient>().Salary);
        services.AddSingleton(provider => provider.GetRequiredService<CareerRecsClient>().PayQuestions);
        services.AddSingleton(provider => provider.GetRequiredService<CareerRecsClient>().SalaryTrainings);
        services.AddSingleton(provider => provider.GetRequiredService<CareerRecsClient>().Operations);
        services.AddSingleton(provider => provider.GetRequiredService<CareerRecsClient>().Status);
        return services;
    }
}
