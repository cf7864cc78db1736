using System.Globalization;
using CareerRecs.Catalog.V1;
using CareerRecs.Matching.V1;

namespace CareerRecs.Cli.Rendering;

/// <summary>The answer to `compare`.</summary>
public static class CompareText
{
    private const int MostSkills = 12;
    private const int TitleWidth = 38;

    /// <summary>Lays out the answer.</summary>
    public static void Render(Page page, CompareRolesResponse response)
    {
        var (one, other) = (response.Role, response.OtherRole);
        page.Line($"{page.Strong(one.Title)} and {page.Strong(other.Title)} · {Words.Catalog(response.Versions ?? new AnswerVersions())}").Line();
        var rows = new List<string[]>
        {
            new[] { Column(""), Short(one.Title), Short(other.Title) },
            new[] { Column("Level"), Words.Level(one.Seniority), Words.Level(other.Seniority) },
            new[] { Column("Pay"), PathText.Pay(one.Pay), PathText.Pay(other.Pay) },
        };
        page.Table(rows.Where((r, i) => i == 0 || r[1].Length + r[2].Length > 0));
        foreach (var role in new[] { one, other })
        {
            if (Education(role.Requirements) is { Length: > 0 } education) page.Wrap(UnderstandingText.Labelled("Education"), $"{role.Title}: {education}");
        }

        page.Line();
        var alike = string.Create(CultureInfo.InvariantCulture, $"{response.Similarity:0.00}");
        page.Wrap(UnderstandingText.Labelled("Alike"), alike + (Words.Step(response.Step) is { Length: > 0 } step ? $" · from the first, the second is {step}" : ""));
        page.Wrap(UnderstandingText.Labelled("Ready"), string.Create(
            CultureInfo.InvariantCulture, $"the first for the second {Math.Floor(response.Readiness * 100):0} %, the second for the first {Math.Floor(response.OtherReadiness * 100):0} %"));
        if (PathText.Change(response.PayChange) is { Length: > 0 } change) page.Wrap(UnderstandingText.Labelled("Pay"), $"{change} from the first to the second");
        Group(page, "Both ask for", response.Skills.Where(s => s.HasImportance && s.HasOtherImportance), Both);
        Group(page, $"Only {one.Title}", response.Skills.Where(s => !s.HasOtherImportance), s => Level(s.HasProficiency, s.Proficiency));
        Group(page, $"Only {other.Title}", response.Skills.Where(s => !s.HasImportance), s => Level(s.HasOtherProficiency, s.OtherProficiency));
        page.Line();
        PathText.Foot(page, response.PayStatus, response.PayMessage, [one.Pay, other.Pay], response.Attributions);
    }

    private static void Group(Page page, string title, IEnumerable<ComparedSkill> skills, Func<ComparedSkill, string> level)
    {
        var all = skills.ToList();
        if (all.Count == 0) return;
        page.Heading(title).Table(all.Take(MostSkills).Select(s => new[] { s.Title, level(s) }), "  ");
        if (all.Count > MostSkills) page.Line($"  and {all.Count - MostSkills} more");
    }

    private static string Both(ComparedSkill skill) => skill is { HasProficiency: true, HasOtherProficiency: true }
        ? string.Create(CultureInfo.InvariantCulture, $"level {skill.Proficiency:0.#} and {skill.OtherProficiency:0.#} of 7")
        : "";

    private static string Level(bool stated, double proficiency) => stated ? string.Create(CultureInfo.InvariantCulture, $"level {proficiency:0.#} of 7") : "";

    /// <summary>A label that with the space between columns is as wide as those of the lines below.</summary>
    private static string Column(string label) => label.PadRight(UnderstandingText.Label - 2);

    private static string Education(Requirements? requirements) =>
        requirements?.Education.FirstOrDefault() is { } education ? RoleSections.Education(education) : "";

    private static string Short(string title) => title.Length <= TitleWidth ? title : title[..(TitleWidth - 1)] + "…";
}
