using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Answers;
using CareerRecs.ProfileMatching.Learning;
using CareerRecs.ProfileMatching.Pay;
using CareerRecs.ServiceDefaults.Auth;

namespace CareerRecs.ProfileMatching.Careers;

/// <summary>Answers which moves are open.</summary>
internal sealed class MoveAnswers(CareerQuestions questions, LearningShelves shelves, PayLookup pay)
{
    private const int DefaultResults = 10;

    private static readonly StepKind[] DefaultKinds =
    [
        StepKind.Unspecified,
        StepKind.StepUp,
        StepKind.SameLevel,
        StepKind.CloseRelative,
        StepKind.CareerChange,
    ];

    public async Task<SuggestMovesResponse> SuggestAsync(
        Caller caller,
        SuggestMovesRequest request,
        CancellationToken cancellationToken
    )
    {
        using var question = await questions.OpenAsync(
            caller,
            request.From,
            request.Catalog,
            request.CatalogVersion,
            cancellationToken
        );
        var catalog = question.Catalog;
        var shortlist = question.OpenShortlist(new RoleLimits(request.Filter));
        var answer = new SuggestMovesResponse
        {
            Understanding = question.Understanding,
            Attributions = { catalog.Version.Attributions },
        };
        if (question.FindTooLittle() is { } tooLittle)
        {
            (answer.InsufficientEvidence, answer.Versions) = (tooLittle, question.Versions(""));
            return answer;
        }

        var kinds = request.Kinds.Count > 0 ? request.Kinds.ToArray() : DefaultKinds;
        var most = request.MaxResults > 0 ? request.MaxResults : DefaultResults;
        var person = question.Understanding is null ? null : question.Person;
        var chosen = OpenMoves
            .Find(catalog, question.Start, person, question.There, shortlist)
            .Where(move => kinds.Contains(move.Kind))
            .Take(most)
            .ToList();
        var experience = PaidExperience.FromPerson(question.Start.Known);
        var terms = new PayTerms(request.SalaryModel, request.Location, request.Currency, experience);
        var roles = question.Start.Present.Take(1).Concat(chosen.Select(move => move.Role));
        var paid = await PathPay.AskAsync(pay, catalog, roles, request.IncludePay ? terms : null, cancellationToken);
        var shelf = await shelves.FindAsync(caller.Tenant, catalog, cancellationToken);
        foreach (var move in chosen)
        {
            var shown = ShownMove.Describe(question, move, shelf);
            (shown.Pay, shown.PayChange) = (paid.Of(move.Role), paid.Change(question.Start.Role, move.Role));
            answer.Moves.Add(shown);
        }

        if (question.PresentRole is { } role)
        {
            (answer.FromRole, answer.FromTitle, answer.FromPay) = (role.Name, role.Title, paid.Of(question.Start.Role));
            answer.FromPresumed = question.Start.IsPresumed;
        }

        Credits.Add(catalog.Index, answer.Attributions);
        (answer.PayStatus, answer.PayMessage, answer.Versions) = (paid.Status, paid.Message, question.Versions(paid.Model));
        return answer;
    }
}
