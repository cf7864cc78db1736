using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Answers;
using CareerRecs.ProfileMatching.Careers.Routes;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Moves;
using CareerRecs.ProfileMatching.Learning;
using CareerRecs.ProfileMatching.Pay;
using CareerRecs.ProfileMatching.Snapshots;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Errors;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Careers;

/// <summary>Answers which ways lead to a role.</summary>
internal sealed class RouteAnswers(CareerQuestions questions, LearningShelves shelves, PayLookup pay)
{
    private const int DefaultRoutes = 3;
    private const int DefaultSteps = 4;

    public async Task<PlanRouteResponse> PlanAsync(Caller caller, PlanRouteRequest request, CancellationToken cancellationToken)
    {
        using var question = await questions.OpenAsync(
            caller,
            request.From,
            ResourceName.CatalogOf(request.ToRole),
            request.CatalogVersion,
            cancellationToken
        );
        var (catalog, start) = (question.Catalog, question.Start);
        var target = catalog.RoleOf(request.ToRole);
        var notThrough = NotThrough(request, catalog);
        var answer = new PlanRouteResponse
        {
            Understanding = question.Understanding,
            Attributions = { catalog.Version.Attributions },
        };
        if (question.FindTooLittle() is { } tooLittle)
        {
            (answer.InsufficientEvidence, answer.Versions) = (tooLittle, question.Versions(""));
            return answer;
        }

        var shelf = await shelves.FindAsync(caller.Tenant, catalog, cancellationToken);
        var shortlist = question.OpenShortlist();
        var steps = request.MaxSteps > 0 ? request.MaxSteps : DefaultSteps;
        var routes = request.MaxRoutes > 0 ? request.MaxRoutes : DefaultRoutes;
        var planner = new RoutePlanner(catalog.Index, MoveParameters.Shipped, shelf.Hours, cancellationToken);
        var isThere = start.Present.Contains(target);
        var plan = isThere
            ? new RoutePlan([], null)
            : planner.Plan(start, target, routes, steps, role => shortlist.IsRequested(role) && !notThrough.Contains(role));
        if (!isThere)
        {
            answer.Requirements.Add(RouteMessages.FindRequirements(catalog.Index, start, target));
        }

        answer.Message =
            plan.Routes.Count > 0
                ? RouteMessages.ToFirstStep(answer.Requirements)
                : RouteMessages.ToReason(question.There, start, target, plan, steps);

        var terms = new PayTerms(request.SalaryModel, request.Location, request.Currency, PaidExperience.FromPerson(start.Known));
        var passed = start.Present.Take(1).Concat(plan.Routes.SelectMany(r => r.Steps).Select(s => s.Reached));
        var paid = await PathPay.AskAsync(pay, catalog, passed, request.IncludePay ? terms : null, cancellationToken);
        answer.Routes.Add(plan.Routes.Select(route => ShownRoute.Describe(question.Person, start, route, shelf, paid)));
        if (question.PresentRole is { } role)
        {
            (answer.FromRole, answer.FromTitle, answer.FromPay) = (role.Name, role.Title, paid.Of(start.Role));
            answer.FromPresumed = start.IsPresumed;
        }

        Credits.Add(catalog.Index, answer.Attributions);
        (answer.PayStatus, answer.PayMessage, answer.Versions) = (paid.Status, paid.Message, question.Versions(paid.Model));
        return answer;
    }

    private static HashSet<RoleId> NotThrough(PlanRouteRequest request, CatalogHandle catalog) =>
        request.NotThrough.IndexOf(request.ToRole) is >= 0 and var at
            ? throw Errors.InvalidArgument(
                $"not_through[{at}]",
                $"'{request.ToRole}' is the role to reach; a route cannot leave it out"
            )
            : [.. catalog.RolesOf(request.NotThrough, "not_through")];
}
