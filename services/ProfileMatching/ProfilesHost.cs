using CareerRecs.Catalog.V1;
using CareerRecs.Events.V1;
using CareerRecs.ProfileMatching.Grpc;
using CareerRecs.ProfileMatching.Profiles;
using CareerRecs.ProfileMatching.Profiles.Encryption;
using CareerRecs.ProfileMatching.Snapshots;
using CareerRecs.ProfileMatching.Storage;
using CareerRecs.ServiceDefaults;
using CareerRecs.ServiceDefaults.Activations;
using CareerRecs.ServiceDefaults.Configuration;
using CareerRecs.ServiceDefaults.Events;
using CareerRecs.ServiceDefaults.Health;
using CareerRecs.ServiceDefaults.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.ProfileMatching;

/// <summary>Puts stored profiles and the library of catalog versions into a host.</summary>
internal static class ProfilesHost
{
    /// <summary>
    /// The database, <c>ProfileService</c> and the sweep of expired profiles. Needs <see cref="AddIndex"/> to read documents.
    /// </summary>
    internal static void AddProfiles(this WebApplicationBuilder builder)
    {
        builder.AddDatabase<MatchingDb, SqliteMatchingDb, PostgresMatchingDb>("Matching");
        builder.AddDocuments();
        builder.AddEncryption();
        builder.Services.AddSingleton<StoredProfiles>();
        builder.Services.AddSingleton<ProfileReader>();
        builder.Services.AddSingleton<ProfileDocuments>();
        builder.Services.AddSingleton<ProfileCreation>();
        builder.Services.AddSingleton<ProfileUpdate>();
        builder.Services.AddSingleton<ProfileUpsert>();
        builder.Services.AddSingleton<ProfileErasure>();
        builder.Services.AddSingleton<TenantSettingsStore>();
        builder.Services.AddHostedService<ExpirySweep>();
    }

    /// <summary>
    /// <see cref="SnapshotLibrary"/>, kept up to date. Needs the database, and a
    /// <see cref="VersionService.VersionServiceClient"/> that carries the service's own token where no request is under way.
    /// </summary>
    internal static void AddIndex(this WebApplicationBuilder builder)
    {
        builder.AddSettings<IndexOptions>("Matching");
        builder.Services.AddSingleton<CatalogSource>();
        builder.Services.AddSingleton(services => new SnapshotStore(
            new SnapshotFiles(
                SnapshotDirectory(services.GetRequiredService<IndexOptions>(), builder.Configuration),
                services.GetRequiredService<ILogger<SnapshotFiles>>()
            ),
            new SnapshotTable(
                services.GetRequiredService<IDbContextFactory<MatchingDb>>(),
                services.GetRequiredService<TimeProvider>(),
                services.GetRequiredService<IndexOptions>().KeptVersions
            ),
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILogger<SnapshotStore>>()
        ));
        builder.Services.AddSingleton(services => new SnapshotLibrary(
            services.GetRequiredService<IndexOptions>(),
            services.GetRequiredService<CatalogSource>(),
            services.GetRequiredService<SnapshotStore>(),
            services.GetRequiredService<ILogger<SnapshotLibrary>>()
        ));
        builder.Services.AddSingleton<ILoadedVersions>(services => services.GetRequiredService<SnapshotLibrary>());
        builder.Services.AddReadiness<IndexReadiness>();
        builder.AddActivation<CatalogPoll, CatalogVersionActivated, CatalogActivatedHandler>();
    }

    /// <summary>Serves <c>ProfileService</c>.</summary>
    internal static void MapProfiles(this WebApplication app) => app.MapCallers<ProfileGrpcService>();

    /// <summary>The keys by which stored profiles are encrypted, if there are any, and their rotation.</summary>
    private static void AddEncryption(this WebApplicationBuilder builder)
    {
        var options = builder.ReadSettings<EncryptionOptions>("Profiles");
        var database = builder.ReadSettings<DatabaseOptions>("Database");
        if (options.EncryptionKeysFile.Length > 0)
        {
            var file = new SettingFile("Profiles:EncryptionKeysFile", KeyRing.Advice, options.EncryptionKeysFile);
            builder.Services.AddReloaded(file, KeyRing.Parse);
        }
        builder.Services.AddSingleton(services => new ProfileCipher(services.GetService<ReloadedFile<KeyRing>>()));
        builder.Services.AddSingleton<KeyRotation>();
        builder.Services.AddSingleton(services => ActivatorUtilities.CreateInstance<KeyRotationLoop>(services, database));
        builder.Services.AddHostedService(services => services.GetRequiredService<KeyRotationLoop>());
        builder.Services.AddSingleton<IDependencyProbe>(services => services.GetRequiredService<KeyRotationLoop>());
    }

    private static string SnapshotDirectory(IndexOptions options, ConfigurationManager configuration)
    {
        var data = options.SnapshotDirectory;
        if (data.Length == 0)
        {
            data = configuration["Database:Directory"] ?? "";
        }
        if (data.Length == 0)
        {
            data = Path.Combine(Path.GetTempPath(), "careerrecs");
        }
        return Path.Combine(data, "snapshots");
    }
}
