using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Pay;
using CareerRecs.ProfileMatching.Snapshots;
using CareerRecs.Salary.V1;
using Google.Type;

namespace CareerRecs.ProfileMatching.Careers;

/// <summary>Pay of the roles of an answer.</summary>
internal sealed class PathPay
{
    private readonly Dictionary<RoleId, SalaryResult> _results = [];

    private PathPay(PayStatus status, string message, string model) => (Status, Message, Model) = (status, message, model);

    public PayStatus Status { get; }

    public string Message { get; }

    public string Model { get; }

    /// <summary>Asks once for all the roles.</summary>
    /// <param name="pay">Pay by role.</param>
    /// <param name="catalog">Catalog version of the roles.</param>
    /// <param name="roles">The roles.</param>
    /// <param name="terms">The terms; null if pay is not wanted: nothing is asked.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public static async Task<PathPay> AskAsync(
        PayLookup pay,
        CatalogHandle catalog,
        IEnumerable<RoleId> roles,
        PayTerms? terms,
        CancellationToken cancellationToken
    )
    {
        var asked = roles.Distinct().ToList();
        if (terms is null || asked.Count == 0)
        {
            return new PathPay(PayStatus.Unspecified, "", "");
        }

        var entries = asked.Select(role => catalog.Index.Roles[role]).ToList();
        var paid = await pay.AskAsync(entries, PayQuestion.For(terms, catalog.Version), cancellationToken);
        var answer = new PathPay(paid.Status, paid.Message, paid.Model);
        for (var i = 0; i < asked.Count; i++)
        {
            if (paid.Results[i] is { } result)
            {
                answer._results.Add(asked[i], result);
            }
        }

        return answer;
    }

    /// <summary>What a role pays; null where it is not known. Shared by answers: to be sent, never to be changed.</summary>
    public SalaryResult? Of(RoleId? role) => role is { } known ? _results.GetValueOrDefault(known) : null;

    /// <summary>
    /// How the median changes from one role to another; null where either is unknown, the two are in different currencies, or
    /// rest on different evidence: what a survey says of one and a wage table of the other differs by more than the roles do.
    /// </summary>
    public PayChange? Change(RoleId? from, RoleId? to) => Change(Of(from)?.Estimate, Of(to)?.Estimate);

    internal static PayChange? Change(SalaryEstimate? from, SalaryEstimate? to)
    {
        if (from?.Percentiles?.P50 is not { } here || to?.Percentiles?.P50 is not { } there)
        {
            return null;
        }

        var isSameMeasure =
            here.CurrencyCode == there.CurrencyCode
            && from.Period == to.Period
            && from.PayComponent == to.PayComponent
            && from.Sources.FirstOrDefault() == to.Sources.FirstOrDefault();
        if (!isSameMeasure || here.DecimalValue <= 0)
        {
            return null;
        }

        var difference = there.DecimalValue - here.DecimalValue;
        return new PayChange
        {
            Difference = new Money { CurrencyCode = here.CurrencyCode, DecimalValue = difference },
            Share = (double)Math.Round(difference / here.DecimalValue, 4),
        };
    }
}
