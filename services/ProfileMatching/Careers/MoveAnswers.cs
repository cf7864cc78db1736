using CareerRecs.Matching.Answers;
using CareerRecs.Matching.Engine.Fit;
using CareerRecs.Matching.Engine.Moves;
using CareerRecs.Matching.Engine.Ranking;
using CareerRecs.Matching.Learning;
using CareerRecs.Matching.Pay;
using CareerRecs.Matching.Recommendations;
using CareerRecs.Matching.Snapshots;
using CareerRecs.Matching.V1;
using CareerRecs.ServiceDefaults.Auth;

namespace CareerRecs.Matching.Careers;

/// <summary>Answers which moves are open.</summary>
internal sealed class MoveAnswers(SnapshotLibrary library, Subjects subjects, LearningShelves shelves, PayLookup pay)
{
    private const int DefaultResults = 10;
    private const int MostFitting = 50;

    private static readonly StepKind[] DefaultKinds =
        [StepKind.Unspecified, StepKind.StepUp, StepKind.SameLevel, StepKind.CloseRelative, StepKind.CareerChange];

    public async Task<SuggestMovesResponse> SuggestAsync(Caller caller, SuggestMovesRequest request, CancellationToken cancellationToken)
    {
        var catalog = await library.GetAsync(caller, CareerStart.CatalogOf(request.From, request.Catalog), request.CatalogVersion, cancellationToken);
        var from = await CareerStart.ReadAsync(caller, request.From, catalog, subjects, cancellationToken);
        var shortlist = new Shortlist(catalog.Index, from.Start.Known, from.NotWanted, new RoleLimits(request.Filter));
        var answer = new SuggestMovesResponse { Understanding = from.Understanding, Attributions = { catalog.Version.Attributions } };
        using var person = new PersonView(catalog.Index, from.Start.Known);
        if (from.TooLittle(person) is { } ask)
        {
            answer.InsufficientEvidence = ask;
            answer.Versions = CareerStart.Versions(catalog, "");
            return answer;
        }

        var kinds = request.Kinds.Count > 0 ? request.Kinds.ToArray() : DefaultKinds;
        using var there = new PersonView(catalog.Index, from.Start.There);
        var chosen = Choose(catalog, from, person, there, kinds, shortlist).Take(request.MaxResults > 0 ? request.MaxResults : DefaultResults).ToList();
        var terms = new PayTerms(request.SalaryModel, request.Location, request.Currency, PaidExperience.FromPerson(from.Start.Known));
        var paid = await PathPay.AskAsync(pay, catalog, chosen.Select(c => c.Move.Role).Prepend(from.Start.Role), request.IncludePay, terms, cancellationToken);
        var shelf = await shelves.FindAsync(caller.Tenant, catalog, cancellationToken);
        foreach (var (move, kind) in chosen)
        {
            var shown = Show(person, there, move, shelf, withFit: from.Understanding is not null);
            shown.Kind = kind;
            shown.Pay = paid.Of(move.Role);
            shown.PayChange = paid.Change(from.Start.Role, move.Role);
            answer.Moves.Add(shown);
        }

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

    private static IEnumerable<(RankedMove Move, StepKind Kind)> Choose(
        CatalogHandle catalog, CareerStart from, PersonView person, PersonView there, StepKind[] kinds, Shortlist shortlist)
    {
        var start = from.Start;
        var limits = new MoveLimits(start, there, MoveParameters.Shipped);
        // Without a known present role nothing is near; then only roles that the person's own words speak for are named.
        var fitting = start.Role >= 0 ? null
            : Shortlist.Cut(person, Ranker.Rank(person, MostFitting, shortlist.IsShown)).Select(r => r.Role).ToHashSet();
        var ranked = MoveRanker.Rank(
            catalog.Moves, start, from.Understanding is null ? null : person, MoveParameters.Shipped, role => shortlist.IsShown(role) && fitting?.Contains(role) != false);
        return ranked.Select(move => (Move: move, Kind: Steps.Between(catalog.Index, start.Role, start.Known.Seniority, move.Role)))
            .Where(m => kinds.Contains(m.Kind) && limits.Allow(m.Move.Role, m.Kind));
    }

    private static Move Show(PersonView person, PersonView there, RankedMove move, LearningShelf shelf, bool withFit)
    {
        var index = person.Index;
        var role = index.Snapshot.Roles[move.Role];
        var lacks = Readiness.Lacks(there, move.Role).FindAll(lack => person.Held(lack.Demand.Skill) > 0 || !OwnSkills.IsSaid(person, lack.Demand.Skill));
        var shown = new Move
        {
            Role = role.Name,
            Title = role.Title,
            Family = role.Family,
            Seniority = role.Seniority,
            Score = Math.Round(move.Score, 4),
            Feasibility = Explainer.Feasibility(there, move.Role),
            Readiness = Math.Round(Readiness.Of(there, move.Role), 4),
            Effort = new LearningEffort(shelf.Hours, MoveParameters.Shipped.HoursPerProficiencyPoint).Add(lacks).ToEffort(),
            Missing = { SkillsToLearn.Of(person, there, move.Role, lacks, Explainer.Few, shelf) },
            Gates = { Gates.Of(person.Evidence, role) },
        };
        foreach (var demand in index.Demands(move.Role))
        {
            if (shown.Brought.Count < Explainer.Few && FitFunction.Coverage(there, demand).Direct >= 1) shown.Brought.Add(index.Snapshot.Skills[demand.Skill].Title);
        }

        if (withFit) shown.Fit = Explainer.Explain(person, new RankedRole(move.Role, FitFunction.Evaluate(person, move.Role)), full: false).Fit;
        return shown;
    }
}
