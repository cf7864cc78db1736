using System.Collections.Immutable;
using CareerRecs.Catalog.V1;
using CareerRecs.Salary.Estimation;
using CareerRecs.Salary.Geography;
using CareerRecs.Salary.Occupations;
using CareerRecs.Salary.Parameters;
using CareerRecs.Salary.Survey;
using CareerRecs.Salary.V1;
using CareerRecs.Salary.WageTables;
using CareerRecs.Types.V1;

namespace CareerRecs.Salary.Models;

/// <summary>
/// All that a model knows: occupations of its wage tables, and titles of its survey by level, in the countries that it answers
/// for.
/// </summary>
internal static class CoverageRows
{
    // The lowest band of the survey holds interns too.
    private static readonly Seniority[] Levels = [Seniority.Junior, Seniority.Mid, Seniority.Senior, Seniority.Executive];

    /// <summary>The rows, by country, SOC code, title and seniority.</summary>
    public static ImmutableArray<PayCoverage> Of(SalaryModelData model)
    {
        var tables = model
            .Abroad.Values.Append(model.Occupations)
            .SelectMany(o => o.All)
            .Where(o => o.Wages.Level == OccupationLevel.Detailed)
            .Select(Row);
        var survey = model.Survey is { } pay ? pay.Counted().Select(row => Row(pay, row)) : [];
        return
        [
            .. tables
                .Concat(survey)
                .OrderBy(r => r.Country, StringComparer.Ordinal)
                .ThenBy(r => r.SocCode, StringComparer.Ordinal)
                .ThenBy(r => r.Title, StringComparer.Ordinal)
                .ThenBy(r => r.Seniority),
        ];
    }

    private static PayCoverage Row(Occupation occupation) =>
        new()
        {
            Country = occupation.Table.Country,
            SocCode = occupation.Wages.Soc,
            Title = occupation.Wages.Title,
            Observations = occupation.Wages.Employment,
            PayComponent = PayComponent.Base,
            Source = occupation.Table.Source,
        };

    private static PayCoverage Row(SurveyPay survey, (string Title, string Country, int Band, int Rows) counted)
    {
        var row = new PayCoverage
        {
            Country = counted.Country,
            Title = counted.Title,
            Seniority = counted.Band < Levels.Length ? Levels[counted.Band] : Seniority.Executive,
            Observations = counted.Rows,
            PayComponent = PayComponent.Base,
            Source = survey.Source,
        };
        // As in estimates: it was measured over all countries, so it is told where most of the people are of the United States.
        if (
            survey is { Coverage: { } measured, IsMostlyOfHome: true }
            && counted.Country == Countries.Home
            && counted.Band < measured.Bands.Length
            && measured.Bands[counted.Band] is { } share
        )
        {
            row.MeasuredCoverage = share;
        }

        return row;
    }
}
