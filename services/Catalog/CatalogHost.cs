using CareerRecs.Catalog.BuiltIn;
using CareerRecs.Catalog.Comparison;
using CareerRecs.Catalog.Grpc;
using CareerRecs.Catalog.Import;
using CareerRecs.Catalog.Lifecycle;
using CareerRecs.Catalog.Roles;
using CareerRecs.Catalog.Serving;
using CareerRecs.Catalog.Skills;
using CareerRecs.Catalog.Storage;
using CareerRecs.Catalog.Versions;
using CareerRecs.Events.V1;
using CareerRecs.ServiceDefaults;
using CareerRecs.ServiceDefaults.Activations;
using CareerRecs.ServiceDefaults.Configuration;
using CareerRecs.ServiceDefaults.Health;
using CareerRecs.ServiceDefaults.Operations;
using CareerRecs.ServiceDefaults.Uploads;

namespace CareerRecs.Catalog;

/// <summary>The catalog in a host, its own or one that it shares with the other services.</summary>
public static class CatalogHost
{
    /// <summary>Registers the catalog.</summary>
    public static void AddCatalog(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.AddDatabase<CatalogDb, SqliteCatalogDb, PostgresCatalogDb>("Catalog");
        builder.AddUploads();
        builder.AddSettings<CatalogOptions>("Catalog");
        builder.AddOperations<CatalogDb>("catalog");

        services.AddSingleton<ActiveCatalogs>();
        services.AddSingleton<SnapshotCache>();
        services.AddSingleton<ILoadedVersions>(provider => provider.GetRequiredService<SnapshotCache>());
        services.AddSingleton<ServedCatalogs>();
        services.AddSingleton<Drafts>();
        services.AddSingleton<ServedRoles>();
        services.AddSingleton<Activation>();
        services.AddSingleton<BuiltInSeeder>();
        services.AddSingleton(new Importers(ImportFormats.All));
        services.AddSingleton<VersionAccess>();
        services.AddSingleton<CatalogAnswers>();
        services.AddSingleton<VersionAnswers>();
        services.AddSingleton<VersionLists>();
        services.AddSingleton<VersionChanges>();
        services.AddSingleton<VersionImport>();
        services.AddSingleton<VersionComparison>();
        services.AddSingleton<RoleAnswers>();
        services.AddSingleton<TitleAnswers>();
        services.AddSingleton<SkillAnswers>();
        builder.AddActivation<CatalogStart, CatalogVersionActivated, VersionActivatedHandler>();
        services.AddReadiness<CatalogStart>();
    }

    /// <summary>Maps the catalog's methods.</summary>
    public static void MapCatalog(this WebApplication app)
    {
        app.Services.GetRequiredService<HostedServiceNames>().Add("catalog");
        app.MapCallers<CatalogGrpcService>();
        app.MapCallers<VersionGrpcService>();
    }
}
