using CareerRecs.Catalog.V1;
using CareerRecs.Salary.Estimation;
using CareerRecs.Salary.Models;
using CareerRecs.Salary.V1;
using CareerRecs.ServiceDefaults.Errors;
using CareerRecs.ServiceDefaults.Storage;

namespace CareerRecs.Salary.Questions;

/// <summary>What a model knows, by occupation. A page token carries the model, so a list never mixes two.</summary>
public sealed class CoverageAnswers(ModelSet models)
{
    private const int DefaultSize = 50;
    private const int MaxSize = 1000;
    private const string Country = "US"; // the only one that wage tables of ours speak of

    /// <summary>A page.</summary>
    public async Task<ListPayCoverageResponse> ListAsync(ListPayCoverageRequest request, CancellationToken cancellationToken)
    {
        var (name, after) = Resume(request);
        var model = await models.GetAsync(name, cancellationToken);
        var response = new ListPayCoverageResponse { SalaryModel = model.Name };
        if (request.Country.Length > 0 && request.Country != Country) return response;

        var size = Paging.Size(request.PageSize, DefaultSize, MaxSize);
        foreach (var occupation in model.Data.Occupations.All)
        {
            var wages = occupation.Wages;
            if (wages.Level != OccupationLevel.Detailed || string.CompareOrdinal(wages.Soc, after) <= 0) continue;
            if (!wages.Soc.StartsWith(request.SocPrefix, StringComparison.Ordinal)) continue;
            if (response.Rows.Count == size)
            {
                response.NextPageToken = Paging.Encode(model.Name, response.Rows[^1].SocCode);
                break;
            }

            response.Rows.Add(new PayCoverage
            {
                Country = Country,
                SocCode = wages.Soc,
                Title = wages.Title,
                Observations = wages.Employment,
                PayComponent = PayComponent.Base,
            });
        }

        return response;
    }

    private static (string Model, string After) Resume(ListPayCoverageRequest request)
    {
        if (request.PageToken.Length == 0) return (request.SalaryModel, "");
        var parts = Paging.Decode(request.PageToken, 2);
        if (request.SalaryModel.Length > 0 && request.SalaryModel != parts[0])
            throw Errors.InvalidArgument("page_token",
                $"goes on with {parts[0]}, not with {request.SalaryModel}; all other fields must be as in its request");
        if (!ModelNames.IsName(parts[0]))
            throw Errors.InvalidArgument("page_token",
                "is not a token that an answer of this method carried; start with an empty one");
        return (parts[0], parts[1]);
    }
}
