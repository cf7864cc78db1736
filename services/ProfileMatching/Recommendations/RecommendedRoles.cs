using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Answers;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.ProfileMatching.Snapshots;

namespace CareerRecs.ProfileMatching.Recommendations;

/// <summary>Ranks roles for a person and explains the best: the answer but for its pay. Pure.</summary>
internal static class RecommendedRoles
{
    private const int DefaultResults = 10;

    /// <summary>The answer without pay. A request that cannot be right is refused whatever is known of the person.</summary>
    /// <exception cref="global::Grpc.Core.RpcException">INVALID_ARGUMENT if the request names a role or family that the catalog
    /// does not have.</exception>
    public static RecommendRolesResponse Answer(RecommendRolesRequest request, AskedAbout asked, CatalogHandle catalog)
    {
        var understood = asked.Understood;
        var limits = new RoleLimits(request.Filter, request.CandidateRoles, request.ExcludeHeldRoles);
        var shortlist = new Shortlist(catalog.Index, understood.Evidence, asked.NotWanted, limits);
        var answer = new RecommendRolesResponse
        {
            Understanding = understood.Shown,
            Versions = Versions(catalog),
            Attributions = { catalog.Version.Attributions },
            UnmatchedNotThis = { shortlist.UnmatchedDeclines },
        };
        using var person = new PersonView(catalog.Index, understood.Evidence);
        var share = UnderstoodShare.Count(person);
        if (share.Share is { } known)
        {
            answer.Understanding.UnderstoodShare = known;
        }

        if (!Shortlist.HasEnoughEvidence(person))
        {
            answer.InsufficientEvidence = EvidenceRequest.ForPerson(person);
            return answer;
        }

        Rank(request, person, share, shortlist, answer);
        Credits.Add(catalog.Index, answer.Recommendations, answer.Attributions);
        return answer;
    }

    /// <summary>The versions an answer is made with.</summary>
    /// <param name="catalog">The version that answers.</param>
    /// <param name="salaryModel">The model that pay is from; empty: no pay.</param>
    public static AnswerVersions Versions(CatalogHandle catalog, string salaryModel = "") =>
        new()
        {
            SalaryModel = salaryModel,
            CatalogVersion = catalog.Version.Name,
            CatalogDisplayName = catalog.Version.DisplayName,
            EngineVersion = EngineVersion.Current,
        };

    private static void Rank(
        RecommendRolesRequest request,
        PersonView person,
        UnderstoodShare share,
        Shortlist shortlist,
        RecommendRolesResponse answer
    )
    {
        var roles = person.Index.Roles;
        var selected = shortlist.Select(request.IncludeGated);
        (answer.SearchedRoleCount, answer.GatedRoleCount) = (selected.RequestedCount, selected.RuledOutCount);
        var most = request.MaxResults > 0 ? request.MaxResults : DefaultResults;
        var ranked = Ranker.Rank(
            person,
            most,
            role => selected.Shown[role],
            request.OnePerLadder ? role => roles[role].Ladder?.Id ?? "" : null
        );
        var kept = Shortlist.Cut(person, ranked);
        if (ranked.Count > 0 && kept.Count == 0)
        {
            answer.InsufficientEvidence = EvidenceRequest.ForPerson(person);
            return;
        }

        var fit = new CatalogFit(share, CatalogFit.First(kept));
        if (ranked.Count > 0 && !IsAskedAllTheSame(request) && fit.IsTooWeak(person.Index.Parameters))
        {
            answer.InsufficientEvidence = EvidenceRequest.ForWeak(person, fit);
            return;
        }

        answer.CutRoleCount = request.IncludeCut ? 0 : ranked.Count - kept.Count;
        foreach (var role in request.IncludeCut ? ranked : kept)
        {
            answer.Recommendations.Add(Explainer.Explain(person, role, request.View == AnswerView.Full));
        }
    }

    /// <summary>Whether the request wants roles however little speaks for them.</summary>
    private static bool IsAskedAllTheSame(RecommendRolesRequest request) =>
        request.IncludeCut || request.CandidateRoles.Count > 0;
}
