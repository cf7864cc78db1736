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

    /// <summary>Years of experience: the most that the text claims ("8+ years of experience"), else what the dates of the jobs span.</summary>
    public static double? Years(string text, IEnumerable<HeldJob> jobs, int thisYear)
    {
        double? claimed = null;
        foreach (Match match in YearsOfExperience().Matches(text))
        {
            var written = Array.IndexOf(Numbers, match.Groups["n"].Value.ToLowerInvariant());
            var years = written >= 0 ? written : double.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture);
            if (years <= 50 && years > (claimed ?? 0)) claimed = years;
        }

        return claimed ?? Span(jobs, thisYear);
    }

    private static double? Span(IEnumerable<HeldJob> jobs, int thisYear)
    {
        double first = double.MaxValue, last = 0;
        foreach (var job in jobs.Where(j => j.Start is not null))
        {
            first = Math.Min(first, job.Start.Year + (Math.Max(0, job.Start.Month - 1) / 12.0));
            last = Math.Max(last, job.End is null ? thisYear : job.End.Year + (job.End.Month / 12.0));
        }

        return last > first ? Math.Min(50, Math.Round(last - first, 1)) : null;
    }

    [GeneratedRegex(
        @"\b((?<phd>ph\.?\s?d|doctorate|doctor of|juris doctor)|(?<ma>master('?s)?\b(?= of| in| degree|\s*:|'s)|m\.?b\.?a\b|m\.?sc\b|m\.?s\.? in)|(?<ba>bachelor('?s)?|b\.?sc\b|b\.?s\.?\s?(in|,|:)|b\.?a\.?\s?(in|,|:))|(?<aa>associate('?s)? (of|in|degree)|a\.?a\.?s\.?\b)|(?<hs>high school diploma|g\.?e\.?d\b))",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Degree();

    [GeneratedRegex(@"\b(?<n>[0-9]{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen)\+?\s{0,2}years?('|’)?\s{0,2}(of\s)?([a-z-]{1,20}\s){0,3}(experience|background)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex YearsOfExperience();
}
