using System.Globalization;
using CareerRecs.Matching.V1;
using CareerRecs.Types.V1;

namespace CareerRecs.Cli.Input;

/// <summary>
/// Skills as people type them: "Python, SQL; Docker", each with an optional level or years behind a colon:
/// "Python:expert, SQL:3y, Docker:basic:1y". Commas inside brackets separate nothing: "cloud (AWS, GCP)".
/// </summary>
public static class SkillList
{
    /// <summary>The skills, in order, each once.</summary>
    public static IReadOnlyList<ProfileSkill> Parse(IEnumerable<string> texts)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. texts.SelectMany(Split).Select(One).Where(s => s.Text.Length > 0 && seen.Add(s.Text))];
    }

    /// <summary>Words of a list: separated by commas, semicolons or line breaks outside brackets.</summary>
    public static IEnumerable<string> Split(string text)
    {
        var depth = 0;
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : '\n';
            depth += c switch
            {
                '(' or '[' => 1,
                ')' or ']' when depth > 0 => -1,
                _ => 0,
            };
            // An unclosed bracket must not swallow the rest of the list beyond its line.
            if (!(c is '\n' or '\r' || (depth == 0 && c is ',' or ';')))
            {
                continue;
            }

            if (c is '\n' or '\r')
            {
                depth = 0;
            }

            var word = text[start..i].Trim();
            start = i + 1;
            if (word.Length > 0)
            {
                yield return word;
            }
        }
    }

    private static ProfileSkill One(string word)
    {
        var skill = new ProfileSkill { Source = SkillSource.Stated };
        while (word.LastIndexOf(':') is var colon and > 0 && Qualify(skill, word[(colon + 1)..].Trim()))
        {
            word = word[..colon].TrimEnd();
        }

        skill.Text = word;
        return skill;
    }

    private static bool Qualify(ProfileSkill skill, string qualifier)
    {
        if (
            qualifier.Length > 1
            && qualifier[^1] is 'y' or 'Y'
            && double.TryParse(qualifier[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var years)
        )
        {
            skill.Years = years;
            return true;
        }
        if (
            qualifier.Length == 0
            || !char.IsLetter(qualifier[0])
            || !Enum.TryParse<Proficiency>(qualifier, ignoreCase: true, out var level)
            || level == Proficiency.Unspecified
        )
        {
            return false;
        }

        skill.Proficiency = level;
        return true;
    }
}
