using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Answers;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.ProfileMatching.Learning;
using CareerRecs.ProfileMatching.ModelCard;
using CareerRecs.ProfileMatching.Recommendations;
using CareerRecs.ProfileMatching.Shadowing;
using CareerRecs.ProfileMatching.Snapshots;
using CareerRecs.ProfileMatching.Understanding;
using CareerRecs.ProfileMatching.Understanding.Extraction.Skills;
using CareerRecs.ProfileMatching.Understanding.Inference;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.Vocabulary;
using Grpc.Core;

namespace CareerRecs.ProfileMatching.Grpc;

/// <summary>The methods of <c>MatchingService</c>. Each holds one catalog version from start to end.</summary>
internal sealed class MatchingGrpcService(
    SnapshotLibrary library,
    Subjects subjects,
    EncodedRecommendRoles recommendations,
    VersionShadow shadow,
    LearningShelves shelves
) : MatchingService.MatchingServiceBase
{
    private const int DefaultSimilar = 10;

    /// <summary>For callers by REST; those by gRPC get the bytes as they are, see <see cref="EncodedRecommendRoles"/>.</summary>
    public override async Task<RecommendRolesResponse> RecommendRoles(RecommendRolesRequest request, ServerCallContext context) =>
        RecommendRolesResponse.Parser.ParseFrom((await recommendations.AnswerAsync(request, context)).Bytes.Span);

    public override async Task<ExplainMatchResponse> ExplainMatch(ExplainMatchRequest request, ServerCallContext context)
    {
        var (catalog, role, understood) = await AboutAsync(request.Subject, request.Role, request.CatalogVersion, context);
        using var person = new PersonView(catalog.Index, understood.Evidence);
        var answer = new ExplainMatchResponse
        {
            Understanding = understood.Shown,
            Versions = RecommendedRoles.Versions(catalog),
            Attributions = { catalog.Version.Attributions },
        };
        if (!Shortlist.HasEnoughEvidence(person))
        {
            answer.InsufficientEvidence = EvidenceRequest.ForPerson(person);
            return answer;
        }

        answer.Match = Explainer.ExplainInFull(person, role);
        Credits.Add(catalog.Index, [answer.Match], answer.Attributions);
        return answer;
    }

    public override async Task<AnalyzeGapResponse> AnalyzeGap(AnalyzeGapRequest request, ServerCallContext context)
    {
        var (catalog, role, understood) = await AboutAsync(request.Subject, request.Role, request.CatalogVersion, context);
        using var person = new PersonView(catalog.Index, understood.Evidence);
        var answer = new AnalyzeGapResponse
        {
            Understanding = understood.Shown,
            Versions = RecommendedRoles.Versions(catalog),
            Attributions = { catalog.Version.Attributions },
        };
        if (!Shortlist.HasEnoughEvidence(person))
        {
            answer.InsufficientEvidence = EvidenceRequest.ForPerson(person);
            return answer;
        }

        answer.Match = Explainer.ExplainInFull(person, role);
        answer.Gaps.Add(GapAnalyzer.Analyze(person, role, answer.Match.Missing));
        (await shelves.FindAsync(context.GetCaller().Tenant, catalog, context.CancellationToken)).AddTo(answer.Gaps, catalog);
        Credits.Add(catalog.Index, [answer.Match], answer.Attributions);
        return answer;
    }

    public override async Task<SimilarRolesResponse> SimilarRoles(SimilarRolesRequest request, ServerCallContext context)
    {
        var catalog = await library.GetAsync(
            context.GetCaller(),
            ResourceName.CatalogOf(request.Role),
            request.CatalogVersion,
            context.CancellationToken
        );
        var role = catalog.RoleOf(request.Role);
        var similarity = catalog.Similarity;
        var roles = catalog.Index.Roles;
        var answer = new SimilarRolesResponse
        {
            Versions = RecommendedRoles.Versions(catalog),
            Attributions = { catalog.Version.Attributions },
        };
        foreach (var (other, nearness) in similarity.Nearest(role, request.MaxResults > 0 ? request.MaxResults : DefaultSimilar))
        {
            answer.Roles.Add(
                new SimilarRole
                {
                    Role = roles[other].Name,
                    Title = roles[other].Title,
                    Similarity = Math.Round(nearness, 4),
                    Seniority = roles[other].Seniority,
                    SharedSkills = { similarity.Shared(role, other, Explainer.Few).Select(s => catalog.Index.Skills[s].Title) },
                }
            );
        }

        return answer;
    }

    public override Task<ShadowVersionResponse> ShadowVersion(ShadowVersionRequest request, ServerCallContext context) =>
        shadow.CompareAsync(context.GetCaller(), request, context.CancellationToken);

    public override Task<GetModelCardResponse> GetModelCard(GetModelCardRequest request, ServerCallContext context) =>
        Task.FromResult(ShippedModelCard.Whole());

    public override async Task<ExtractSkillsResponse> ExtractSkills(ExtractSkillsRequest request, ServerCallContext context)
    {
        var caller = context.GetCaller();
        var catalog = await library.GetAsync(caller, request.Catalog, request.CatalogVersion, context.CancellationToken);
        var (read, understood) = await subjects.ReadAsync(
            caller,
            request.Document,
            "document",
            catalog,
            context.CancellationToken
        );
        var known = understood.Shown.Unresolved.Select(u => u.Text).ToHashSet(StringComparer.OrdinalIgnoreCase);
        understood.Shown.Unresolved.Add(UnknownSkills.Read(read.Text, catalog.Snapshot).Where(u => known.Add(u.Text)));
        if (request.IncludeInferred)
        {
            InferredSkills.AddTo(
                understood.Shown,
                read.Text,
                catalog.Snapshot,
                request.HasLeastInferredConfidence ? request.LeastInferredConfidence : null
            );
        }
        new CodePoints(read.Text).AddTo(understood.Shown);
        return new ExtractSkillsResponse
        {
            Understanding = understood.Shown,
            Versions = RecommendedRoles.Versions(catalog),
            Text = read.Text,
            Reading = read.Reading,
        };
    }

    private async Task<(CatalogHandle Catalog, RoleId Role, Understood Understood)> AboutAsync(
        Subject subject,
        string roleName,
        string catalogVersion,
        ServerCallContext context
    )
    {
        var caller = context.GetCaller();
        var catalog = await library.GetAsync(caller, ResourceName.CatalogOf(roleName), catalogVersion, context.CancellationToken);
        var role = catalog.RoleOf(roleName);
        return (catalog, role, (await subjects.ReadAsync(caller, subject, catalog, context.CancellationToken)).Understood);
    }
}
