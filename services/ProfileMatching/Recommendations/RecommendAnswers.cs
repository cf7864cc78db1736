using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Answers;
using CareerRecs.ProfileMatching.Pay;
using CareerRecs.ProfileMatching.Profiles;
using CareerRecs.ProfileMatching.Snapshots;
using CareerRecs.ProfileMatching.Understanding;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Caching;
using Google.Protobuf;

namespace CareerRecs.ProfileMatching.Recommendations;

/// <summary>A question which roles fit.</summary>
/// <param name="Caller">Who asks.</param>
/// <param name="Request">The question.</param>
/// <param name="Catalog">The version to answer it from.</param>
/// <param name="Deadline">When the caller stops waiting, UTC; the least or greatest value: never.</param>
internal sealed record RecommendQuestion(Caller Caller, RecommendRolesRequest Request, CatalogHandle Catalog, DateTime Deadline);

/// <summary>Answers which roles fit: from the cache, else ranked now and, where asked, with pay.</summary>
internal sealed class RecommendAnswers(
    Subjects subjects,
    PayLookup pay,
    AnswerCache cache,
    AnswerKeys keys,
    BetterCatalogs others
)
{
    private const int IdLength = 22;

    /// <summary>The answer as the bytes of a <see cref="RecommendRolesResponse"/>.</summary>
    public async Task<ReadOnlyMemory<byte>> AnswerAsync(RecommendQuestion question, CancellationToken cancellationToken)
    {
        var request = question.Request;
        var profile = await subjects.GetStampAsync(question.Caller, request.Subject, cancellationToken);
        var model = request.IncludePay ? pay.ModelFor(request.SalaryModel) : "";
        var key = KeyFor(question, model, profile);
        var answer = await cache.GetOrCreateBytesAsync(
            $"recommend:{key}",
            RecommendRolesResponse.Parser,
            token => MakeAsync(question, model, profile, token),
            CacheLife.Default,
            cancellationToken
        );
        return answer.IsKept ? answer.Bytes : await WithBetterCatalogAsync(question, answer.Bytes, cancellationToken);
    }

    /// <summary>
    /// The answer, and whether it may be kept: not if it has no pay or pay of another model, or is of a later profile, than its
    /// key names. Nor if other catalogs are worth a look, whose versions the key does not name.
    /// </summary>
    private async ValueTask<MadeAnswer<RecommendRolesResponse>> MakeAsync(
        RecommendQuestion question,
        string model,
        ProfileStamp? profile,
        CancellationToken cancellationToken
    )
    {
        var (request, catalog) = (question.Request, question.Catalog);
        var asked = await subjects.ReadAsync(question.Caller, request.Subject, catalog, cancellationToken);
        var answer = RecommendedRoles.Answer(request, asked, catalog);
        if (request.IncludePay && answer.Recommendations.Count > 0)
        {
            await AddPayAsync(request, catalog, asked.Understood, answer, cancellationToken);
        }

        // By the model that it was made with: a replica that has not heard of it yet gives the same answer the same id.
        var used = answer.Versions.SalaryModel;
        answer.RecommendationId = KeyFor(question, used, profile)[..IdLength];
        var hasPayAsKeyed =
            answer.PayStatus == PayStatus.Unspecified || (answer.PayStatus != PayStatus.SalaryUnavailable && used == model);
        return new MadeAnswer<RecommendRolesResponse>(
            answer,
            hasPayAsKeyed && asked.Revision == (profile?.Revision ?? 0) && !IsElsewhereWorthwhile(request, answer)
        );
    }

    /// <summary>Whether other catalogs are worth a look. A caller who pins a version has chosen.</summary>
    private static bool IsElsewhereWorthwhile(RecommendRolesRequest request, RecommendRolesResponse answer) =>
        request.CatalogVersion.Length == 0
        && answer.Understanding.HasUnderstoodShare
        && CatalogFit.IsLittle(answer.Understanding.UnderstoodShare);

    /// <summary>
    /// Looks at other catalogs where they are worth it: for one caller, and within its time, not for all who wait for the answer.
    /// </summary>
    private async Task<ReadOnlyMemory<byte>> WithBetterCatalogAsync(
        RecommendQuestion question,
        ReadOnlyMemory<byte> bytes,
        CancellationToken cancellationToken
    )
    {
        var answer = RecommendRolesResponse.Parser.ParseFrom(bytes.Span);
        if (!IsElsewhereWorthwhile(question.Request, answer))
        {
            return bytes;
        }

        var best = answer.Recommendations.Count > 0 ? answer.Recommendations[0].Fit.MilliPoints : 0;
        var subject = await subjects.WithTextAsync(question.Caller, question.Request.Subject, cancellationToken);
        var weak = new WeakAnswer(
            question.Caller,
            subject,
            question.Catalog.CatalogName,
            answer.Understanding.UnderstoodShare,
            best
        );
        var search = await others.FindAsync(weak, question.Deadline, cancellationToken);
        if (search.Best is { } better)
        {
            answer.Understanding.BetterCatalog = better.ToUnderstanding();
        }

        if (answer.InsufficientEvidence is { } insufficient)
        {
            insufficient.Message += EvidenceRequest.AskInstead(search);
        }

        return answer.ToByteArray();
    }

    private string KeyFor(RecommendQuestion question, string model, ProfileStamp? profile) =>
        keys.DeriveKey(
            question.Caller.Tenant,
            question.Request,
            new AnswerBasis(question.Catalog, model, profile, subjects.Today)
        );

    private async Task AddPayAsync(
        RecommendRolesRequest request,
        CatalogHandle catalog,
        Understood understood,
        RecommendRolesResponse answer,
        CancellationToken cancellationToken
    )
    {
        var roles = answer.Recommendations.Select(r => catalog.Index.Roles[catalog.Index.RoleIds[r.Role]]).ToList();
        var terms = new PayTerms(
            request.SalaryModel,
            request.Location,
            request.Currency,
            PaidExperience.FromPerson(understood.Evidence)
        );
        var paid = await pay.AskAsync(roles, PayQuestion.For(terms, catalog.Version), cancellationToken);
        answer.PayStatus = paid.Status;
        answer.PayMessage = paid.Message;
        answer.Versions.SalaryModel = paid.Model;
        // Not copied: what is made here is only ever written out as bytes, by the cache or for the one caller.
        for (var i = 0; i < roles.Count; i++)
        {
            if (paid.Results[i] is { } result)
            {
                answer.Recommendations[i].Pay = result;
            }
        }
    }
}
