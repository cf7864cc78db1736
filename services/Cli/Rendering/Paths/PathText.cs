using System.Globalization;
using CareerRecs.Matching.V1;
using CareerRecs.Salary.V1;

namespace CareerRecs.Cli.Rendering.Paths;

/// <summary>What moves, routes and comparisons have in common.</summary>
internal static class PathText
{
    /// <summary>"$49k – $81k – $140k", marked where confidence is low; empty where it is not known.</summary>
    public static string Pay(SalaryResult? pay) => pay?.Estimate is { } estimate ? MoneyText.Range(estimate) : "";

    /// <summary>"+12 %"; empty where it is not known.</summary>
    public static string Change(PayChange? change) =>
        change is null ? "" : (change.Share * 100).ToString("+0;−0;±0", CultureInfo.InvariantCulture) + " %";

    /// <summary>"ready 42 %".</summary>
    public static string Ready(double readiness) =>
        string.Create(CultureInfo.InvariantCulture, $"ready {Math.Floor(readiness * 100):0} %");

    /// <summary>"about 380 h".</summary>
    public static string Hours(Effort effort) =>
        $"about {effort.Hours.ToString(effort.Hours < 10 ? "0.#" : "#,0", CultureInfo.InvariantCulture)} h";

    /// <summary>
    /// "to learn: Judgment; to deepen: Java", with the hours of listed courses; that there is nothing, where there is nothing.
    /// </summary>
    public static string ToLearn(IReadOnlyCollection<MissingSkill> missing, Effort? effort, int most)
    {
        if (missing.Count == 0)
        {
            return "nothing essential to learn";
        }

        var shown = missing.Take(most).ToList();
        var lacking = Named("to learn", shown.Where(m => m.Proficiency <= 0));
        var tooLittle = Named("to deepen", shown.Where(m => m.Proficiency > 0));
        var hours = HasCourses(effort) ? [Hours(effort!)] : Array.Empty<string>();
        return string.Join("; ", new[] { lacking, tooLittle }.Where(s => s.Length > 0).Concat(hours));

        static string Named(string label, IEnumerable<MissingSkill> skills)
        {
            var titles = string.Join(", ", skills.Select(m => m.Title));
            return titles.Length > 0 ? $"{label}: {titles}" : "";
        }
    }

    /// <summary>Licences and degrees that a role also takes.</summary>
    public static void Gates(Page page, string indent, IEnumerable<Gate> gates)
    {
        foreach (var gate in gates.Where(g => g.Kind != GateKind.Seniority))
        {
            page.Wrap(indent, EvidenceText.Gate(gate));
        }
    }

    /// <summary>
    /// Whether hours rest on listed courses at least in part. Those that rest on a convention alone compare ways, and would be
    /// taken for more.
    /// </summary>
    public static bool HasCourses(Effort? effort) => effort?.Basis is EffortBasis.Resources or EffortBasis.Mixed;

    /// <summary>The lines at the head: where it starts, and how the person was understood.</summary>
    public static void From(Page page, string title, SalaryResult? pay, bool isPresumed, Understanding? understanding)
    {
        if (understanding is not null)
        {
            UnderstandingText.Render(page, understanding);
        }

        if (title.Length > 0)
        {
            var start = new[] { page.Strong(title), Pay(pay) }.Where(x => x.Length > 0);
            page.Line(UnderstandingText.Labelled("From") + string.Join("   ", start));
            if (isPresumed)
            {
                var isNearTitle = understanding?.Jobs.Any(j => j.RoleTitle == title) == true;
                page.Wrap(
                    UnderstandingText.Labelled(""),
                    isNearTitle
                        ? "(closest to the job you named; try another name for it if this is wrong)"
                        : "(assumed from what you said; name your job with --titles if this is wrong)"
                );
            }
        }
        else if (understanding is not null)
        {
            page.Wrap(UnderstandingText.Labelled("From"), "your skills alone; name your job with --titles for closer moves");
        }
    }

    /// <summary>The lines at the foot that tell of pay and whose data it is.</summary>
    public static void Foot(
        Page page,
        PayStatus status,
        string message,
        IEnumerable<SalaryResult?> pay,
        IEnumerable<string> attributions
    )
    {
        List<SalaryEstimate> estimates = [.. pay.Select(p => p?.Estimate).OfType<SalaryEstimate>()];
        if (estimates.FirstOrDefault() is { } estimate)
        {
            page.Line(
                $"Pay: {MoneyText.Terms(estimate)}; {Words.InTen(estimate.NominalCoverage)} "
                    + $"earn in this range. Estimates, not offers."
            );
        }

        if (estimates.Exists(MoneyText.IsLow))
        {
            page.Wrap("", MoneyText.LowConfidenceNote);
        }

        if (status == PayStatus.SalaryUnavailable)
        {
            page.Line("Without pay: the salary service did not answer in time.");
        }
        else if (message.Length > 0)
        {
            page.Wrap(status == PayStatus.NoEvidence ? "Without pay: " : "Pay: ", message);
        }

        EvidenceText.Attributions(page, attributions);
    }
}
