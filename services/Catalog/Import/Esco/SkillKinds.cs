using System.Text.RegularExpressions;
using CareerRecs.Catalog.V1;

namespace CareerRecs.Catalog.Import.Esco;

/// <summary>
/// What kind of skill a concept is. ESCO tells knowledge from skills and competences and how widely each is used; that a
/// piece of knowledge is a product only its words tell.
/// </summary>
public static partial class SkillKinds
{
    /// <summary>The kind, of a concept's label and description and of ESCO's type, reuse level and schemes.</summary>
    public static SkillCategory Of(
        string label,
        string description,
        ReadOnlySpan<char> type,
        ReadOnlySpan<char> reuse,
        ReadOnlySpan<char> schemes
    )
    {
        // Speaking a language is transversal to ESCO; it is no way of working with people.
        if (schemes.Contains("skill-language-groups", StringComparison.OrdinalIgnoreCase))
        {
            return SkillCategory.Knowledge;
        }
        if (type.Equals("knowledge", StringComparison.OrdinalIgnoreCase))
        {
            return IsProduct(label, description) ? SkillCategory.Tool : SkillCategory.Knowledge;
        }
        return reuse.Equals("transversal", StringComparison.OrdinalIgnoreCase) ? SkillCategory.Soft : SkillCategory.Technical;
    }

    /// <summary>
    /// A proper name ("Apache Maven", "Java (computer programming)") that is described as software. "The Latin language" is
    /// none, "The computer language SQL" is. English only; elsewhere products stay knowledge.
    /// </summary>
    private static bool IsProduct(string label, string description)
    {
        var bracket = label.IndexOf(" (", StringComparison.Ordinal);
        var words = (bracket < 0 ? label : label[..bracket]).Split(' ');
        return words.All(w => w.Any(char.IsUpper) || w.All(char.IsAsciiDigit))
            && Software().IsMatch(description)
            && !description.StartsWith($"The {label} language", StringComparison.Ordinal);
    }

    [GeneratedRegex(
        """
            ^The\ (\S+\ ){0,3}                # "The free open-source"
            (program|tool|software|language|framework|engine|platform|library|system|server|database|distribution)\b
            | programming\ paradigms\ in
            """,
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Software();
}
