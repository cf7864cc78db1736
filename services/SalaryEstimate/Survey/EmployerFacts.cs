using System.Globalization;
using CareerRecs.Salary.Figures;
using CareerRecs.Salary.PayModels;
using CareerRecs.Salary.V1;

namespace CareerRecs.Salary.Survey;

/// <summary>
/// What a query says of the employer and of working there, in the form in which a fitted model knows it; empty is any.
/// </summary>
internal readonly record struct EmployerFacts(string Size, string Remote, string Key, string Name)
{
    /// <summary>The facts of a query.</summary>
    public static EmployerFacts Of(SalaryQuery query) =>
        new(
            PayFacts.SizeOf(query.CompanySize),
            query.HasRemoteShare ? PayFacts.RemoteOf(query.RemoteShare) : "",
            PayFacts.EmployerKey(query.Employer),
            query.Employer.Trim()
        );

    /// <summary>Said of an estimate from a wage table; empty where nothing was asked.</summary>
    public string UnusedByTables =>
        Said([.. Asked.Select(fact => fact.Word)], "the wage table does not tell what they do to pay");

    // Most queries ask nothing of the kind.
    private IEnumerable<(PayFacet Facet, string Value, string Word, string Label)> Asked =>
        Size.Length + Remote.Length + Key.Length == 0 ? [] : Stated();

    /// <summary>The factors that a fitted model has of them, with their words.</summary>
    public IEnumerable<(string Kind, string Label)> Labels(SurveyPay survey) =>
        Asked.Where(fact => survey.Knows(fact.Facet, fact.Value)).Select(fact => (fact.Word, fact.Label));

    /// <summary>Said of what the fitted model does not know; empty where it knows all that was asked.</summary>
    public string Unused(SurveyPay survey) =>
        Said(
            [.. Asked.Where(fact => !survey.Knows(fact.Facet, fact.Value)).Select(fact => fact.Word)],
            "too few people are known to tell what they do to pay"
        );

    private IEnumerable<(PayFacet Facet, string Value, string Word, string Label)> Stated()
    {
        if (Size.Length > 0)
        {
            yield return (
                PayFacet.Size,
                Size,
                "company size",
                Size switch
                {
                    "S" => "under 50 people",
                    "M" => "50 to 250 people",
                    _ => "over 250 people",
                }
            );
        }
        if (Remote.Length > 0)
        {
            yield return (
                PayFacet.Remote,
                Remote,
                "remote",
                Remote switch
                {
                    "0" => "on site",
                    "50" => "about half remote",
                    _ => "remote",
                }
            );
        }
        if (Key.Length > 0)
        {
            yield return (PayFacet.Employer, Key, "employer", Name);
        }
    }

    private static string Said(string[] facts, string why) =>
        facts.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" Not used: {string.Join(", ", facts)}; {why}.");
}
