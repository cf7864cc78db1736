using CareerRecs.Events.V1;
using CareerRecs.Salary.Answers;
using CareerRecs.Salary.Bands;
using CareerRecs.Salary.Grpc;
using CareerRecs.Salary.Import;
using CareerRecs.Salary.Models;
using CareerRecs.Salary.Monitoring;
using CareerRecs.Salary.Shadowing;
using CareerRecs.Salary.Storage;
using CareerRecs.Salary.TrainingRuns;
using CareerRecs.ServiceDefaults;
using CareerRecs.ServiceDefaults.Activations;
using CareerRecs.ServiceDefaults.Configuration;
using CareerRecs.ServiceDefaults.Health;
using CareerRecs.ServiceDefaults.Operations;
using CareerRecs.ServiceDefaults.Uploads;

namespace CareerRecs.Salary;

/// <summary>The salary service in a host, its own or one that it shares with the other services.</summary>
public static class SalaryHost
{
    /// <summary>Registers the salary service.</summary>
    public static void AddSalary(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.AddDatabase<SalaryDb, SqliteSalaryDb, PostgresSalaryDb>("Salary");
        builder.AddUploads();
        builder.AddSettings<ModelOptions>("Salary");
        builder.AddOperations<SalaryDb>("salary");

        services.AddSingleton<ModelSet>();
        services.AddSingleton<ModelStore>();
        services.AddSingleton<ModelList>();
        services.AddSingleton<ModelActivation>();
        services.AddSingleton<AuditList>();
        services.AddSingleton<ILoadedVersions>(provider => provider.GetRequiredService<ModelSet>());
        services.AddReadiness<ModelSet>();
        builder.AddActivation<ModelRefresh, SalaryModelActivated, ModelActivatedHandler>();

        services.AddSingleton<ObservationStream>();
        services.AddSingleton<TrainingRows>();
        services.AddSingleton<TrainingRun>();
        services.AddSingleton<Trainings>();
        services.AddSingleton<IOperationSource, TrainingOperations>();
        services.AddSingleton<TrainingWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<TrainingWorker>());
        services.AddSingleton<ModelShadow>();
        services.AddSingleton<SalaryMetrics>();
        services.AddSingleton<DriftWatch>();
        services.AddSingleton<DriftMonitor>();
        services.AddHostedService(provider => provider.GetRequiredService<DriftMonitor>());

        services.AddSingleton<WageTableImport>();
        services.AddSingleton<ObservationImport>();
        services.AddSingleton<ObservationDeletion>();
        services.AddSingleton<EstimateAnswers>();
        services.AddSingleton<CoverageAnswers>();
        services.AddSingleton<RoleLookup>();
        services.AddSingleton<PayBandAnswers>();
    }

    /// <summary>Maps the salary service's methods.</summary>
    public static void MapSalary(this WebApplication app)
    {
        app.Services.GetRequiredService<HostedServiceNames>().Add("salary");
        app.MapCallers<SalaryGrpcService>();
        app.MapCallers<PayQuestionGrpcService>();
        app.MapCallers<SalaryTrainingGrpcService>();
    }
}
