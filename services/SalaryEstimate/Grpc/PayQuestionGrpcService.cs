using CareerRecs.Salary.Answers;
using CareerRecs.Salary.Bands;
using CareerRecs.Salary.Comparison;
using CareerRecs.Salary.V1;
using Grpc.Core;

namespace CareerRecs.Salary.Grpc;

/// <summary>
/// The methods of <c>PayQuestionService</c>: each asks for estimates as anybody does, and tells what follows from them.
/// </summary>
internal sealed class PayQuestionGrpcService(EstimateAnswers estimates, PayBandAnswers bands)
    : PayQuestionService.PayQuestionServiceBase
{
    public override async Task<ExplainEstimateResponse> ExplainEstimate(ExplainEstimateRequest request, ServerCallContext context)
    {
        var (result, model) = await estimates.OneAsync(request.Query, request.SalaryModel, context);
        var answer = new ExplainEstimateResponse { Result = result, SalaryModel = model.Name };
        EstimateExplanation.AddTo(answer, model.Data);
        return answer;
    }

    public override async Task<ComparePayResponse> ComparePay(ComparePayRequest request, ServerCallContext context)
    {
        var (one, other, model) = await estimates.PairAsync(request, context);
        var answer = new ComparePayResponse
        {
            Result = one,
            OtherResult = other,
            SalaryModel = model.Name,
        };
        PayComparison.AddTo(answer);
        PowerOfPay.AddTo(answer, request, model.Data);
        return answer;
    }

    public override Task<GetPayBandsResponse> GetPayBands(GetPayBandsRequest request, ServerCallContext context) =>
        bands.AnswerAsync(request, context);
}
