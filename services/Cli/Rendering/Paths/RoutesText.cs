using CareerRecs.Matching.V1;
using Google.Protobuf.Collections;

namespace CareerRecs.Cli.Rendering.Paths;

/// <summary>The answer to `route`.</summary>
public static class RoutesText
{
    private const string Detail = "      ";
    private const int MostSkills = 5;

    /// <summary>Lays out the answer.</summary>
    public static void Render(Page page, PlanRouteResponse response, string target)
    {
        PathText.From(page, response.FromTitle, response.FromPay, response.FromPresumed, response.Understanding);
        if (response.InsufficientEvidence is { } insufficient)
        {
            EvidenceText.Insufficient(page, insufficient);
            return;
        }

        page.Line(UnderstandingText.Labelled("Searched") + Words.Catalog(response.Versions ?? new AnswerVersions()));
        Requirements(page, target, response.Requirements);
        if (response.Routes.Count == 0)
        {
            page.Heading($"No route to {target}");
            page.Wrap("  ", response.Message);
        }

        for (var i = 0; i < response.Routes.Count; i++)
        {
            Render(page, i + 1, response.Routes[i]);
        }

        page.Line();
        if (response.Routes.Count > 0)
        {
            page.Wrap("Ready: ", "share of the role's requirements that you meet by then, counting what earlier steps teach.");
        }

        if (response.Routes.Any(r => PathText.HasCourses(r.Effort)))
        {
            page.Wrap("Hours: ", Explanation(response.Routes) + ". For comparing routes; not measured on people.");
        }

        var pay = response.Routes.SelectMany(r => r.Steps).Select(s => s.Pay).Prepend(response.FromPay);
        PathText.Foot(page, response.PayStatus, response.PayMessage, pay, response.Attributions);
    }

    /// <summary>What no step brings along: the licence or degree that the role to reach requires.</summary>
    private static void Requirements(Page page, string target, RepeatedField<Gate> requirements)
    {
        if (requirements.Count == 0)
        {
            return;
        }

        page.Heading($"Formal requirements of {target}");
        foreach (var gate in requirements)
        {
            var known = gate.Status == GateStatus.Failed ? $"; you stated {gate.Stated}" : "";
            page.Wrap("  - ", EvidenceText.Requirement(gate) + known);
        }
    }

    private static void Render(Page page, int number, Matching.V1.Route route)
    {
        var hours = PathText.HasCourses(route.Effort) ? $" · {PathText.Hours(route.Effort)}" : "";
        var least = route.Steps.Count > 1 ? $" · hardest step: {PathText.Ready(route.LeastReadiness)}" : "";
        page.Heading($"Route {number} · {Words.Count(route.Steps.Count, "step")}{hours}{least}");
        for (var step = 0; step < route.Steps.Count; step++)
        {
            Render(page, step + 1, route.Steps[step]);
        }
    }

    private static void Render(Page page, int number, RouteStep step)
    {
        string[] facts =
        [
            PathText.Ready(step.Readiness),
            Words.Step(step.Kind),
            PathText.Pay(step.Pay),
            PathText.Change(step.PayChange),
        ];
        page.Line($"{number, 4}  {page.Strong(step.Title)}");
        page.Wrap(Detail, string.Join(" · ", facts.Where(f => f.Length > 0)));
        page.Wrap(Detail, PathText.ToLearn(step.Missing, step.Effort, MostSkills));
        PathText.Gates(page, Detail, step.Gates);
    }

    /// <summary>What the hours rest on: once where it is the same of all routes.</summary>
    private static string Explanation(RepeatedField<Matching.V1.Route> routes) =>
        routes.DistinctBy(r => r.Effort.Explanation).Count() == 1
            ? routes[0].Effort.Explanation
            : string.Join("; ", routes.Select((route, i) => $"route {i + 1}: {route.Effort.Explanation}"));
}
