using System.Buffers;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Answers;
using CareerRecs.ProfileMatching.Recommendations;
using CareerRecs.ProfileMatching.Snapshots;
using CareerRecs.ServiceDefaults;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Decoding;
using Grpc.AspNetCore.Server.Model;
using Grpc.Core;

namespace CareerRecs.ProfileMatching.Grpc;

/// <summary>An answer as it goes over the wire.</summary>
internal sealed record EncodedAnswer(ReadOnlyMemory<byte> Bytes);

/// <summary>
/// <c>RecommendRoles</c> by gRPC. Its answers come out of the cache as bytes and go out as those bytes; to make messages of them
/// and bytes of those again takes more than everything else that a cached answer needs.
/// </summary>
internal sealed class EncodedRecommendRoles(SnapshotLibrary library, RecommendAnswers recommendations)
{
    /// <summary>The method of the contract; only that what it returns is encoded already.</summary>
    public static Method<RecommendRolesRequest, EncodedAnswer> Method { get; } =
        new(
            MethodType.Unary,
            MatchingService.Descriptor.FullName,
            nameof(MatchingService.MatchingServiceBase.RecommendRoles),
            Marshallers.Create(
                static (_, _) => throw new NotSupportedException(),
                static context => RecommendRolesRequest.Parser.ParseFrom(context.PayloadAsReadOnlySequence())
            ),
            Marshallers.Create<EncodedAnswer>(Write, static _ => throw new NotSupportedException())
        );

    public async Task<EncodedAnswer> AnswerAsync(RecommendRolesRequest request, ServerCallContext context)
    {
        var caller = context.GetCaller();
        var named = NamedCatalog.Of(request.Catalog, request.CatalogVersion, request.CandidateRoles);
        var catalog = await library.GetAsync(caller, named, request.CatalogVersion, context.CancellationToken);
        var question = new RecommendQuestion(caller, request, catalog, context.Deadline);
        return new EncodedAnswer(await recommendations.AnswerAsync(question, context.CancellationToken));
    }

    private static void Write(EncodedAnswer answer, SerializationContext context)
    {
        context.SetPayloadLength(answer.Bytes.Length);
        context.GetBufferWriter().Write(answer.Bytes.Span);
        context.Complete();
    }
}

/// <summary>Tells gRPC of the method.</summary>
internal sealed class EncodedRecommendRolesProvider : IServiceMethodProvider<EncodedRecommendRoles>
{
    public void OnServiceMethodDiscovery(ServiceMethodProviderContext<EncodedRecommendRoles> context) =>
        context.AddUnaryMethod(
            DecodedMessages.Wrap(EncodedRecommendRoles.Method),
            [new HttpMethodMetadata(["POST"], acceptCorsPreflight: true)],
            (service, request, call) => service.AnswerAsync(request, call)
        );
}

/// <summary>Maps the method.</summary>
internal static class EncodedRecommendRolesEndpoint
{
    /// <summary>In front of the method of the same name that <see cref="MatchingGrpcService"/> brings.</summary>
    public static void MapEncodedRecommendRoles(this WebApplication app) =>
        app.MapCallers<EncodedRecommendRoles>()
            .Add(endpoint =>
            {
                if (endpoint is RouteEndpointBuilder route && route.RoutePattern.RawText == EncodedRecommendRoles.Method.FullName)
                {
                    route.Order = -1;
                }
            });
}
