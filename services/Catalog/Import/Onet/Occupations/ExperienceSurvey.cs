using CareerRecs.Catalog.V1;

namespace CareerRecs.Catalog.Import.Onet.Occupations;

/// <summary>Reads years of related experience out of the shares of answers.</summary>
internal static class ExperienceSurvey
{
    /// <summary>Categories of scale RW.</summary>
    public const int Categories = 11;

    private const double Month = 1.0 / 12;

    /// <summary>Where each category begins, in years; the last is open.</summary>
    private static readonly double[] From = [0, 0, Month, 3 * Month, 6 * Month, 1, 2, 4, 6, 8, 10];

    /// <summary>
    /// At least: what three in four ask for or more, as with education. At most usual: what three in four do not exceed.
    /// </summary>
    public static void Fill(Requirements requirements, double?[] shares)
    {
        var low = At(shares, 1 - EducationSurvey.RequiredShare);
        var high = At(shares, EducationSurvey.RequiredShare);
        requirements.ExperienceYearsMin = Math.Round(From[low], 2);
        if (high == 0)
        {
            requirements.ExperienceYearsMax = 0;
        }
        else if (high + 1 < Categories)
        {
            requirements.ExperienceYearsMax = Math.Round(From[high + 1], 2);
        }
    }

    /// <summary>The category in which the answers, counted from the lowest, pass a share.</summary>
    private static int At(double?[] shares, double quantile)
    {
        var reached = 0.0;
        for (var i = 0; i < shares.Length; i++)
        {
            reached += shares[i] ?? 0;
            if (reached > quantile + 1e-9)
            {
                return i;
            }
        }

        return shares.Length - 1;
    }
}
