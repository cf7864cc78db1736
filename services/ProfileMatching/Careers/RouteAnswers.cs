using CareerRecs.Matching.Answers;
using CareerRecs.Matching.Careers.Routes;
using CareerRecs.Matching.Engine.Moves;
using CareerRecs.Matching.Engine.Ranking;
using CareerRecs.Matching.Learning;
using CareerRecs.Matching.Pay;
using CareerRecs.Matching.Snapshots;
using CareerRecs.Matching.V1;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Errors;
using CareerRecs.Vocabulary;

namespace CareerRecs.Matching.Careers;

/// <summary>Answers which ways lead to a role.</summary>
internal sealed class RouteAnswers(SnapshotLibrary library, Subjects subjects, LearningShelves shelves, PayLookup pay)
{
    private const int DefaultRoutes = 3;
    private const int DefaultSteps = 4;
    private const int MissingShown = 10;

    public async Task<PlanRouteResponse> PlanAsync(Caller caller, PlanRouteRequest request, CancellationToken cancellationToken)
    {
        var catalog = await library.GetAsync(
            caller, CareerStart.CatalogOf(request.From, ResourceName.CatalogOf(request.ToRole)), request.CatalogVersion, cancellationToken);
        var target = catalog.RoleOf(request.ToRole);
        var notThrough = NotThrough(request, catalog);
        var from = await CareerStart.ReadAsync(caller, request.From, catalog, subjects, cancellationToken);
        var answer = new PlanRouteResponse { Understanding = from.Understanding, Attributions = { catalog.Version.Attributions } };
        using var person = new PersonView(catalog.Index, from.Start.Known);
        if (from.TooLittle(person) is { } ask)
        {
            answer.InsufficientEvidence = ask;
            answer.Versions = CareerStart.Versions(catalog, "");
            return answer;
        }

        var shelf = await shelves.FindAsync(caller.Tenant, catalog, cancellationToken);
        var shortlist = new Shortlist(catalog.Index, from.Start.Known, from.NotWanted);
        var steps = request.MaxSteps > 0 ? request.MaxSteps : DefaultSteps;
        var plan = from.Start.Present.Contains(target)
            ? new RoutePlan([], -1)
            : new RoutePlanner(catalog.Index, MoveParameters.Shipped, shelf.Hours, cancellationToken).Plan(
                from.Start, target, request.MaxRoutes > 0 ? request.MaxRoutes : DefaultRoutes, steps, role => shortlist.IsRequested(role) && !notThrough.Contains(role));
        if (!from.Start.Present.Contains(target))
        {
            answer.Requirements.Add(RouteMessages.FindRequirements(from.Start.There, catalog.Snapshot.Roles[target]));
        }

        using var there = new PersonView(catalog.Index, from.Start.There);
        answer.Message = plan.Routes.Count > 0
            ? RouteMessages.ToFirstStep(answer.Requirements)
            : RouteMessages.ToReason(there, from.Start, target, plan, steps);

        var terms = new PayTerms(request.SalaryModel, request.Location, request.Currency, PaidExperience.FromPerson(from.Start.Known));
        var passed = plan.Routes.SelectMany(r => r.Steps).Select(s => s.Role).Prepend(from.Start.Role);
        var paid = await PathPay.AskAsync(pay, catalog, passed, request.IncludePay, terms, cancellationToken);
        answer.Routes.Add(plan.Routes.Select(route => Show(person, route, shelf, paid)));
        if (from.Start.Role >= 0)
        {
            var role = catalog.Snapshot.Roles[from.Start.Role];
            (answer.FromRole, answer.FromTitle, answer.FromPay) = (role.Name, role.Title, paid.Of(from.Start.Role));
        }

        Credits.Add(catalog.Index, answer.Attributions);
        (answer.PayStatus, answer.PayMessage) = (paid.Status, paid.Message);
        answer.Versions = CareerStart.Versions(catalog, paid.Model);
        return answer;
    }

    private static HashSet<int> NotThrough(PlanRouteRequest request, CatalogHandle catalog) =>
        request.NotThrough.IndexOf(request.ToRole) is >= 0 and var at
            ? throw Errors.InvalidArgument($"not_through[{at}]", $"'{request.ToRole}' is the role to reach; a route cannot leave it out")
            : [.. catalog.RolesOf(request.NotThrough, "not_through")];

    private static V1.Route Show(PersonView person, RouteNode last, LearningShelf shelf, PathPay paid)
    {
        var index = person.Index;
        var steps = last.Steps;
        var effort = new LearningEffort(shelf.Hours, MoveParameters.Shipped.HoursPerProficiencyPoint);
        var route = new V1.Route { LeastReadiness = Math.Round(steps.Min(s => s.Readiness), 4) };
        foreach (var step in steps)
        {
            var role = index.Snapshot.Roles[step.Role];
            var before = step.Before!;
            using var there = new PersonView(index, before.There);
            route.Steps.Add(new RouteStep
            {
                Role = role.Name,
                Title = role.Title,
                Seniority = role.Seniority,
                Kind = Steps.Between(index, before.Role, before.There.Seniority, step.Role),
                Readiness = Math.Round(step.Readiness, 4),
                Missing = { SkillsToLearn.Of(person, there, step.Role, step.Lacks, MissingShown, shelf) },
                // So that the steps add up to the route.
                Effort = new LearningEffort(skill => before.Learned(skill) && shelf.Hours(skill) is not null ? 0 : shelf.Hours(skill), MoveParameters.Shipped.HoursPerProficiencyPoint)
                    .Add(step.Lacks).ToEffort(),
                Pay = paid.Of(step.Role),
                PayChange = paid.Change(before.Role, step.Role),
            });
            effort.Add(step.Lacks);
        }

        route.Effort = effort.ToEffort();
        return route;
    }
}
