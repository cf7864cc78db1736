using System.Globalization;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Learning;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Errors;
using CareerRecs.ServiceDefaults.Storage;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace CareerRecs.ProfileMatching.Grpc;

/// <summary>The tenant's list of what to learn from.</summary>
internal sealed class LearningGrpcService(LearningLists lists, TimeProvider clock) : LearningService.LearningServiceBase
{
    public override async Task<ReplaceLearningResourcesResponse> ReplaceLearningResources(
        ReplaceLearningResourcesRequest request,
        ServerCallContext context
    )
    {
        var caller = context.GetCaller();
        for (var i = 0; i < request.Resources.Count; i++)
        {
            if (request.Resources[i].Uri is { Length: > 0 } uri && !IsWebAddress(uri))
            {
                throw Errors.InvalidArgument($"resources[{i}].uri", $"must be an http or https address; '{uri}' came");
            }
        }

        var record = LearningLists.Ordered(request.Resources);
        var revision = await lists.ReplaceAsync(caller.Tenant, request.Etag, record, context.CancellationToken);
        return new ReplaceLearningResourcesResponse
        {
            ResourceCount = record.Resources.Count,
            Etag = LearningLists.EtagOf(revision),
            UpdateTime = Timestamp.FromDateTimeOffset(clock.GetUtcNow()),
        };
    }

    public override async Task<ListLearningResourcesResponse> ListLearningResources(
        ListLearningResourcesRequest request,
        ServerCallContext context
    )
    {
        var (revision, record) = await lists.ReadAsync(context.GetCaller().Tenant, context.CancellationToken);
        var etag = LearningLists.EtagOf(revision);
        var rows = record
            .Resources.Where(r =>
                request.Skill.Length == 0 || string.Equals(r.Skill, request.Skill, StringComparison.OrdinalIgnoreCase)
            )
            .ToList();
        var size = Paging.Size(request.PageSize, 100, 1000);
        var first = request.PageToken.Length > 0 ? First(Paging.Decode(request.PageToken, 2), etag) : 0;
        var response = new ListLearningResourcesResponse { Etag = etag };
        response.Resources.Add(rows.Skip(first).Take(size));
        if (first + size < rows.Count)
        {
            response.NextPageToken = Paging.Encode((first + size).ToString(CultureInfo.InvariantCulture), etag);
        }
        return response;
    }

    /// <summary>A page goes on where the one before ended, in the list that it was read from.</summary>
    private static int First(string[] token, string etag)
    {
        if (!int.TryParse(token[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first))
        {
            throw Errors.InvalidArgument(
                "page_token",
                "is not a token that an answer of this method carried; start with an empty one"
            );
        }
        return token[1] == etag ? first : throw Errors.Aborted("learningResources");
    }

    private static bool IsWebAddress(string uri) =>
        Uri.TryCreate(uri, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);
}
