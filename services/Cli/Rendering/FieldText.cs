using CareerRecs.Catalog.V1;

namespace CareerRecs.Cli.Rendering;

/// <summary>What holds for a whole field of work.</summary>
public static class FieldText
{
    /// <summary>Lays out a field.</summary>
    public static void Render(Page page, Field field)
    {
        page.Heading($"The field: {field.Title}");
        if (field.Overview.Length > 0)
            page.Wrap("  ", field.Overview);
        Part(page, "Demand over the field", HasDemand(field.MarketDemand), () => Demand(page, field.MarketDemand));
        Part(page, "Outlook of the field", field.Outlook.Count > 0, () => RoleSections.Bullets(page, field.Outlook));
        Part(page, "Trends of the field", field.Trends.Count > 0, () => RoleSections.ThemeLines(page, field.Trends));
        Part(page, "Figures of the field", field.Figures.Count > 0, () => RoleSections.Bullets(page, field.Figures.Select(FigureText.Line)));
        Part(page, "Work environment of the field", field.WorkEnvironment.Count > 0, () => RoleSections.Bullets(page, field.WorkEnvironment));
        Part(page, "Ways to develop in the field", field.LearningPath.Count > 0, () => Stages(page, field.LearningPath));
    }

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

    private static void Part(Page page, string title, bool has, Action render)
    {
        if (!has) return;
        page.Heading(title);
        render();
    }
}
