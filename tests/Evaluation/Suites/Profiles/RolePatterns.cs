using System.IO.Enumeration;

namespace CareerRecs.Evaluation.Suites.Profiles;

/// <summary>Compares roles with the patterns of people and expectations.</summary>
internal static class RolePatterns
{
    private const string Family = "family:";

    private static readonly string[] Classifications = ["soc:", "isco:"];

    /// <summary>Whether a title equals one of the patterns; <c>*</c> and <c>?</c> are wildcards, case does not matter.</summary>
    public static bool Fits(string title, IEnumerable<string> patterns) =>
        patterns.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, title, ignoreCase: true));

    /// <summary>
    /// Whether a role meets one of the rules: <c>family:design</c> names its family, <c>soc:51-</c> and <c>isco:23</c> the
    /// beginning of its family unless the role is right or fine, anything else is a part of its title.
    /// </summary>
    public static bool IsAbsurd(string title, string family, IEnumerable<string> rules, IEnumerable<string> rightOrFine)
    {
        return rules.Any(Meets);

        bool Meets(string rule)
        {
            if (rule.StartsWith(Family, StringComparison.Ordinal))
            {
                return family == rule[Family.Length..];
            }

            var classification = Array.Find(Classifications, c => rule.StartsWith(c, StringComparison.Ordinal));
            return classification is null
                ? title.Contains(rule, StringComparison.OrdinalIgnoreCase)
                : family.StartsWith(rule[classification.Length..], StringComparison.Ordinal) && !Fits(title, rightOrFine);
        }
    }
}
