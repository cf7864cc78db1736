using System.Text;
using System.Text.Json;
using CareerRecs.Matching.V1;
using CareerRecs.ServiceDefaults.Rest;
using CareerRecs.ServiceDefaults.Rest.Routes;
using CareerRecs.Testing.Rest;
using FsCheck.Xunit;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace CareerRecs.ServiceDefaults.Tests.Rest;

public sealed class JsonRequestTests
{
    private static readonly RestRoute Update = Route(ProfileService.Descriptor, "UpdateProfile");
    private static readonly RestRoute Upsert = Route(ProfileService.Descriptor, "UpsertProfiles");

    private static readonly RestBinding[] WithBody =
    [
        .. new[]
        {
            ProfileService.Descriptor,
            MatchingService.Descriptor,
            CareerPathService.Descriptor,
            LearningService.Descriptor,
            Salary.V1.SalaryService.Descriptor,
            Salary.V1.SalaryTrainingService.Descriptor,
            Catalog.V1.VersionService.Descriptor,
        }
            .SelectMany(RestBinding.Of)
            .Where(b => b.Rule.Body.Length > 0),
    ];

    [Theory]
    [InlineData("""{"years_experience": "4"}""", """{"yearsExperience":4}""")]
    [InlineData("""{"revision": "9007199254740993"}""", """{"revision":9007199254740993}""")]
    [InlineData("""{"skills": [{"lastUsedYear": 2.02e3}]}""", """{"skills":[{"lastUsedYear":2020}]}""")]
    [InlineData("""{"skills": null, "seniority": null}""", "{}")]
    [InlineData("""{"seniority": 3}""", """{"seniority":3}""")]
    [InlineData("""{"retention": "90.50s"}""", """{"retention":"90.500s"}""")]
    [InlineData("""{"createTime": "2026-11-30T12:00:00+02:00"}""", """{"createTime":"2026-11-30T10:00:00Z"}""")]
    [InlineData("""{"interests": ["a\/b"]}""", """{"interests":["a/b"]}""")]
    public void Forms_of_proto_JSON_become_those_that_transcoding_reads(string sent, string expected)
    {
        var (body, violations) = Rewrite(Update, Encoding.UTF8.GetBytes(sent));

        Assert.Empty(violations.Found);
        Assert.Equal(expected, body);
    }

    [Theory]
    [InlineData("yearsExperience,skills", "yearsExperience,skills")]
    [InlineData("years_experience", "yearsExperience")]
    [InlineData("*", "*")]
    public void A_mask_may_use_names_of_JSON_and_of_the_contract(string sent, string expected)
    {
        var (body, violations) = Rewrite(Upsert, Encoding.UTF8.GetBytes($$"""{"updateMask": "{{sent}}"}"""));

        Assert.Empty(violations.Found);
        Assert.Equal($$"""{"updateMask":"{{expected}}"}""", body);
    }

    [Theory]
    [InlineData("""{"skils": 1}""", "profile.skils")]
    [InlineData("""{"skills": 1}""", "profile.skills")]
    [InlineData("""{"skills": [{}, 1]}""", "profile.skills[1]")]
    [InlineData("""{"skills": [{}, {}, {"proficiency": true}]}""", "profile.skills[2].proficiency")]
    [InlineData("""{"skills": [{"lastUsedYear": 1.5}]}""", "profile.skills[0].last_used_year")]
    [InlineData("""{"skills": [{"lastUsedYear": 3000000000}]}""", "profile.skills[0].last_used_year")]
    [InlineData("""{"yearsExperience": 1e400}""", "profile.years_experience")]
    [InlineData("""{"yearsExperience": " 1"}""", "profile.years_experience")]
    [InlineData("""{"externalId": 7}""", "profile.external_id")]
    [InlineData("""{"jobs": [{"current": "true"}]}""", "profile.jobs[0].current")]
    [InlineData("""{"etag": "a", "etag": "b"}""", "profile.etag")]
    [InlineData("""{"years_experience": 1, "yearsExperience": 1}""", "profile.years_experience")]
    [InlineData("""{"createTime": "2026-02-30T00:00:00Z"}""", "profile.create_time")]
    [InlineData("""{"externalId": "\ud800"}""", "profile")]
    [InlineData("""{"etag": "a"} {}""", "profile")]
    [InlineData("""{"etag": "a",}""", "profile")]
    [InlineData("null", "profile")]
    public void What_does_not_fit_is_found_by_its_path(string sent, string path)
    {
        var violations = Rewrite(Update, Encoding.UTF8.GetBytes(sent)).Violations;

        Assert.Equal([path], violations.Found.Select(v => v.Field));
    }

