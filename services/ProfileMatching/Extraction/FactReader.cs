using System.Globalization;
using System.Text.RegularExpressions;
using CareerRecs.Catalog.V1;
using CareerRecs.Matching.V1;

namespace CareerRecs.Matching.Extraction;

/// <summary>Reads education and years of experience out of a text.</summary>
internal static partial class FactReader
{
    private static readonly string[] Numbers =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen"];

    /// <summary>The degrees that the text names, highest first, each level once.</summary>
    public static List<HeldEducation> Education(string text)
    {
        var levels = new SortedSet<EducationLevel>();
        foreach (Match match in Degree().Matches(text))
        {
            levels.Add(match switch
            {
                _ when match.Groups["phd"].Success => EducationLevel.Doctorate,
                _ when match.Groups["ma"].Success => EducationLevel.Master,
                _ when match.Groups["ba"].Success => EducationLevel.Bachelor,
                _ when match.Groups["aa"].Success => EducationLevel.Associate,
                _ => EducationLevel.HighSchool,
            });
        }

        return [.. levels.Reverse().Select(level => new HeldEducation { Level = level })];
    }

    /// <summary>Years of experience: the most that the text claims ("8+ years of experience").</summary>
    public static double? Years(string text)
    {
        double? claimed = null;
        foreach (Match match in YearsOfExperience().Matches(text))
        {
            var written = Array.IndexOf(Numbers, match.Groups["n"].Value.ToLowerInvariant());
            var years = written >= 0 ? written : double.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture);
            if (years <= 50 && years > (claimed ?? 0)) claimed = years;
        }

        return claimed;
    }

    [GeneratedRegex(
        @"\b((?<phd>ph\.?\s?d|doctorate|doctor of|juris doctor)|(?<ma>master('?s)?\b(?= of| in| degree|\s*:|'s)|m\.?b\.?a\b|m\.?sc\b|m\.?s\.? in)|(?<ba>bachelor('?s)?|b\.?sc\b|b\.?s\.?\s?(in|,|:)|b\.?a\.?\s?(in|,|:))|(?<aa>associate('?s)? (of|in|degree)|a\.?a\.?s\.?\b)|(?<hs>high school diploma|g\.?e\.?d\b))",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Degree();

    [GeneratedRegex(@"\b(?<n>[0-9]{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen)\+?\s{0,2}years?('|’)?\s{0,2}(of\s)?([a-z-]{1,20}\s){0,3}(experience|background)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex YearsOfExperience();
}
