using System.Globalization;
using CareerRecs.Catalog.V1;

namespace CareerRecs.Cli.Rendering.Roles;

/// <summary>A part of a role that can be asked for by name.</summary>
public sealed record RoleSection(
    string Name,
    string Title,
    Func<GetRoleResponse, bool> Has,
    Action<Page, GetRoleResponse> Render
);

/// <summary>The sections of a role, in reading order.</summary>
public static class RoleSections
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<RoleSection> All { get; } =
    [
        new("overview", "Overview", r => r.Role.Overview.Length > 0, (p, r) => p.Wrap("  ", r.Role.Overview)),
        Themes("responsibilities", "Responsibilities", r => r.Responsibilities),
        new(
            "requirements",
            "Requirements",
            r => Entry(r.Role.Requirements).Count > 0 || r.Role.Requirements?.TechnicalSkills.Count > 0,
            Requirements
        ),
        new("skills", "Skills", r => r.Role.Skills.Count > 0, Skills),
        Lines("environment", "Work environment", r => r.WorkEnvironment),
        new(
            "learning",
            "How to become one",
            r => r.Role.LearningPath.Count > 0,
            (p, r) => FieldText.Stages(p, r.Role.LearningPath)
        ),
        new(
            "ladder",
            "Ladder",
            r => r.Role.Ladder is { Steps.Count: > 0 },
            (p, r) => p.Wrap("  ", LadderLine(r.Role.Name, r.Role.Ladder))
        ),
        new(
            "demand",
            "Market demand",
            r => FieldText.HasDemand(r.Role.MarketDemand),
            (p, r) => FieldText.Demand(p, r.Role.MarketDemand)
        ),
        Lines("outlook", "Outlook", r => r.Outlook),
        Themes("trends", "Trends", r => r.Trends),
        Themes("practices", "Best practices", r => r.BestPractices),
        Themes("challenges", "Challenges", r => r.Challenges),
        Themes("specifics", "Special to this role", r => r.Specifics),
        new(
            "figures",
            "Published figures",
            r => r.Role.Figures.Count > 0,
            (p, r) => Bullets(p, r.Role.Figures.Select(FigureText.Line))
        ),
        Lines("pay", "What moves the pay", r => r.PayFactors),
        new(
            "related",
            "Related roles",
            r => r.Role.RelatedRoles.Count > 0,
            (p, r) => p.Wrap("  ", string.Join(", ", r.Role.RelatedRoles.Select(x => Words.Id(x.Role))))
        ),
    ];

    /// <summary>The section of a name; null where there is none.</summary>
    public static RoleSection? Find(string name) =>
        All.FirstOrDefault(s => string.Equals(s.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>All statements of all themes, in order.</summary>
    public static IReadOnlyList<string> Items(IEnumerable<Theme> themes) =>
        [
            .. themes.SelectMany(t =>
                t.Items.Count > 0 ? t.Items
                : t.Summary.Length > 0 ? [t.Summary]
                : Enumerable.Empty<string>()
            ),
        ];

    /// <summary>Education, experience and certifications, a line each.</summary>
    public static IReadOnlyList<string> Entry(Requirements? requirements)
    {
        if (requirements is null)
        {
            return [];
        }

        var lines = requirements.Education.Select(Education).ToList();
        if (requirements.HasExperienceYearsMin || requirements.HasExperienceYearsMax)
        {
            lines.Add("Experience: " + Range(requirements));
        }

        lines.AddRange(requirements.Experience.Select(experience => experience + Mark(requirements.ExperienceAdded)));
        lines.AddRange(requirements.Certifications.Select(c => $"Certification: {c.Title}{DemandOf(c.Demand)}{Mark(c.Added)}"));
        return lines;
    }

    /// <summary>"Junior ML Engineer → [ML Engineer (added)] → Senior ML Engineer", the step of the role in brackets.</summary>
    public static string LadderLine(string role, Ladder ladder) =>
        string.Join(" → ", ladder.Steps.Select(s => s.Role == role ? $"[{s.Title}{Mark(s.Added)}]" : s.Title + Mark(s.Added)));

    /// <summary>Marks what the catalog's editors put in beside the role's source.</summary>
    internal static string Mark(bool added) => added ? " (added)" : "";

    /// <summary>Title of the role's n-th skill.</summary>
    public static string SkillTitle(GetRoleResponse response, int index) =>
        index < response.SkillTitles.Count && response.SkillTitles[index].Length > 0
            ? response.SkillTitles[index]
            : Words.Id(response.Role.Skills[index].Skill);

    internal static void Bullets(Page page, IEnumerable<string> items)
    {
        foreach (var item in items)
        {
            page.Wrap("  - ", item);
        }
    }

    internal static void ThemeLines(Page page, IEnumerable<Theme> themes)
    {
        foreach (var theme in themes)
        {
            var title =
                theme.Title.Length > 0 && theme.Summary.Length > 0
                    ? $"{theme.Title}: {theme.Summary}"
                    : theme.Title + theme.Summary;
            if (title.Length > 0)
            {
                page.Wrap("  ", title, "    ");
            }

            foreach (var item in theme.Items)
            {
                page.Wrap("  - ", item);
            }
        }
    }

    private static RoleSection Themes(string name, string title, Func<Role, IReadOnlyCollection<Theme>> of) =>
        new(name, title, r => of(r.Role).Count > 0, (p, r) => ThemeLines(p, of(r.Role)));

    private static RoleSection Lines(string name, string title, Func<Role, IReadOnlyCollection<string>> of) =>
        new(name, title, r => of(r.Role).Count > 0, (p, r) => Bullets(p, of(r.Role)));

    private static void Requirements(Page page, GetRoleResponse response)
    {
        var requirements = response.Role.Requirements;
        Bullets(page, Entry(requirements));
        ThemeLines(page, requirements.TechnicalSkills);
        ThemeLines(page, requirements.SoftSkills);
        Bullets(page, requirements.KeyResponsibilities);
    }

    private static void Skills(Page page, GetRoleResponse response)
    {
        page.Table(
            response.Role.Skills.Select(
                (s, i) =>
                    new[]
                    {
                        SkillTitle(response, i),
                        s.Necessity == Necessity.Essential ? "essential" : "",
                        string.Create(CultureInfo.InvariantCulture, $"importance {s.Importance:0.00}"),
                        s.HasProficiency ? string.Create(CultureInfo.InvariantCulture, $"level {s.Proficiency:0.#} of 7") : "",
                        s.InDemand ? "in demand" : "",
                        s.LowConfidence ? "low confidence" : "",
                        s.Added ? "added" : "",
                    }
            ),
            "  "
        );
        if (response.Role.Skills.Any(skill => skill.Added))
        {
            page.Line("  added: put in by the catalog's editors; the role's source does not name it");
        }
    }

    /// <summary>"Bachelor's degree in statistics, required (80 % say so)".</summary>
    internal static string Education(EducationRequirement education)
    {
        var level = education.Level switch
        {
            EducationLevel.BelowHighSchool => "Less than high school",
            EducationLevel.HighSchool => "High school",
            EducationLevel.Certificate => "Certificate",
            EducationLevel.Associate => "Associate's degree",
            EducationLevel.Bachelor => "Bachelor's degree",
            EducationLevel.Master => "Master's degree",
            EducationLevel.Doctorate => "Doctorate",
            _ => "Education",
        };
        var fields = education.Fields.Count > 0 ? $" in {Words.List([.. education.Fields], "or")}" : "";
        var share = education.HasShare
            ? string.Create(CultureInfo.InvariantCulture, $" ({education.Share * 100:0} % say so)")
            : "";
        return level + fields + DemandOf(education.Demand) + share + Mark(education.Added);
    }

    private static string DemandOf(Demand demand) =>
        demand == Demand.Unspecified ? "" : $", {demand.ToString().ToLowerInvariant()}";

    private static string Range(Requirements r) =>
        (r.HasExperienceYearsMin, r.HasExperienceYearsMax) switch
        {
            (true, true) => string.Create(
                CultureInfo.InvariantCulture,
                $"{r.ExperienceYearsMin:0.#} to {r.ExperienceYearsMax:0.#} years"
            ),
            (true, false) => $"{Words.Years(r.ExperienceYearsMin)} or more",
            _ => $"up to {Words.Years(r.ExperienceYearsMax)}",
        };
}
