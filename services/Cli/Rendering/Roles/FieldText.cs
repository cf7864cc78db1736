using CareerRecs.Catalog.V1;

namespace CareerRecs.Cli.Rendering.Roles;

/// <summary>What holds for a whole field of work.</summary>
public static class FieldText
{
    /// <summary>A part of a field. It goes on with the section of a role that has its name.</summary>
    private sealed record Part(
        string Section,
        string Title,
        Func<GetRoleResponse, bool> Has,
        Action<Page, GetRoleResponse> Render
    );

    private static IReadOnlyList<Part> Parts { get; } =
    [
        new("ladder", "Key roles of the field and their ladders", r => r.KeyRoles.Count > 0, (p, r) => KeyRoles(p, r.KeyRoles)),
        Of("demand", "Demand over the field", f => HasDemand(f.MarketDemand), (p, f) => Demand(p, f.MarketDemand)),
        Of("outlook", "Outlook of the field", f => f.Outlook.Count > 0, (p, f) => RoleSections.Bullets(p, f.Outlook)),
        Of("trends", "Trends of the field", f => f.Trends.Count > 0, (p, f) => RoleSections.ThemeLines(p, f.Trends)),
        Of(
            "figures",
            "Figures of the field",
            f => f.Figures.Count > 0,
            (p, f) => RoleSections.Bullets(p, f.Figures.Select(FigureText.Line))
        ),
        Of(
            "environment",
            "Work environment of the field",
            f => f.WorkEnvironment.Count > 0,
            (p, f) => RoleSections.Bullets(p, f.WorkEnvironment)
        ),
        Of("learning", "Ways to develop in the field", f => f.LearningPath.Count > 0, (p, f) => Stages(p, f.LearningPath)),
    ];

    /// <summary>Lays out the field of a role; the role must have one.</summary>
    public static void Render(Page page, GetRoleResponse response)
    {
        page.Heading($"The field: {response.Field.Title}");
        if (response.Field.Overview.Length > 0)
        {
            page.Wrap("  ", response.Field.Overview);
        }

        foreach (var part in Parts.Where(part => part.Has(response)))
        {
            page.Heading(part.Title);
            part.Render(page, response);
        }
    }

    /// <summary>Whether the role's field says something where the role has this section.</summary>
    public static bool Has(GetRoleResponse response, string section) =>
        response.Field is not null && Find(section)?.Has(response) == true;

    /// <summary>Lays out the part of the role's field that goes with a section of the role.</summary>
    public static void Render(Page page, GetRoleResponse response, string section)
    {
        if (Find(section) is not { } part)
        {
            return;
        }

        page.Heading($"{part.Title}: {response.Field.Title}");
        part.Render(page, response);
    }

    private static Part Of(string section, string title, Func<Field, bool> has, Action<Page, Field> render) =>
        new(section, title, r => r.Field is { } field && has(field), (p, r) => render(p, r.Field));

    private static Part? Find(string section) => Parts.FirstOrDefault(part => part.Section == section);

    private static void KeyRoles(Page page, IEnumerable<KeyRole> roles)
    {
        foreach (var role in roles)
        {
            page.Wrap(
                $"  {role.Title}: ",
                role.Ladder is { } ladder ? RoleSections.LadderLine(role.Role, ladder) : "no ladder",
                "    "
            );
        }
    }

    internal static bool HasDemand(MarketDemand? demand) => demand is not null && demand.CalculateSize() > 0;

    internal static void Demand(Page page, MarketDemand demand)
    {
        RoleSections.Bullets(page, demand.Statements);
        if (demand.Industries.Count > 0)
        {
            page.Wrap("  industries: ", string.Join(", ", demand.Industries), "    ");
        }

        foreach (var sector in demand.Employers)
        {
            page.Wrap($"  employers, {sector.Title}: ", string.Join(", ", sector.Items), "    ");
        }

        foreach (var role in demand.SoughtAfterRoles)
        {
            var summary = role.Summary.Length > 0 ? $"{role.Summary} " : "";
            page.Wrap($"  sought: {Words.Id(role.Role)}: ", $"{summary}{string.Join(", ", role.Skills)}", "    ");
        }
        foreach (var group in demand.SkillsInDemand)
        {
            page.Wrap($"  in demand, {group.Title}: ", string.Join(", ", group.Items), "    ");
        }
    }

    internal static void Stages(Page page, IReadOnlyList<LearningStage> stages)
    {
        for (var i = 0; i < stages.Count; i++)
        {
            var stage = stages[i];
            page.Wrap($"  {i + 1}. ", stage.Summary.Length > 0 ? $"{stage.Title}: {stage.Summary}" : stage.Title);
            foreach (var activity in stage.Activities)
            {
                page.Wrap("     - ", activity);
            }
        }
    }
}