    [Fact]
    public void A_misspelt_field_is_answered_with_the_one_that_was_probably_meant()
    {
        var violations = Rewrite(Update, """{"YearsExperience": 1}"""u8.ToArray()).Violations;

        Assert.EndsWith("did you mean 'yearsExperience'?", violations.Found.Single().Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("_-8", "/+8=")]
    [InlineData("_-8=", "/+8=")]
    [InlineData("aGk", "aGk=")]
    [InlineData("aGk=", "aGk=")]
    public void Bytes_may_be_of_either_alphabet(string sent, string expected) =>
        Assert.Equal(expected, FieldText.ReadBytes(sent).Value);

    [Theory]
    [InlineData("", true)]
    [InlineData("*", true)]
    [InlineData("skills,yearsExperience", true)]
    [InlineData("years_experience,retention", true)]
    [InlineData("profile.years_experience", true)]
    [InlineData("____", false)]
    [InlineData("_a", false)]
    [InlineData("a_", false)]
    [InlineData("a__b", false)]
    [InlineData("a_B", false)]
    [InlineData("a,", false)]
    [InlineData("a b", false)]
    public void A_mask_names_fields_as_JSON_can_write_them(string mask, bool isRead) =>
        Assert.Equal(
            isRead,
            FieldText.Read(UpdateProfileRequest.Descriptor.FindFieldByName("update_mask"), mask).Problem is null
        );

    [Property(MaxTest = 5000)]
    public void A_mutated_request_is_refused_or_fits_its_message(int seed, byte run)
    {
        var random = new Random(HashCode.Combine(seed, run));
        var binding = WithBody[random.Next(WithBody.Length)];
        var route = RestRoute.For(binding.Method, binding.Rule);
        var sent = JsonMutation.Mutate(SampleRequests.Create(route.BodyType!, random), random);

        var (body, violations) = Rewrite(route, sent);

        if (!violations.Any)
        {
            JsonParser.Default.Parse(body, route.BodyType!);
        }
    }

    [Property(MaxTest = 500)]
    public void A_request_that_fits_says_the_same_afterwards(int seed, byte run)
    {
        var random = new Random(HashCode.Combine(seed, run));
        var binding = WithBody[random.Next(WithBody.Length)];
        var route = RestRoute.For(binding.Method, binding.Rule);
        var sent = SampleRequests.Create(route.BodyType!, random).ToJsonString();

        var (body, violations) = Rewrite(route, Encoding.UTF8.GetBytes(sent));

        Assert.Empty(violations.Found);
        Assert.Equal(JsonParser.Default.Parse(sent, route.BodyType!), JsonParser.Default.Parse(body, route.BodyType!));
    }

    private static RestRoute Route(ServiceDescriptor service, string method)
    {
        var binding = RestBinding.Of(service).First(b => b.Method.Name == method);
        return RestRoute.For(binding.Method, binding.Rule);
    }

    private static (string Body, Violations Violations) Rewrite(RestRoute route, byte[] sent)
    {
        var violations = new Violations();
        var (body, _) = RestRequest.Rewrite(sent, route, [], violations);
        return (Encoding.UTF8.GetString(body), violations);
    }
}
