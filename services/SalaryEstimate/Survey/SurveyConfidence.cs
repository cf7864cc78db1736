using CareerRecs.Salary.PayModels;
using CareerRecs.Salary.Places;
using CareerRecs.Salary.V1;

namespace CareerRecs.Salary.Survey;

/// <summary>
/// How far an estimate from the survey, or from the observations that a model was trained on, is to be trusted. The weakest thing
/// it leans on decides, and is named.
/// </summary>
internal static class SurveyConfidence
{
    private const int FewRows = 20;

    public static (Confidence Confidence, string Reason) Judge(SurveyPay survey, SurveyEvidence evidence, long rows)
    {
        var found = $"Pay found for \"{evidence.Title.Title}\" among {survey.Subject}";
        if (Weakness(survey, evidence, rows) is { } weakness)
        {
            return (Confidence.Low, weakness);
        }
        if (!evidence.Title.IsExact)
        {
            return (
                Confidence.Medium,
                $"Pay found for \"{evidence.Title.Title}\", which the title is read as, among {survey.Subject}."
            );
        }
        if (evidence.IsBetweenBands)
        {
            return (Confidence.Medium, $"{found}; the level lies between its senior and executive people.");
        }
        if (evidence.Place.Place.Kind == PlaceKind.Metro)
        {
            return (Confidence.Medium, $"{found} in the country, adjusted for place by wages and prices there.");
        }
        if (evidence.Place.Place.Kind == PlaceKind.Abroad)
        {
            return (Confidence.Medium, $"{found} in {evidence.Place.Place.Name}.");
        }
        if (evidence.Band == ExperienceBand.Entry)
        {
            return (
                Confidence.Medium,
                $"{found}, of entry level in the whole "
                    + $"country{(survey.Coverage?.LaterYear is null ? "" : "; of the level it holds least of later years")}."
            );
        }
        return evidence.Seniority is not null
            ? (Confidence.High, $"{found}, of this level in the whole country.")
            : (Confidence.Medium, $"{found} in the whole country, all seniorities together.");
    }

    private static string? Weakness(SurveyPay survey, SurveyEvidence evidence, long rows)
    {
        var place = evidence.Place.Place;
        if (rows < FewRows)
        {
            var people =
                rows < ToldApart.Fewest
                    ? FormattableString.Invariant($"Fewer than {ToldApart.Fewest}")
                    : FormattableString.Invariant($"Only {rows}");
            return $"{people} people of \"{evidence.Title.Title}\" at this level and in "
                + $"this country are among {survey.Subject}: similar jobs stand for them.";
        }

        if (place.Kind == PlaceKind.State)
        {
            return "The factor of a state is the mean of its metropolitan areas; rural areas are not in it.";
        }
        if (evidence.IsWithoutWages)
        {
            return "No wages of the major group at the place: those of other groups and its price level stand for them.";
        }
        if (evidence.TotalRatio is not null)
        {
            return "The share of pay beyond base is that of one published average.";
        }
        return null;
    }
}
