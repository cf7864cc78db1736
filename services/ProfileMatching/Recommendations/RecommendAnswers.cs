using CareerRecs.Matching.Answers;
using CareerRecs.Matching.Engine.Fit;
using CareerRecs.Matching.Engine.Ranking;
using CareerRecs.Matching.Pay;
using CareerRecs.Matching.Profiles;
using CareerRecs.Matching.Snapshots;
using CareerRecs.Matching.Understanding;
using CareerRecs.Matching.V1;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Caching;
using Google.Protobuf;

namespace CareerRecs.Matching.Recommendations;

/// <summary>Answers which roles fit: from the cache, else ranked now and, where asked, with pay.</summary>
internal sealed class RecommendAnswers(
    Subjects subjects, ProfileReader profiles, PayLookup pay, ActiveSalaryModel salaryModel, AnswerCache cache, AnswerKeys keys, BetterCatalogs others)
{
    private const int DefaultResults = 10;
    private const int IdLength = 22;

    /// <summary>The answer as the bytes of a <see cref="RecommendRolesResponse"/>.</summary>
    public async Task<ReadOnlyMemory<byte>> AnswerAsync(
        Caller caller, RecommendRolesRequest request, CatalogHandle catalog, CancellationToken cancellationToken)
    {
        // Looking up the revision also looks for the tombstone: an erased profile has no answers, cached or not.
        var revision = request.Subject.SubjectCase == Subject.SubjectOneofCase.Profile
            ? await profiles.GetRevisionAsync(caller, request.Subject.Profile, cancellationToken)
            : 0;
        var model = request.IncludePay ? request.SalaryModel.Length > 0 ? request.SalaryModel : salaryModel.Name : "";
        var key = KeyOf(model);
        try
        {
            return await cache.GetOrCreateBytesAsync($"recommend:{key}", RecommendRolesResponse.Parser, IdentifiedAsync, CacheLife.Default, cancellationToken);
        }
        catch (PassingAnswerException passing)
        {
            return passing.Answer.ToByteArray();
        }

        string KeyOf(string modelName) => keys.Of(caller.Tenant, request, catalog, modelName, revision, subjects.Today);

        async ValueTask<RecommendRolesResponse> IdentifiedAsync(CancellationToken ct)
        {
            var subject = await subjects.WithTextAsync(caller, request.Subject, ct);
            var asked = await subjects.ReadAsync(caller, subject, catalog, ct);
            var answer = await MakeAsync(request, asked, catalog, ct);
            var looksElsewhere = request.CatalogVersion.Length == 0 && BetterCatalogs.IsWorthwhile(answer.Understanding);
            if (looksElsewhere)
            {
                await AddBetterCatalogAsync(caller, subject, catalog, answer, ct);
            }

            // By the model that it was made with: a replica that has not heard of it yet gives the same answer the same id.
            var used = answer.Versions.SalaryModel;
            answer.RecommendationId = (used == model ? key : KeyOf(used))[..IdLength];
            // Without pay, or with the pay of another model or a later profile than the key names, it must not stay.
            // Nor where it depends on other catalogs, whose versions the key does not name.
            var stays = asked.Revision == revision && !looksElsewhere
                && (answer.PayStatus == PayStatus.Unspecified || (answer.PayStatus != PayStatus.SalaryUnavailable && used == model));
            return stays ? answer : throw new PassingAnswerException(answer);
        }
    }

    private async ValueTask<RecommendRolesResponse> MakeAsync(
        RecommendRolesRequest request, AskedAbout asked, CatalogHandle catalog, CancellationToken cancellationToken)
    {
        var answer = Answer(request, asked, catalog);
        if (request.IncludePay && answer.Recommendations.Count > 0) await AddPayAsync(request, catalog, asked.Understood, answer, cancellationToken);
        return answer;
    }

    private async Task AddBetterCatalogAsync(
        Caller caller, Subject subject, CatalogHandle catalog, RecommendRolesResponse answer, CancellationToken cancellationToken)
    {
        var share = answer.Understanding.UnderstoodShare;
        if (await others.FindAsync(caller, subject, catalog, share, cancellationToken) is not { } better)
        {
            return;
        }

        answer.Understanding.BetterCatalog = better;
        if (answer.InsufficientEvidence is { } insufficient)
        {
            insufficient.Message += $" {better.Catalog} understands more of it ({better.Share:P0} against {share:P0}): ask that catalog.";
        }
    }

    /// <summary>The answer but for its pay. A request that cannot be right is refused whatever is known of the person.</summary>
    internal static RecommendRolesResponse Answer(RecommendRolesRequest request, AskedAbout asked, CatalogHandle catalog)
    {
        var understood = asked.Understood;
        var limits = new RoleLimits(request.Filter, request.CandidateRoles, request.ExcludeHeldRoles);
        var shortlist = new Shortlist(catalog.Index, understood.Evidence, asked.NotWanted, limits);
        var answer = new RecommendRolesResponse
        {
            Understanding = understood.Shown,
            Versions = Versions(catalog),
            Attributions = { catalog.Version.Attributions },
        };
        using var person = new PersonView(catalog.Index, understood.Evidence);
        if (UnderstoodShare.Count(person).Share is { } share)
        {
            answer.Understanding.UnderstoodShare = share;
        }

        if (!Shortlist.HasEnoughEvidence(person))
        {
            answer.InsufficientEvidence = EvidenceRequest.ForPerson(person);
            return answer;
        }

        Rank(request, catalog, person, shortlist, answer);
        return answer;
    }

    private static void Rank(
        RecommendRolesRequest request, CatalogHandle catalog, PersonView person, Shortlist shortlist, RecommendRolesResponse answer)
    {
        var roles = catalog.Snapshot.Roles;
        var selected = shortlist.Select(request.IncludeGated);
        (answer.SearchedRoleCount, answer.GatedRoleCount) = (selected.RequestedCount, selected.RuledOutCount);
        var most = request.MaxResults > 0 ? request.MaxResults : DefaultResults;
        var ranked = Ranker.Rank(person, most, role => selected.Shown[role], request.OnePerLadder ? role => roles[role].Ladder?.Id ?? "" : null);
        var kept = Shortlist.Cut(person, ranked);
        if (ranked.Count > 0 && kept.Count == 0)
        {
            answer.InsufficientEvidence = EvidenceRequest.ForPerson(person);
            return;
        }

        answer.CutRoleCount = request.IncludeCut ? 0 : ranked.Count - kept.Count;
        foreach (var role in request.IncludeCut ? ranked : kept)
        {
            answer.Recommendations.Add(Explainer.Explain(person, role, request.View == AnswerView.Full));
        }

        Credits.Add(catalog.Index, answer.Recommendations, answer.Attributions);
    }

    private async Task AddPayAsync(
        RecommendRolesRequest request, CatalogHandle catalog, Understood understood, RecommendRolesResponse answer, CancellationToken cancellationToken)
    {
        var roles = answer.Recommendations.Select(r => catalog.Snapshot.Roles[catalog.Index.RoleIds[r.Role]]).ToList();
        var question = new PayQuestion(request.SalaryModel, request.Location, request.Currency, understood.Evidence.Seniority, catalog.Version.Name, catalog.Version.Digest);
        var paid = await pay.AskAsync(roles, question, cancellationToken);
        answer.PayStatus = paid.Status;
        answer.PayMessage = paid.Message;
        answer.Versions.SalaryModel = paid.Model;
        // Not copied: what is made here is only ever written out as bytes, by the cache or for the one caller.
        for (var i = 0; i < roles.Count; i++)
        {
            if (paid.Results[i] is { } result) answer.Recommendations[i].Pay = result;
        }
    }

    /// <summary>The versions an answer from this catalog is made with.</summary>
    public static AnswerVersions Versions(CatalogHandle catalog) => new()
    {
        CatalogVersion = catalog.Version.Name,
        CatalogDisplayName = catalog.Version.DisplayName,
        EngineVersion = EngineVersion.Current,
    };

    /// <summary>Carries an answer past the cache: right for this caller now, not to be kept for others.</summary>
    private sealed class PassingAnswerException(RecommendRolesResponse answer) : Exception
    {
        public RecommendRolesResponse Answer => answer;
    }
}
