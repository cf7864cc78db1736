using System.Globalization;
using CareerRecs.Matching.V1;
using Google.Protobuf.Collections;

namespace CareerRecs.Cli.Rendering.Recommendations;

/// <summary>The answer to `gap`: what is missing for one role, and what each skill would bring.</summary>
public static class GapText
{
    /// <summary>Gaps of a kind that are shown unless all are asked for.</summary>
    private const int MostGaps = 12;

    /// <summary>Skills that the person has and that are named.</summary>
    private const int MostNamed = 20;

    /// <summary>Roles named that a skill would make a good fit too.</summary>
    private const int MostLifted = 3;

    /// <summary>Lays out the answer.</summary>
    /// <param name="page">The page.</param>
    /// <param name="response">The answer.</param>
    /// <param name="all">Whether to show every gap.</param>
    /// <param name="titleOfRole">Title of a role by its resource name.</param>
    public static void Render(Page page, AnalyzeGapResponse response, bool all, Func<string, string> titleOfRole)
    {
        UnderstandingText.Render(page, response.Understanding ?? new Understanding());
        if (response.InsufficientEvidence is { } insufficient)
        {
            EvidenceText.Insufficient(page, insufficient);
            return;
        }

        var match = response.Match;
        page.Heading($"{match.Title}   {FitPoints.Whole(match.Fit.MilliPoints)} {Words.Band(match.Fit.Band)}");
        page.Wrap("", FitPoints.Sum(match.Fit));
        Requirements(page, match.Gates);
        page.Line();
        if (match.Feasibility is { EssentialsTotal: > 0 } f)
        {
            var byWork = response.Gaps.Count(g => g.KnownByWork && g.Essential);
            var alsoByWork = byWork > 0 ? $", and {byWork} more usual in your present job" : "";
            page.Line(UnderstandingText.Labelled("Essentials") + $"{f.EssentialsMet} of {f.EssentialsTotal}{alsoByWork}");
        }

        Has(page, "Has", [.. match.Matched.Where(m => m.ByRelated.Length == 0).Select(m => m.Title)]);
        Has(page, "Your words", [.. match.Feasibility?.InOtherWords.Select(s => $"{s.Title} ({s.Words})") ?? []]);
        Has(page, "In part", [.. match.Matched.Where(m => m.ByRelated.Length > 0).Select(m => $"{m.Title} (by {m.ByRelated})")]);
        var most = all ? int.MaxValue : MostGaps;
        var missing = response.Gaps.Where(g => !g.KnownByWork).ToList();
        Group(page, "Missing essentials", missing.FindAll(g => g.Essential && g.Proficiency <= 0), match.Fit, most);
        Group(page, "Needed at a higher level", missing.FindAll(g => g.Proficiency > 0), match.Fit, most);
        Group(page, "Would help", missing.FindAll(g => !g.Essential && g.Proficiency <= 0), match.Fit, most);
        Group(
            page,
            "Usual in your present job; list them if you have them",
            [.. response.Gaps.Where(g => g.KnownByWork)],
            match.Fit,
            most
        );
        if (response.Gaps.Count == 0)
        {
            page.Line().Line("Nothing that the catalog lists is missing.");
        }

        Lifts(page, response.Gaps, titleOfRole);
        Resources(page, response.Gaps);
        page.Line();
        page.Line(
            $"+n: points that the skill, at the required level, would add to the fit of {FitPoints.Whole(match.Fit.MilliPoints)}."
        );
        EvidenceText.Attributions(page, response.Attributions);
    }

    /// <summary>"Short course · 6 hours · free · https://...".</summary>
    public static string Resource(LearningResource resource)
    {
        var hours = resource.Hours > 0 ? string.Create(CultureInfo.InvariantCulture, $"{resource.Hours:0.#} hours") : "";
        string[] facts = [resource.Title, hours, resource.Cost, resource.Uri];
        return string.Join(" · ", facts.Where(x => x.Length > 0));
    }

    /// <summary>What keeps people out comes before any skill: a licence or a degree takes years.</summary>
    private static void Requirements(Page page, RepeatedField<Gate> gates)
    {
        if (gates.Count == 0)
        {
            return;
        }

        page.Heading("Formal requirements");
        foreach (var gate in gates)
        {
            var known = gate.Status == GateStatus.Failed ? $"(you said {gate.Stated})" : EvidenceText.Named(gate);
            page.Wrap("  - ", $"{EvidenceText.Requirement(gate)} {known}");
        }
    }

    private static void Has(Page page, string label, List<string> titles)
    {
        if (titles.Count > 0)
        {
            var rest = titles.Count > MostNamed ? $" · {titles.Count - MostNamed} more" : "";
            page.Wrap(UnderstandingText.Labelled(label), string.Join(" · ", titles.Take(MostNamed)) + rest);
        }
    }

    private static void Group(Page page, string title, List<MissingSkill> gaps, Fit fit, int most)
    {
        if (gaps.Count == 0)
        {
            return;
        }

        page.Heading(title);
        page.Table(gaps.Take(most).Select(g => new[] { FitPoints.Gain(g, fit), g.Title, LevelOf(g) }), "  ", 0);
        if (gaps.Count > most)
        {
            page.Line($"  and {gaps.Count - most} more; --all shows them");
        }
    }

    private static string LevelOf(MissingSkill gap)
    {
        if (!gap.HasRequiredProficiency)
        {
            return "";
        }

        var asked = string.Create(CultureInfo.InvariantCulture, $"level {gap.RequiredProficiency:0.#} of 7");
        return gap.Proficiency > 0 ? string.Create(CultureInfo.InvariantCulture, $"{asked}, yours {gap.Proficiency:0.#}") : asked;
    }

    private static string AtLevel(MissingSkill gap) =>
        gap.HasRequiredProficiency ? string.Create(CultureInfo.InvariantCulture, $" at level {gap.RequiredProficiency:0.#}") : "";

    private static void Lifts(Page page, IEnumerable<MissingSkill> gaps, Func<string, string> titleOfRole)
    {
        var lifting = gaps.Where(g => g.LiftsRoles.Count > 0).Take(5).ToList();
        if (lifting.Count == 0)
        {
            return;
        }

        page.Heading("Would also raise other roles to a good fit");
        foreach (var gap in lifting)
        {
            var makes = $"  {gap.Title}{AtLevel(gap)}, {Words.Count(gap.LiftsRoles.Count, "role")}: ";
            var rest = gap.LiftsRoles.Count > MostLifted ? $" and {gap.LiftsRoles.Count - MostLifted} more" : "";
            page.Wrap(makes, string.Join(", ", gap.LiftsRoles.Take(MostLifted).Select(titleOfRole)) + rest, "      ");
        }
    }

    private static void Resources(Page page, IEnumerable<MissingSkill> gaps)
    {
        var all = gaps.SelectMany(g => g.Resources.Select(r => (g.Title, Resource: r))).ToList();
        if (all.Count == 0)
        {
            return;
        }

        page.Heading("To learn from");
        foreach (var (skill, resource) in all)
        {
            page.Wrap($"  {skill}: ", Resource(resource), "      ");
        }
    }
}
