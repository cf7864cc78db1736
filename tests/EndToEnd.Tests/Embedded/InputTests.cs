using CareerRecs.Matching.V1;
using Google.Protobuf;
using Grpc.Core;

namespace CareerRecs.EndToEnd.Tests.Embedded;

[Collection(nameof(EmbeddedCollection))]
public sealed class InputTests(EmbeddedFixture embedded)
{
    private const string Person =
        """ "subject":{"inlineProfile":{"skills":[{"text":"Python"},{"text":"SQL"},{"text":"Docker"}]}} """;

    [Theory]
    [InlineData("{}", "subject")]
    [InlineData("{" + Person + ""","maxResults":101}""", "max_results")]
    [InlineData("{" + Person + ""","catalog":"builtin"}""", "catalog")]
    [InlineData("{" + Person + ""","currency":"dollars"}""", "currency")]
    [InlineData("{" + Person + ""","candidateRoles":["catalogs/builtin/roles/nothing"]}""", "candidate_roles[0]")]
    [InlineData(
        """{"subject":{"inlineProfile":{"skills":[{"text":"SQL"},{"text":""}]}}}""",
        "subject.inline_profile.skills[1].text"
    )]
    [InlineData(
        """{"subject":{"inlineProfile":{"jobs":[{"title":"x","start":{"year":-1,"month":99,"day":99}}]}}}""",
        "subject.inline_profile.jobs[0].start"
    )]
    [InlineData(
        """{"subject":{"inlineProfile":{"jobs":[{"title":"x","start":{"year":2020,"month":5},"end":{"year":2019}}]}}}""",
        "subject.inline_profile.jobs[0].end"
    )]
    [InlineData("""{"subject":{"document":{"content":"AAECAwQFBgc="}}}""", "subject.document.content")]
    [InlineData(
        "{\"subject\":{\"document\":{\"content\":\"U1FM\","
            + "\"stated\":{\"jobs\":[{\"title\":\"x\",\"start\":{\"year\":2020},\"end\":{\"year\":2019}}]}}}}",
        "subject.document.stated.jobs[0].end"
    )]
    [InlineData("""{"subject":{"inlineProfile":{"externalId":"a\u0000b"}}}""", "subject.inline_profile.external_id")]
    [InlineData("""{"subject":{"inlineProfile":{"yearsExperience":-1}}}""", "subject.inline_profile.years_experience")]
    public async Task Bad_input_is_refused_with_the_path_of_the_field(string request, string field)
    {
        var refused = await Refused.WithAsync(
            StatusCode.InvalidArgument,
            () =>
                embedded.Client.Matching.RecommendRolesAsync(
                    JsonParser.Default.Parse<RecommendRolesRequest>(request),
                    cancellationToken: TestContext.Current.CancellationToken
                )
        );

        Assert.Contains(field, refused.Fields());
    }

    [Fact]
    public async Task A_catalog_or_role_that_is_not_there_is_not_found()
    {
        var cancel = TestContext.Current.CancellationToken;
        await Refused.WithAsync(
            StatusCode.NotFound,
            () =>
                embedded.Client.Matching.RecommendRolesAsync(
                    new RecommendRolesRequest { Subject = People.Engineer, Catalog = "catalogs/nowhere" },
                    cancellationToken: cancel
                )
        );
        await Refused.WithAsync(
            StatusCode.NotFound,
            () =>
                embedded.Client.Matching.SimilarRolesAsync(
                    new SimilarRolesRequest { Role = "catalogs/builtin/roles/nothing" },
                    cancellationToken: cancel
                )
        );
    }
}
