using System.Globalization;
using CareerRecs.Salary.PayModels;
using CareerRecs.Salary.Places;

namespace CareerRecs.Salary.Survey;

/// <summary>What was measured of the range of an estimate from the survey, and in words what it was measured on.</summary>
internal static class SurveyCoverage
{
    /// <summary>The share is absent where people of just this kind of estimate were not held against it.</summary>
    public static (double? Share, string Said) Of(SurveyPay survey, SurveyEvidence evidence)
    {
        if (survey.Coverage is not { } measured)
        {
            return (null, "The coverage of the range is not measured.");
        }
        if (evidence.TotalRatio is not null)
        {
            return (null, "The coverage of ranges of total pay is not measured.");
        }
        if (evidence.Place.Place.Kind == PlaceKind.Abroad)
        {
            return (
                null,
                $"The coverage of the range is measured over all countries together, not for {evidence.Place.Place.Name}."
            );
        }
        if (!survey.IsMostlyOfHome)
        {
            return (
                null,
                "The coverage of the range is measured over all countries together, "
                    + "fewer than half of the people being of the United States."
            );
        }
        if (evidence.IsBetweenBands)
        {
            return (null, "The coverage of the range is measured for senior and executive people, not for a level between them.");
        }
        if (evidence.Band is not { } band)
        {
            return (null, "The coverage of the range is measured where the level is known, not for all levels together.");
        }

        if (measured.Bands[(int)band] is not { } share)
        {
            return (null, "The coverage of the range is not measured for this level: too few people of it were kept aside.");
        }
        var later = band == ExperienceBand.Entry ? measured.LaterLowest : measured.Later;
        var held = string.Create(CultureInfo.InvariantCulture, $"{share * 100:0} % of people of its years kept aside");
        if (measured.LaterYear is { } year)
        {
            held += string.Create(CultureInfo.InvariantCulture, $", {later * 100:0} % of people of {year}");
        }
        return evidence.IsWholeCountry
            ? (share, $"Its range held {held}.")
            : (null, $"The range was measured for the whole country, where it held {held}; not for one place.");
    }
}
