using System.Globalization;
using CareerRecs.Matching.V1;

namespace CareerRecs.Cli.Rendering;

/// <summary>The answer to `gap`: what is missing for one role, and what each skill would bring.</summary>
public static class GapText
{
    /// <summary>Lays out the answer.</summary>
    public static void Render(Page page, AnalyzeGapResponse response, Func<string, string> titleOfRole)
    {
        if (response.InsufficientEvidence is { } insufficient)
        {
            UnderstandingText.Render(page, response.Understanding ?? new Understanding());
            EvidenceText.Insufficient(page, insufficient);
            return;
        }

        var match = response.Match;
        page.Line($"{page.Strong(match.Title)}   {FitPoints.Whole(match.Fit.MilliPoints)} {Words.Band(match.Fit.Band)}");
        page.Wrap("", FitPoints.Sum(match.Fit));
        page.Line();
        UnderstandingText.Render(page, response.Understanding ?? new Understanding());
        if (match.Feasibility is { EssentialsTotal: > 0 } f)
            page.Line(UnderstandingText.Labelled("Essentials") + $"{f.EssentialsMet} of {f.EssentialsTotal}");
        Has(page, "Has", match.Matched.Where(m => m.ByRelated.Length == 0).Select(m => m.Title));
        Has(page, "In part", match.Matched.Where(m => m.ByRelated.Length > 0).Select(m => $"{m.Title} (by {m.ByRelated})"));

        Group(page, "Missing essentials", [.. response.Gaps.Where(g => g.Essential && g.Proficiency <= 0)], match.Fit);
        Group(page, "Too little of", [.. response.Gaps.Where(g => g.Proficiency > 0)], match.Fit);
        Group(page, "Would help", [.. response.Gaps.Where(g => !g.Essential && g.Proficiency <= 0)], match.Fit);
        if (response.Gaps.Count == 0)
            page.Line().Line("Nothing the catalog asks for is missing.");
        Lifts(page, response.Gaps, titleOfRole);
        Resources(page, response.Gaps);
        if (match.Gates.Count > 0)
        {
            page.Heading("Requirements");
            foreach (var gate in match.Gates)
                page.Wrap("  ", EvidenceText.Gate(gate));
        }
        page.Line();
        page.Line($"Points: what the fit of {FitPoints.Whole(match.Fit.MilliPoints)} gains with the skill at the level asked for, all else as it is.");
        EvidenceText.Attributions(page, response.Attributions);
    }

    private static void Has(Page page, string label, IEnumerable<string> titles)
    {
        if (string.Join(" · ", titles) is { Length: > 0 } line) page.Wrap(UnderstandingText.Labelled(label), line);
    }

    private static void Group(Page page, string title, IReadOnlyList<MissingSkill> gaps, Fit fit)
    {
        if (gaps.Count == 0) return;
        page.Heading(title);
        page.Table(gaps.Select(g => new[] { FitPoints.Gain(g, fit), g.Title, LevelOf(g) }), "  ", 0);
    }

    private static string LevelOf(MissingSkill gap)
    {
        if (!gap.HasRequiredProficiency) return "";
        var asked = string.Create(CultureInfo.InvariantCulture, $"level {gap.RequiredProficiency:0.#} of 7");
        return gap.Proficiency > 0 ? string.Create(CultureInfo.InvariantCulture, $"{asked}, yours {gap.Proficiency:0.#}") : asked;
    }

    private static string AtLevel(MissingSkill gap) =>
        gap.HasRequiredProficiency ? string.Create(CultureInfo.InvariantCulture, $" at level {gap.RequiredProficiency:0.#}") : "";

    private static void Lifts(Page page, IEnumerable<MissingSkill> gaps, Func<string, string> titleOfRole)
    {
        var lifting = gaps.Where(g => g.LiftsRoles.Count > 0).Take(5).ToList();
        if (lifting.Count == 0) return;
        page.Heading("Would also make a good fit of");
        foreach (var gap in lifting)
            page.Wrap($"  {gap.Title}{AtLevel(gap)} makes {Words.Count(gap.LiftsRoles.Count, "more role")} good: ", string.Join(", ", gap.LiftsRoles.Select(titleOfRole)), "      ");
    }

    private static void Resources(Page page, IEnumerable<MissingSkill> gaps)
    {
        var all = gaps.SelectMany(g => g.Resources.Select(r => (g.Title, Resource: r))).ToList();
        if (all.Count == 0) return;
        page.Heading("To learn from");
        foreach (var (skill, resource) in all) page.Wrap($"  {skill}: ", Resource(resource), "      ");
    }

    /// <summary>"Short course · 6 hours · free · https://...".</summary>
    public static string Resource(LearningResource resource)
    {
        string[] facts = [resource.Title, resource.Hours > 0 ? string.Create(CultureInfo.InvariantCulture, $"{resource.Hours:0.#} hours") : "", resource.Cost, resource.Uri];
        return string.Join(" · ", facts.Where(x => x.Length > 0));
    }
}
