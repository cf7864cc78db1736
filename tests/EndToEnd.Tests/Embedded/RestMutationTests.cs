using CareerRecs.Catalog.V1;
using CareerRecs.Matching.V1;
using CareerRecs.Salary.V1;
using CareerRecs.Testing.Rest;
using CareerRecs.Types.V1;
using Google.Protobuf.Reflection;

namespace CareerRecs.EndToEnd.Tests.Embedded;

/// <summary>Random REST requests to all services. They may write, so they have a host of their own.</summary>
public sealed class RestMutationTests(EmbeddedFixture embedded) : IClassFixture<EmbeddedFixture>
{
    private static readonly Dictionary<string, ServiceDescriptor> Services = new ServiceDescriptor[]
    {
        CatalogService.Descriptor,
        VersionService.Descriptor,
        MatchingService.Descriptor,
        CareerPathService.Descriptor,
        LearningService.Descriptor,
        SalaryService.Descriptor,
        PayQuestionService.Descriptor,
        SalaryTrainingService.Descriptor,
        StatusService.Descriptor,
    }.ToDictionary(s => s.Name, StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. Services.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_request_is_answered_or_refused_with_a_reason(string service)
    {
        using var http = new HttpClient { BaseAddress = embedded.Rest };

        await RestMutations.AssertAnsweredAsync(http, Services[service], TestContext.Current.CancellationToken);
    }
}
