using CareerRecs.Salary.Shadowing;
using CareerRecs.Salary.TrainingRuns;
using CareerRecs.Salary.V1;
using CareerRecs.ServiceDefaults.Auth;
using Grpc.Core;

namespace CareerRecs.Salary.Grpc;

/// <summary>The methods of <c>SalaryTrainingService</c>; each hands over to the subject it belongs to.</summary>
internal sealed class SalaryTrainingGrpcService(Trainings trainings, ModelShadow shadow)
    : SalaryTrainingService.SalaryTrainingServiceBase
{
    public override Task<TrainModelResponse> TrainModel(TrainModelRequest request, ServerCallContext context) =>
        trainings.StartAsync(request, context.GetCaller(), context.CancellationToken);

    public override Task<GetSalaryTrainingResponse> GetSalaryTraining(
        GetSalaryTrainingRequest request,
        ServerCallContext context
    ) => trainings.GetAsync(request, context.CancellationToken);

    public override Task<ListSalaryTrainingsResponse> ListSalaryTrainings(
        ListSalaryTrainingsRequest request,
        ServerCallContext context
    ) => trainings.ListAsync(request, context.CancellationToken);

    public override Task<CancelSalaryTrainingResponse> CancelSalaryTraining(
        CancelSalaryTrainingRequest request,
        ServerCallContext context
    ) => trainings.CancelAsync(request, context.CancellationToken);

    public override Task<ShadowSalaryModelResponse> ShadowSalaryModel(
        ShadowSalaryModelRequest request,
        ServerCallContext context
    ) => shadow.CompareAsync(request, context.CancellationToken);
}
