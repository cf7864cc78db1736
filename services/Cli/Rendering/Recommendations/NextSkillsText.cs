using System.Globalization;
using CareerRecs.Matching.V1;

namespace CareerRecs.Cli.Rendering.Recommendations;

/// <summary>The answer to `next-skills`.</summary>
public static class NextSkillsText
{
    private const int RolesNamed = 3;

    /// <summary>Lays out the answer.</summary>
    public static void Render(Page page, SuggestSkillsResponse response)
    {
        UnderstandingText.Render(page, response.Understanding ?? new Understanding());
        if (response.InsufficientEvidence is { } insufficient)
        {
            EvidenceText.Insufficient(page, insufficient);
            return;
        }

        page.Heading($"Skills to acquire next, over {Words.Count(response.Roles.Count, "role")}");
        if (response.Skills.Count == 0)
        {
            page.Line("None: you already have what these roles ask for.");
        }

        foreach (var skill in response.Skills)
        {
            Skill(page, skill);
        }

        page.Line();
        page.Line("+n: points that the skill, at the level named, would add to the fits of these roles together.");
        EvidenceText.Attributions(page, response.Attributions);
    }

    /// <summary>" (level 5 of 7, yours 3)"; empty where the source states none.</summary>
    private static string Level(SuggestedSkill skill)
    {
        if (skill.Proficiency <= 0)
        {
            return "";
        }

        var yours = skill.HeldProficiency > 0 ? $", yours {skill.HeldProficiency:0.#}" : "";
        return string.Create(CultureInfo.InvariantCulture, $" (level {skill.Proficiency:0.#} of 7{yours})");
    }

    private static void Skill(Page page, SuggestedSkill skill)
    {
        page.Line($"{FitPoints.Gain(skill.TotalGainMilliPoints), 5}  {page.Strong(skill.Title)}{Level(skill)}");
        var lifted = skill.Gains.Where(g => g.LiftsToGood).ToList();
        if (lifted.Count > 0)
        {
            page.Wrap("         ", $"raises {Words.Count(lifted.Count, "role")} to a good fit: {Named(lifted)}");
        }

        var others = skill.Gains.Where(g => !g.LiftsToGood).ToList();
        if (others.Count > 0)
        {
            page.Wrap("         ", $"helps with {Named(others)}");
        }

        foreach (var resource in skill.Resources)
        {
            page.Wrap("         ", "learn: " + GapText.Resource(resource));
        }
    }

    private static string Named(List<SkillGain> gains)
    {
        var named = string.Join(
            ", ",
            gains.Take(RolesNamed).Select(g => $"{g.Title} {FitPoints.Gain(g.FitIfAcquiredMilliPoints - g.FitMilliPoints)}")
        );
        return gains.Count > RolesNamed ? $"{named} and {gains.Count - RolesNamed} more" : named;
    }
}
