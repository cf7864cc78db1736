using CareerRecs.Catalog.V1;

namespace CareerRecs.Cli.Rendering;

/// <summary>What holds for a whole field of work.</summary>
public static class FieldText
{
    /// <summary>A part of a field. It goes on with the section of a role that has its name.</summary>
    private sealed record Part(string Section, string Title, Func<Field, bool> Has, Action<Page, Field> Render);

    private static IReadOnlyList<Part> Parts { get; } =
    [
        new("demand", "Demand over the field", f => HasDemand(f.MarketDemand), (p, f) => Demand(p, f.MarketDemand)),
        new("outlook", "Outlook of the field", f => f.Outlook.Count > 0, (p, f) => RoleSections.Bullets(p, f.Outlook)),
        new("trends", "Trends of the field", f => f.Trends.Count > 0, (p, f) => RoleSections.ThemeLines(p, f.Trends)),
        new("figures", "Figures of the field", f => f.Figures.Count > 0, (p, f) => RoleSections.Bullets(p, f.Figures.Select(FigureText.Line))),
        new("environment", "Work environment of the field", f => f.WorkEnvironment.Count > 0, (p, f) => RoleSections.Bullets(p, f.WorkEnvironment)),
        new("learning", "Ways to develop in the field", f => f.LearningPath.Count > 0, (p, f) => Stages(p, f.LearningPath)),
    ];

    /// <summary>Lays out a field.</summary>
    public static void Render(Page page, Field field)
    {
        page.Heading($"The field: {field.Title}");
        if (field.Overview.Length > 0)
            page.Wrap("  ", field.Overview);
        foreach (var part in Parts.Where(part => part.Has(field)))
        {
            page.Heading(part.Title);
            part.Render(page, field);
        }
    }

    /// <summary>Whether the field says something where a role has this section.</summary>
    public static bool Has(Field? field, string section) => field is not null && Find(section)?.Has(field) == true;

    /// <summary>What the field says where a role has this section.</summary>
    public static void Render(Page page, Field field, string section)
    {
        if (Find(section) is not { } part) return;
        page.Heading($"{part.Title}: {field.Title}");
        part.Render(page, field);
    }

    private static Part? Find(string section) => Parts.FirstOrDefault(part => part.Section == section);

    internal static bool HasDemand(MarketDemand? demand) => demand is not null && demand.CalculateSize() > 0;

    internal static void Demand(Page page, MarketDemand demand)
    {
        RoleSections.Bullets(page, demand.Statements);
        if (demand.Industries.Count > 0)
            page.Wrap("  industries: ", string.Join(", ", demand.Industries), "    ");
        foreach (var sector in demand.Employers)
            page.Wrap($"  employers, {sector.Title}: ", string.Join(", ", sector.Items), "    ");
        foreach (var role in demand.SoughtAfterRoles)
        {
            var summary = role.Summary.Length > 0 ? $"{role.Summary} " : "";
            page.Wrap($"  sought: {Words.Id(role.Role)}: ", $"{summary}{string.Join(", ", role.Skills)}", "    ");
        }
        foreach (var group in demand.SkillsInDemand)
            page.Wrap($"  in demand, {group.Title}: ", string.Join(", ", group.Items), "    ");
    }

    internal static void Stages(Page page, IReadOnlyList<LearningStage> stages)
    {
        for (var i = 0; i < stages.Count; i++)
        {
            var stage = stages[i];
            page.Wrap($"  {i + 1}. ", stage.Summary.Length > 0 ? $"{stage.Title}: {stage.Summary}" : stage.Title);
            foreach (var activity in stage.Activities)
                page.Wrap("     - ", activity);
        }
    }
}
