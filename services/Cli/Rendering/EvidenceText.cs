using System.Globalization;
using CareerRecs.Matching.V1;
using Google.Protobuf.Collections;

namespace CareerRecs.Cli.Rendering;

/// <summary>Why a role fits or not, in full, and what is said where there is too little to tell.</summary>
public static class EvidenceText
{
    private const int MostListed = 15;

    private const string HighSchool = "a high school diploma";

    /// <summary>How the title of a licence begins that a source demands in a sentence.</summary>
    private const string Licence = "Licence or registration";

    /// <summary>What to tell us when there is not enough to go on.</summary>
    public static void Insufficient(Page page, InsufficientEvidence insufficient)
    {
        page.Line();
        page.Wrap(
            "",
            insufficient.Message.Length > 0
                ? insufficient.Message
                : "Not enough to go on yet. Add skills, or name your job with --titles."
        );
        if (insufficient.WouldTellMost.Count > 0)
        {
            page.Wrap("", $"Most useful to add, if you have them: {string.Join(", ", insufficient.WouldTellMost)}.");
        }
    }

    /// <summary>A requirement that a stated fact contradicts, or that nothing was stated on.</summary>
    public static string Gate(Gate gate) =>
        gate.Status == GateStatus.Failed
            ? $"ruled out: {gate.Requirement}; you stated {gate.Stated}"
            : $"also required: {Requirement(gate)} {Named(gate)}";

    /// <summary>Note on a requirement that was not checked: the licence named, or that none was.</summary>
    public static string Named(Gate gate) =>
        gate.Stated.Length > 0 ? $"(you named {gate.Stated})" : "(you haven't mentioned this)";

    /// <summary>"bachelor's degree"; what kind of requirement it is, is said around it.</summary>
    public static string Requirement(Gate gate)
    {
        const string required = " required";
        return gate.Requirement.EndsWith(required, StringComparison.Ordinal)
            ? gate.Requirement[..^required.Length]
            : gate.Requirement;
    }

    /// <summary>
    /// "a bachelor's degree and a licence": requirements that nothing was stated on, but for the school that nearly everybody
    /// finishes; empty if there are none.
    /// </summary>
    public static string Unconfirmed(IEnumerable<Gate> gates) =>
        Words.List([
            .. gates
                .Where(gate => gate is { Status: GateStatus.Unverified, Kind: not GateKind.Seniority, Stated.Length: 0 })
                .Select(ShortRequirement)
                .Where(requirement => requirement != HighSchool)
                .Distinct(),
        ]);

    private static string ShortRequirement(Gate gate)
    {
        var requirement = gate.Requirement.StartsWith(Licence, StringComparison.Ordinal) ? "licence" : Requirement(gate);
        return gate.Kind == GateKind.Education || requirement == "licence" ? Words.WithArticle(requirement) : requirement;
    }

    /// <summary>Evidence of every component, the heaviest skills had and lacked, unverified requirements.</summary>
    public static void Explain(Page page, Recommendation role, string indent)
    {
        var about = new List<string>();
        if (Words.Level(role.Seniority) is { Length: > 0 } level)
        {
            about.Add(level);
        }

        if (Words.Step(role.Step) is { Length: > 0 } step)
        {
            about.Add(step);
        }

        if (role.HasLikelihood)
        {
            about.Add(string.Create(CultureInfo.InvariantCulture, $"likelihood {role.Likelihood:0.00}"));
        }

        if (about.Count > 0)
        {
            page.Wrap(indent, string.Join(" · ", about));
        }

        foreach (var component in role.Fit.Components.Where(c => c.Evidence.Count > 0 && c.Kind != ComponentKind.Meaning))
        {
            page.Wrap(indent, $"{Words.Component(component.Kind)}: {string.Join(", ", component.Evidence)}");
        }

        if (role.Phrases.Count > 0)
        {
            page.Wrap(indent, "meaning: " + Listed(role.Phrases, p => $"{p.Text} -> {p.Nearest}"));
        }

        if (role.Matched.Count > 0)
        {
            page.Wrap(indent, "has: " + Listed(role.Matched, Matched));
        }

        if (role.Missing.Count > 0)
        {
            page.Wrap(indent, "lacks: " + Listed(role.Missing, m => Missing(m, role.Fit)));
        }

        foreach (var gate in role.Gates.Where(g => g.Status == GateStatus.Unverified))
        {
            page.Wrap(indent, Gate(gate));
        }
    }

    /// <summary>Credits that must reach the reader's screen.</summary>
    public static void Attributions(Page page, IEnumerable<string> attributions)
    {
        foreach (var attribution in attributions.Distinct())
        {
            page.Wrap("", attribution);
        }
    }

    /// <summary>The first of a list, and how many there are beyond: an occupation of O*NET may ask for two hundred.</summary>
    private static string Listed<T>(RepeatedField<T> all, Func<T, string> show)
    {
        var shown = string.Join(", ", all.Take(MostListed).Select(show));
        return all.Count > MostListed ? $"{shown} and {all.Count - MostListed} more" : shown;
    }

    private static string Matched(MatchedSkill skill)
    {
        var title = skill.Essential ? skill.Title + "*" : skill.Title;
        return skill.ByRelated.Length == 0
            ? title
            : string.Create(CultureInfo.InvariantCulture, $"{title} (by {skill.ByRelated}, {skill.Similarity:0.0})");
    }

    private static string Missing(MissingSkill skill, Fit fit)
    {
        var title = skill.Essential ? skill.Title + "*" : skill.Title;
        var gain = FitPoints.Gain(skill, fit);
        return gain.Length > 0 ? $"{title} {gain}" : title;
    }
}
