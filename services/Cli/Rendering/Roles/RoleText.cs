using CareerRecs.Catalog.V1;
using CareerRecs.Cli.Rendering.Pay;

namespace CareerRecs.Cli.Rendering.Roles;

/// <summary>A role on one screen, one section of it, or all of it.</summary>
public static class RoleText
{
    private const int MostItems = 5;

    /// <summary>What one wants to know first; the other sections by name.</summary>
    /// <param name="page">The page.</param>
    /// <param name="response">The role.</param>
    /// <param name="year">The year of today, beside which older pay is historic.</param>
    public static void Screen(Page page, GetRoleResponse response, int year)
    {
        var role = response.Role;
        Head(page, response);
        page.Line();
        if (role.Overview.Length > 0)
        {
            page.Wrap("", role.Overview);
        }

        Short(page, "What one does", RoleSections.Items(role.Responsibilities));
        Essentials(page, response);
        if (RoleSections.Entry(role.Requirements) is { Count: > 0 } entry)
        {
            Short(page, "What it takes", entry);
        }

        if (role.Ladder is { Steps.Count: > 0 } ladder)
        {
            page.Heading("Ladder").Wrap("  ", RoleSections.LadderLine(role.Name, ladder));
        }

        var pay = role.Figures.Where(PublishedPayText.IsShown).ToList();
        Short(page, "Published pay", [.. pay.Select(f => PublishedPayText.Line(f, year))], 3);
        if (pay.Count > 0)
        {
            page.Wrap("  ", $"Estimate of today: careerrecs salary \"{role.Title}\"");
        }

        var more = RoleSections.All.Where(s => s.Has(response) || FieldText.Has(response, s.Name)).Select(s => s.Name).ToList();
        page.Line();
        page.Wrap("More: ", $"careerrecs role \"{role.Title}\" --full, or --section {string.Join("|", more)}", "      ");
        EvidenceText.Attributions(page, response.Attributions.Concat(role.Attributions));
    }

    /// <summary>One section, of the role and of its field.</summary>
    public static void Section(Page page, GetRoleResponse response, RoleSection section)
    {
        page.Line($"{page.Strong(response.Role.Title)} · {section.Name}");
        var ofField = FieldText.Has(response, section.Name);
        if (section.Has(response))
        {
            section.Render(page, response);
        }
        else if (!ofField)
        {
            page.Line("  The catalog says nothing on it.");
        }

        if (ofField)
        {
            FieldText.Render(page, response, section.Name);
        }

        EvidenceText.Attributions(page, response.Attributions.Concat(response.Role.Attributions));
    }

    /// <summary>Everything the catalog says of the role, then of its field.</summary>
    public static void Full(Page page, GetRoleResponse response)
    {
        Head(page, response);
        foreach (var section in RoleSections.All.Where(s => s.Has(response)))
        {
            page.Heading(section.Title);
            section.Render(page, response);
        }
        if (response.Field is not null)
        {
            FieldText.Render(page, response);
        }

        page.Line();
        EvidenceText.Attributions(page, response.Attributions.Concat(response.Role.Attributions));
    }

    private static void Head(Page page, GetRoleResponse response)
    {
        var role = response.Role;
        string[] facts =
        [
            Words.Level(role.Seniority),
            role.Track == Types.V1.Track.PeopleManager ? "manages people" : "",
            role.Family,
            Words.Id(role.Name),
        ];
        page.Line(string.Join(" · ", facts.Where(f => f.Length > 0).Prepend(page.Strong(role.Title))));
        if (role.AlternateTitles.Count > 0)
        {
            var shown = role.AlternateTitles.Take(8).ToList();
            var rest = role.AlternateTitles.Count - shown.Count;
            page.Wrap("Also: ", string.Join(", ", shown) + (rest > 0 ? $", {rest} more" : ""));
        }
        if (role.Successor.Length > 0)
        {
            page.Line($"Retired; its place took {Words.Id(role.Successor)}.");
        }
    }

    private static void Essentials(Page page, GetRoleResponse response)
    {
        var named = response.Role.Skills.Select((s, i) => (Skill: s, Title: RoleSections.SkillTitle(response, i))).ToList();
        var essential = named.Where(s => s.Skill.Necessity == Necessity.Essential).Select(s => s.Title).ToList();
        var other = named.Where(s => s.Skill.Necessity != Necessity.Essential).Select(s => s.Title).Take(12).ToList();
        if (essential.Count == 0 && other.Count == 0)
        {
            return;
        }

        page.Heading("Skills");
        if (essential.Count > 0)
        {
            page.Wrap(
                "  essential: ",
                string.Join(", ", essential.Take(16)) + (essential.Count > 16 ? $", {essential.Count - 16} more" : "")
            );
        }

        if (other.Count > 0)
        {
            page.Wrap(essential.Count > 0 ? "  helps:     " : "  ", string.Join(", ", other));
        }
    }

    private static void Short(Page page, string title, IReadOnlyList<string> items, int most = MostItems)
    {
        if (items.Count == 0)
        {
            return;
        }

        page.Heading(title);
        foreach (var item in items.Take(most))
        {
            page.Wrap("  - ", item);
        }

        if (items.Count > most)
        {
            page.Line($"    … {items.Count - most} more");
        }
    }
}
