using CareerRecs.Catalog.V1;

namespace CareerRecs.Catalog.Import.Onet.Skills;

/// <summary>Which kind of skill an element of O*NET's content model is, by where it stands in the model.</summary>
public static class ElementCategories
{
    /// <summary>The kind of an element; <paramref name="kind"/> is the table it stands in, "skill" or "knowledge".</summary>
    public static SkillCategory Of(string element, string kind) =>
        element switch
        {
            _ when kind == "knowledge" => SkillCategory.Knowledge,
            "2.A.1.e" or "2.A.1.f" => SkillCategory.Technical, // mathematics, science
            _ when Within(element, "2.A") => SkillCategory.Soft, // reading, speaking, critical thinking
            _ when Within(element, "2.B.1") => SkillCategory.Soft, // social skills
            _ when Within(element, "2.B.2") => SkillCategory.Method, // complex problem solving
            _ when Within(element, "2.B.3") => SkillCategory.Technical,
            _ when Within(element, "2.B.4") => SkillCategory.Method, // judgment, systems analysis
            _ when Within(element, "2.B.5") => SkillCategory.Soft, // managing time, money, people
            _ => SkillCategory.Unspecified,
        };

    private static bool Within(string element, string group) =>
        element.StartsWith(group, StringComparison.Ordinal) && (element.Length == group.Length || element[group.Length] == '.');
}
