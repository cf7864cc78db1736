using CareerRecs.Salary.Answers;
using CareerRecs.Salary.Figures;
using CareerRecs.Salary.V1;
using CareerRecs.ServiceDefaults.Errors;
using Grpc.Core;

namespace CareerRecs.Salary.Bands;

/// <summary>A range to post for a role, and one that is posted held against the market.</summary>
internal sealed class PayBandAnswers(EstimateAnswers estimates)
{
    public async Task<GetPayBandsResponse> AnswerAsync(GetPayBandsRequest request, ServerCallContext context)
    {
        Check(request);
        var (query, currencyField) = (request.Query, "query.currency");
        if (query.Currency.Length == 0 && request.PostedLow is { } low)
        {
            (query, currencyField) = (new SalaryQuery(query) { Currency = low.CurrencyCode }, "posted_low.currency_code");
        }
        var (market, model) = await estimates.OneAsync(query, request.SalaryModel, context, currencyField);
        var answer = new GetPayBandsResponse { Market = market, SalaryModel = model.Name };
        if (market.Estimate is not { } estimate)
        {
            return answer;
        }
        (answer.SuggestedLow, answer.SuggestedHigh) = (estimate.Percentiles.P25, estimate.Percentiles.P75);
        if (request.PostedLow is null)
        {
            return answer;
        }
        if (request.PostedLow.CurrencyCode != estimate.Percentiles.P50.CurrencyCode)
        {
            throw Errors.InvalidArgument(
                "posted_low.currency_code",
                $"must be {estimate.Percentiles.P50.CurrencyCode}, the currency "
                    + $"of the answer; set query.currency to compare in another"
            );
        }
        answer.Posted = PostedRanges.Judge(estimate, request.PostedLow.Value(), request.PostedHigh.Value());
        return answer;
    }

    private static void Check(GetPayBandsRequest request)
    {
        if (request.PostedLow is null && request.PostedHigh is null)
        {
            return;
        }
        if (request.PostedLow is null)
        {
            throw Errors.InvalidArgument("posted_low", "is required where posted_high is given");
        }
        if (request.PostedHigh is null)
        {
            throw Errors.InvalidArgument("posted_high", "is required where posted_low is given");
        }
        if (request.PostedLow.CurrencyCode != request.PostedHigh.CurrencyCode)
        {
            throw Errors.InvalidArgument(
                "posted_high.currency_code",
                $"must be that of posted_low, {request.PostedLow.CurrencyCode}"
            );
        }
        if (request.PostedLow.Value() <= 0)
        {
            throw Errors.InvalidArgument("posted_low", "must be above 0");
        }
        if (request.PostedHigh.Value() < request.PostedLow.Value())
        {
            throw Errors.InvalidArgument("posted_high", "must not be below posted_low");
        }
    }
}
