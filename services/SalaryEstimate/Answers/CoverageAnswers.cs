using System.Globalization;
using CareerRecs.Salary.Figures;
using CareerRecs.Salary.Models;
using CareerRecs.Salary.Occupations;
using CareerRecs.Salary.V1;
using CareerRecs.ServiceDefaults.Errors;
using CareerRecs.ServiceDefaults.Storage;

namespace CareerRecs.Salary.Answers;

/// <summary>What a model knows, row by row. A page token carries the model, so a list never mixes two.</summary>
public sealed class CoverageAnswers(ModelSet models)
{
    private const int DefaultSize = 50;
    private const int MaxSize = 1000;

    /// <summary>A page.</summary>
    public async Task<ListPayCoverageResponse> ListAsync(ListPayCoverageRequest request, CancellationToken cancellationToken)
    {
        var (name, from) = Resume(request);
        var model = await models.GetAsync(name, cancellationToken);
        var response = new ListPayCoverageResponse { SalaryModel = model.Name };
        var rows = model.Coverage;
        var size = Paging.Size(request.PageSize, DefaultSize, MaxSize);
        var words = Words(request.Title);
        for (var i = from; i < rows.Length; i++)
        {
            if (!IsAsked(rows[i], request, words))
            {
                continue;
            }
            if (response.Rows.Count == size)
            {
                response.NextPageToken = Paging.Encode(model.Name, i.ToString(CultureInfo.InvariantCulture));
                break;
            }

            response.Rows.Add(rows[i]);
        }

        return response;
    }

    private static bool IsAsked(PayCoverage row, ListPayCoverageRequest request, string[] words) =>
        (request.Country.Length == 0 || row.Country == request.Country)
        && row.SocCode.StartsWith(request.SocPrefix, StringComparison.Ordinal)
        && (words.Length == 0 || Array.TrueForAll(words, Words(row.Title).Contains));

    // In the singular: "scientists" finds "Data Scientists" and the survey's "data scientist".
    private static string[] Words(string title) => TitleKey.Of(title).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static (string Model, int From) Resume(ListPayCoverageRequest request)
    {
        if (request.PageToken.Length == 0)
        {
            return (request.SalaryModel, 0);
        }
        var parts = Paging.Decode(request.PageToken, 2);
        if (request.SalaryModel.Length > 0 && request.SalaryModel != parts[0])
        {
            throw Errors.InvalidArgument(
                "page_token",
                $"goes on with {parts[0]}, not with {request.SalaryModel}; all other fields must be as in its request"
            );
        }
        if (
            !ModelNames.IsName(parts[0]) || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var from)
        )
        {
            throw Errors.InvalidArgument(
                "page_token",
                "is not a token that an answer of this method carried; start with an empty one"
            );
        }
        return (parts[0], from);
    }
}
