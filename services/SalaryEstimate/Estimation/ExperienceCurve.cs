using System.Globalization;
using CareerRecs.Salary.Figures;
using CareerRecs.Salary.Occupations;
using CareerRecs.Salary.Parameters;
using CareerRecs.Types.V1;

namespace CareerRecs.Salary.Estimation;

/// <summary>
/// What experience adds to the median of an occupation: years and levels are percentiles, and the occupation's own wages say what
/// is earned there. Where pay differs little within an occupation, experience moves it little.
/// </summary>
internal sealed class ExperienceCurve
{
    private readonly ExperienceNote _note;

    public ExperienceCurve(ExperienceNote note)
    {
        if (note.Levels.Length != (int)Seniority.Executive)
        {
            throw new FormatException("experience.levels does not have 7 values.");
        }

        if (note.Levels.Zip(note.Levels.Skip(1)).Any(pair => pair.First > pair.Second))
        {
            throw new FormatException("experience.levels falls.");
        }

        if (note.Rise < 0 || note.Pace <= 0)
        {
            throw new FormatException("experience: rise is below 0, or pace is not above 0.");
        }

        _note = note;
    }

    /// <summary>The factor of years of experience.</summary>
    public ExperienceFactor FromYears(double years, Occupation occupation) =>
        Factor("experience", Words(years), _note.Highest - (_note.Rise * Math.Exp(-years / _note.Pace)), occupation);

    /// <summary>The factor of a level that was stated.</summary>
    public ExperienceFactor FromLevel(Seniority level, Occupation occupation) =>
        Factor("seniority", SeniorityRule.Word(level), _note.Levels[(int)level - 1], occupation) with
        {
            Level = level,
        };

    private ExperienceFactor Factor(string kind, string experience, double score, Occupation occupation)
    {
        // A manager's median is that of people with a lead's experience, so the score counts from there.
        score -= _note.Levels[(int)occupation.Reference - 1] - _note.Levels[(int)Seniority.Mid - 1];
        var percentile = Ordinal((int)Math.Round(100 * MarketCurve.ShareBelowScore(score)));
        return new ExperienceFactor(
            kind,
            $"{experience}, about the {percentile} percentile of what {occupation.Wages.Title} earn ({occupation.Table.Source})",
            occupation.Market.AmountAt(score) / occupation.Curve.P50,
            _note.Source
        )
        {
            IsOwnWages = true,
        };
    }

    private static string Words(double years) =>
        years switch
        {
            0 => "no experience yet",
            1 => "1 year",
            _ => string.Create(CultureInfo.InvariantCulture, $"{years:0.#} years"),
        };

    private static string Ordinal(int number) =>
        number
        + (
            (number / 10 % 10, number % 10) switch
            {
                (not 1, 1) => "st",
                (not 1, 2) => "nd",
                (not 1, 3) => "rd",
                _ => "th",
            }
        );
}
