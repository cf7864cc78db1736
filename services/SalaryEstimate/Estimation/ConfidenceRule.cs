using CareerRecs.Salary.Occupations;
using CareerRecs.Salary.Places;
using CareerRecs.Salary.V1;
using CareerRecs.Salary.WageTables;

namespace CareerRecs.Salary.Estimation;

/// <summary>How far an estimate is to be trusted. The weakest thing it leans on decides, and is named.</summary>
internal static class ConfidenceRule
{
    private const string NotMeasured = " The coverage of the range is not measured yet.";

    public static (Confidence Confidence, string Reason) Judge(SalaryModelData model, Evidence evidence)
    {
        if (Weakness(model, evidence) is { } weakness)
        {
            return (Confidence.Low, weakness + NotMeasured);
        }
        if (evidence.Experience is { IsOwnWages: true } && evidence.Role is null)
        {
            var place = evidence.InMetro ? ", adjusted for place by wages and prices there" : "";
            var reason = $"Wages of the occupation, at the percentile that the experience stands for{place}.";
            return (Confidence.Medium, reason + NotMeasured);
        }

        var adjusted = (evidence.Role is not null, evidence.Experience is not null, evidence.InMetro);
        return adjusted switch
        {
            (false, false, false) when evidence.Match.Kind == OccupationMatchKind.Exact => (
                Confidence.High,
                "Wages of this very occupation over the whole country, all seniorities together." + NotMeasured
            ),
            (true, _, _) => (
                Confidence.Medium,
                "Wages of the occupation, moved by a published average of the role and factors of wider groups." + NotMeasured
            ),
            (_, true, true) => (
                Confidence.Medium,
                "Wages of the occupation, adjusted for seniority and place by factors of wider groups." + NotMeasured
            ),
            (_, true, _) => (
                Confidence.Medium,
                "Wages of the occupation, adjusted for seniority by factors of a wider group." + NotMeasured
            ),
            (_, _, true) => (
                Confidence.Medium,
                "Wages of the occupation, adjusted for place by wages and prices there." + NotMeasured
            ),
            _ => (
                Confidence.Medium,
                "Wages of the occupation that a common title is taken for, all seniorities together." + NotMeasured
            ),
        };
    }

    private static string? Weakness(SalaryModelData model, Evidence evidence)
    {
        var wages = evidence.Occupation.Wages;
        if (evidence.Match.Kind is OccupationMatchKind.Broad or OccupationMatchKind.Minor)
        {
            var group = evidence.Match.Kind == OccupationMatchKind.Broad ? "broad" : "minor";
            return $"No wages of {evidence.Match.Asked} itself: those of the "
                + $"{group} group {wages.Soc} {wages.Title} stand for it.";
        }

        if (wages.Level != OccupationLevel.Detailed)
        {
            return $"{wages.Soc} {wages.Title} is a group of occupations.";
        }
        if (evidence.Occupation.Curve.MedianExtrapolated)
        {
            return "The wage table gives only a lower bound of the median; the rest is extrapolated.";
        }
        if (evidence.Occupation.Curve.Extrapolated)
        {
            return "The wage table gives only a lower bound of the upper percentiles; they are extrapolated.";
        }
        if (evidence.Occupation.IsShapeBorrowed)
        {
            return "The wage table lacks percentiles of the occupation; the "
                + "shape of its pay in the United States stands for them.";
        }
        if (evidence.Place.Place.Kind == PlaceKind.State)
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
        if (evidence.Experience is { } experience && model.IsExtrapolated(experience.Level))
        {
            return $"No published pay of the level \"{SeniorityRule.Word(experience.Level)}\": "
                + "it is set between or beyond levels that have some.";
        }
        return null;
    }
}
