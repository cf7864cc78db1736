using CareerRecs.Events.V1;
using CareerRecs.ProfileMatching.Answers;
using CareerRecs.ProfileMatching.Careers;
using CareerRecs.ProfileMatching.Configuration;
using CareerRecs.ProfileMatching.Grpc;
using CareerRecs.ProfileMatching.Learning;
using CareerRecs.ProfileMatching.NextSkills;
using CareerRecs.ProfileMatching.Pay;
using CareerRecs.ProfileMatching.Profiles.Encryption;
using CareerRecs.ProfileMatching.Recommendations;
using CareerRecs.ProfileMatching.Shadowing;
using CareerRecs.ProfileMatching.Storage;
using CareerRecs.ServiceDefaults;
using CareerRecs.ServiceDefaults.Activations;
using CareerRecs.ServiceDefaults.Configuration;
using CareerRecs.ServiceDefaults.Health;
using Grpc.AspNetCore.Server.Model;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.ProfileMatching;

/// <summary>Matching in a host, its own or one that it shares with the other services.</summary>
public static class MatchingHost
{
    /// <summary>Registers matching.</summary>
    public static void AddMatching(this WebApplicationBuilder builder)
    {
        builder.AddProfiles();
        builder.AddIndex();
        var services = builder.Services;
        builder.AddSettings<MatchingOptions>("Matching");
        services.AddSingleton<ActiveSalaryModel>();
        builder.AddActivation<SalaryModelPoll, SalaryModelActivated, ActiveSalaryModel>();
        services.AddSingleton<PayLookup>();
        services.AddSingleton<Subjects>();
        services.AddSingleton<AnswerKeys>();
        services.AddSingleton<BetterCatalogs>();
        services.AddSingleton<RecommendAnswers>();
        services.AddSingleton<VersionShadow>();
        services.AddSingleton<LearningLists>();
        services.AddSingleton<LearningShelves>();
        services.AddSingleton<NextSkillAnswers>();
        services.AddSingleton<CareerQuestions>();
        services.AddSingleton<MoveAnswers>();
        services.AddSingleton<RouteAnswers>();
        services.AddSingleton<CompareAnswers>();
        services.AddSingleton<EncodedRecommendRoles>();
        services.AddSingleton<IServiceMethodProvider<EncodedRecommendRoles>, EncodedRecommendRolesProvider>();
    }

    /// <summary>Maps matching's methods.</summary>
    public static void MapMatching(this WebApplication app)
    {
        app.Services.GetRequiredService<HostedServiceNames>().Add("matching");
        app.MapCallers<MatchingGrpcService>();
        app.MapCallers<CareerPathGrpcService>();
        app.MapCallers<LearningGrpcService>();
        app.MapEncodedRecommendRoles();
        app.MapProfiles();
    }

    /// <summary>Brings every stored profile to the primary key of <c>Profiles:EncryptionKeysFile</c>.</summary>
    public static Task<RotationReport> RotateProfileKeysAsync(
        this IServiceProvider services,
        CancellationToken cancellationToken
    ) => services.GetRequiredService<KeyRotation>().RunAsync(cancellationToken);

    /// <summary>Counts the stored profiles by the key that they are encrypted with; changes nothing.</summary>
    public static async Task<KeyUse> CountProfileKeysAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        var databases = services.GetRequiredService<IDbContextFactory<MatchingDb>>();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var primary = services.GetRequiredService<ProfileCipher>().Ring?.Primary;
        return await KeyUse.CountAsync(db, primary, cancellationToken);
    }
}
