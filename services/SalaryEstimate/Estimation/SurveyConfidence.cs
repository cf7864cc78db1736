using CareerRecs.Salary.V1;

namespace CareerRecs.Salary.Estimation;

/// <summary>How far an estimate from the survey is to be trusted. The weakest thing it leans on decides, and is named.</summary>
internal static class SurveyConfidence
{
    private const int FewRows = 20;

    public static (Confidence Confidence, string Reason) Judge(SurveyEvidence evidence, long rows)
    {
        var title = evidence.Title.Title;
        if (Weakness(evidence, rows) is { } weakness) return (Confidence.Low, weakness);
        if (!evidence.Title.IsExact) return (Confidence.Medium, $"Pay that a survey found for \"{title}\", which the title is read as.");
        if (evidence.IsBetweenBands)
            return (Confidence.Medium, $"Pay that a survey found for \"{title}\"; the level lies between its senior and executive people.");
        if (evidence.Place.Place.Kind == PlaceKind.Metro)
            return (Confidence.Medium, $"Pay that a survey found for \"{title}\" in the country, adjusted for place by factors of its major group.");
        if (evidence.Place.Place.Kind == PlaceKind.Abroad)
            return (Confidence.Medium, $"Pay that a survey found for \"{title}\" in {evidence.Place.Place.Name}.");
        if (evidence.Band == ExperienceBand.Entry)
            return (Confidence.Medium, $"Pay that a survey found for \"{title}\" of entry level in the whole country; of the level it holds least of later years.");
        return evidence.SeniorityKnown
            ? (Confidence.High, $"Pay that a survey found for \"{title}\" of this level in the whole country.")
            : (Confidence.Medium, $"Pay that a survey found for \"{title}\" in the whole country, all seniorities together.");
    }

    private static string? Weakness(SurveyEvidence evidence, long rows)
    {
        var place = evidence.Place.Place;
        if (rows < FewRows)
        {
            var people = rows < ToldApart.Fewest ? FormattableString.Invariant($"fewer than {ToldApart.Fewest}") : FormattableString.Invariant($"only {rows}");
            return FormattableString.Invariant($"A survey has {people} people of \"{evidence.Title.Title}\" at this level and in this country: similar jobs stand for them.");
        }

        if (evidence.Place.Widened) return $"The city is not known: the factor of {place.Name} stands for it.";
        if (place.Kind == PlaceKind.State) return "The factor of a state is the mean of its metropolitan areas; rural areas are not in it.";
        if (evidence.PricesAlone) return "No wages of the major group at the place: its price level stands for them.";
        if (evidence.TotalRatio is not null) return "The share of pay beyond base is that of one published average.";
        return null;
    }
}
