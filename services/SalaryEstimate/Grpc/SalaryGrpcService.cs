using CareerRecs.Salary.Answers;
using CareerRecs.Salary.Import;
using CareerRecs.Salary.Models;
using CareerRecs.Salary.V1;
using CareerRecs.ServiceDefaults.Auth;
using Grpc.Core;

namespace CareerRecs.Salary.Grpc;

/// <summary>The gRPC methods; each hands over to the subject it belongs to.</summary>
public sealed class SalaryGrpcService(
    EstimateAnswers estimates,
    CoverageAnswers coverage,
    ModelList list,
    ModelActivation activation,
    AuditList audit,
    WageTableImport wageTables,
    ObservationImport observations,
    ObservationDeletion deletion
) : SalaryService.SalaryServiceBase
{
    /// <inheritdoc />
    public override Task<EstimateSalaryResponse> EstimateSalary(EstimateSalaryRequest request, ServerCallContext context) =>
        estimates.EstimateAsync(request, context);

    /// <inheritdoc />
    public override Task<BatchEstimateSalariesResponse> BatchEstimateSalaries(
        BatchEstimateSalariesRequest request,
        ServerCallContext context
    ) => estimates.BatchAsync(request, context);

    /// <inheritdoc />
    public override Task<ListPayCoverageResponse> ListPayCoverage(ListPayCoverageRequest request, ServerCallContext context) =>
        coverage.ListAsync(request, context.CancellationToken);

    /// <inheritdoc />
    public override Task<GetSalaryModelResponse> GetSalaryModel(GetSalaryModelRequest request, ServerCallContext context) =>
        list.GetAsync(request, context.CancellationToken);

    /// <inheritdoc />
    public override Task<ListSalaryModelsResponse> ListSalaryModels(ListSalaryModelsRequest request, ServerCallContext context) =>
        list.ListAsync(request, context.CancellationToken);

    /// <inheritdoc />
    public override Task<ActivateSalaryModelResponse> ActivateSalaryModel(
        ActivateSalaryModelRequest request,
        ServerCallContext context
    ) => activation.ActivateAsync(request, context.GetCaller(), context.CancellationToken);

    /// <inheritdoc />
    public override Task<ListSalaryAuditEntriesResponse> ListSalaryAuditEntries(
        ListSalaryAuditEntriesRequest request,
        ServerCallContext context
    ) => audit.ListAsync(request, context.CancellationToken);

    /// <inheritdoc />
    public override Task<ImportWageTableResponse> ImportWageTable(
        IAsyncStreamReader<ImportWageTableRequest> requestStream,
        ServerCallContext context
    ) => wageTables.ImportAsync(requestStream, context.GetCaller(), context.CancellationToken);

    /// <inheritdoc />
    public override Task<ImportObservationsResponse> ImportObservations(
        IAsyncStreamReader<ImportObservationsRequest> requestStream,
        ServerCallContext context
    ) => observations.ImportAsync(requestStream, context.GetCaller(), context.CancellationToken);

    /// <inheritdoc />
    public override Task<DeleteObservationsResponse> DeleteObservations(
        DeleteObservationsRequest request,
        ServerCallContext context
    ) => deletion.DeleteAsync(request, context.GetCaller(), context.CancellationToken);
}
