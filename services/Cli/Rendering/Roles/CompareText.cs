using System.Globalization;
using CareerRecs.Catalog.V1;
using CareerRecs.Cli.Rendering.Paths;
using CareerRecs.Matching.V1;

namespace CareerRecs.Cli.Rendering.Roles;

/// <summary>The answer to `compare`: the work first, then level, pay and way in, last the skills.</summary>
public static class CompareText
{
    private const int MostSkills = 8;
    private const int TitleWidth = 38;

    /// <summary>Lays out the answer.</summary>
    public static void Render(Page page, CompareRolesResponse response)
    {
        var (one, other) = (response.Role, response.OtherRole);
        page.Line(
            $"{page.Strong(one.Title)} and {page.Strong(other.Title)} · "
                + $"{Words.Catalog(response.Versions ?? new AnswerVersions())}"
        );
        Work(page, one, other.Title);
        Work(page, other, one.Title);
        page.Line();
        Facts(page, one, other);
        page.Line();
        Distance(page, response);
        Group(
            page,
            "Both ask for",
            response.Skills.Where(s => s.HasImportance && s.HasOtherImportance),
            s =>
                s.Essential && s.OtherEssential ? "essential"
                : s.Essential ? "essential in the first"
                : s.OtherEssential ? "essential in the second"
                : "",
            Both
        );
        Group(
            page,
            $"Only {one.Title}",
            response.Skills.Where(s => !s.HasOtherImportance),
            s => s.Essential ? "essential" : "",
            s => Level(s.HasProficiency, s.Proficiency)
        );
        Group(
            page,
            $"Only {other.Title}",
            response.Skills.Where(s => !s.HasImportance),
            s => s.OtherEssential ? "essential" : "",
            s => Level(s.HasOtherProficiency, s.OtherProficiency)
        );
        page.Line();
        PathText.Foot(page, response.PayStatus, response.PayMessage, [one.Pay, other.Pay], response.Attributions);
    }

    /// <summary>
    /// What the work is, and what of it the other role has least in common with; a source without duties has neither.
    /// </summary>
    private static void Work(Page page, ComparedRole role, string other)
    {
        if (role.Overview.Length + role.Duties.Count + role.DistinctDuties.Count == 0)
        {
            return;
        }

        page.Heading(role.Title);
        if (role.Overview.Length > 0)
        {
            page.Wrap("  ", role.Overview);
        }

        var isTold = role.DistinctDuties.Count > 0;
        page.Line(
            isTold ? $"  Unlike {other}:"
            : role.Duties.Count > 0 ? "  Among its duties:"
            : ""
        );
        foreach (var duty in isTold ? role.DistinctDuties : role.Duties)
        {
            page.Wrap("  - ", duty);
        }
    }

    private static void Facts(Page page, ComparedRole one, ComparedRole other)
    {
        var rows = new List<string[]>
        {
            new[] { Column(""), Short(one.Title), Short(other.Title) },
            new[] { Column("Level"), Words.Level(one.Seniority), Words.Level(other.Seniority) },
            new[] { Column("Pay"), PathText.Pay(one.Pay), PathText.Pay(other.Pay) },
        };
        page.Table(rows.Where((r, i) => i == 0 || r[1].Length + r[2].Length > 0));
        foreach (var role in new[] { one, other })
        {
            foreach (var line in WayIn(role.Requirements))
            {
                page.Wrap(UnderstandingText.Labelled("Way in"), $"{role.Title}: {line}");
            }
        }
    }

    private static void Distance(Page page, CompareRolesResponse response)
    {
        var alike = string.Create(
            CultureInfo.InvariantCulture,
            $"{response.Similarity * 100:0} of 100 in skills, tools and line of work"
        );
        var step = Words.Step(response.Step) is { Length: > 0 } kind ? $"; from the first, the second is {kind}" : "";
        page.Wrap(UnderstandingText.Labelled("Alike"), alike + step);
        page.Wrap(
            UnderstandingText.Labelled("Ready"),
            string.Create(
                CultureInfo.InvariantCulture,
                $"the first has {Math.Floor(response.Readiness * 100):0} % of what the second "
                    + $"requires, the second {Math.Floor(response.OtherReadiness * 100):0} % of the first"
            )
        );
        if (PathText.Change(response.PayChange) is { Length: > 0 } change)
        {
            page.Wrap(UnderstandingText.Labelled("Pay"), $"{change} from the first to the second");
        }
    }

    private static void Group(
        Page page,
        string title,
        IEnumerable<ComparedSkill> skills,
        Func<ComparedSkill, string> essential,
        Func<ComparedSkill, string> level
    )
    {
        var all = skills.ToList();
        if (all.Count == 0)
        {
            return;
        }

        page.Heading(title).Table(all.Take(MostSkills).Select(s => new[] { s.Title, essential(s), level(s) }), "  ");
        if (all.Count > MostSkills)
        {
            page.Line($"  and {all.Count - MostSkills} more");
        }
    }

    private static string Both(ComparedSkill skill) =>
        skill is { HasProficiency: true, HasOtherProficiency: true }
            ? string.Create(CultureInfo.InvariantCulture, $"level {skill.Proficiency:0.#} and {skill.OtherProficiency:0.#} of 7")
            : "";

    private static string Level(bool stated, double proficiency) =>
        stated ? string.Create(CultureInfo.InvariantCulture, $"level {proficiency:0.#} of 7") : "";

    /// <summary>A label that with the space between columns is as wide as those of the lines below.</summary>
    private static string Column(string label) => label.PadRight(UnderstandingText.Label - 2);

    /// <summary>The first education that the source lists, and the certifications that it requires.</summary>
    private static IEnumerable<string> WayIn(Requirements? requirements) =>
        requirements is null
            ? []
            : requirements
                .Education.Take(1)
                .Select(RoleSections.Education)
                .Concat(requirements.Certifications.Where(c => c.Demand == Demand.Required).Select(c => $"{c.Title}, required"));

    private static string Short(string title) => title.Length <= TitleWidth ? title : title[..(TitleWidth - 1)] + "…";
}
