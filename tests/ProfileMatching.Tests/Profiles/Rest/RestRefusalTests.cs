using CareerRecs.Matching.V1;

namespace CareerRecs.ProfileMatching.Tests.Profiles.Rest;

/// <summary>Requests that do not fit the contract, and their errors.</summary>
public sealed class RestRefusalTests
{
    [Theory]
    [InlineData("GET", "/v1/profiles?pageSise=1", null, "pageSise")]
    [InlineData("GET", "/v1/profiles?pageSize=many", null, "page_size")]
    [InlineData("GET", "/v1/profiles?pageSize=1&page_size=2", null, "page_size")]
    [InlineData("GET", "/v1/profiles?updatedAfter=yesterday", null, "updated_after")]
    [InlineData("GET", "/v1/profiles/ann?name=profiles/bob", null, "name")]
    [InlineData("GET", "/v1/profiles/ann", "{}", "body")]
    [InlineData("POST", "/v1/profiles?profileId=a", "{}", "profile_id")]
    [InlineData("POST", "/v1/profiles", "[]", "body")]
    [InlineData("POST", "/v1/profiles", "{", "body")]
    [InlineData("POST", "/v1/profiles", """{"subject": {"inlineProfile": {"skils": []}}}""", "subject.inline_profile.skils")]
    [InlineData("POST", "/v1/profiles", """{"subject": {"profile": "a", "document": {}}}""", "subject.document")]
    [InlineData("PATCH", "/v1/profiles/ann", """{"skills": [{"text": "a"}, {"text": 1}]}""", "profile.skills[1].text")]
    [InlineData("PATCH", "/v1/profiles/ann", """{"skills": [{"proficiency": "BEST"}]}""", "profile.skills[0].proficiency")]
    [InlineData("PATCH", "/v1/profiles/ann", """{"skills": {}}""", "profile.skills")]
    [InlineData("PATCH", "/v1/profiles/ann", """{"skills": [null]}""", "profile.skills[0]")]
    [InlineData("PATCH", "/v1/profiles/ann", """{"retention": "soon"}""", "profile.retention")]
    [InlineData("PATCH", "/v1/profiles/ann", """{"track": 99}""", "profile.track")]
    [InlineData("PATCH", "/v1/profiles/ann", """{"yearsExperience": 500}""", "profile.years_experience")]
    [InlineData("PATCH", "/v1/profiles/ann?updateMask=shoe_size", "{}", "update_mask")]
    public async Task A_field_that_cannot_be_used_is_refused_by_its_path(string method, string path, string? body, string field)
    {
        await using var rest = await RestProfiles.StartAsync();
        await rest.Host.CreateAsync(new Profile(), "ann");

        var answer = await rest.SendAsync(method, path, body);

        Assert.Equal((400, "application/json"), (answer.Status, answer.MediaType));
        Assert.Equal(400, answer.Error.GetProperty("code").GetInt32());
        Assert.Equal("INVALID_ARGUMENT", answer.Error.GetProperty("status").GetString());
        Assert.NotEmpty(answer.Error.GetProperty("message").GetString()!);
        Assert.Equal("INVALID_FIELDS", answer.Reason);
        Assert.Equal([field], answer.Fields);
    }

    [Theory]
    [InlineData("""{"yearsExperience": "4"}""")]
    [InlineData("""{"years_experience": 4.0}""")]
    [InlineData("""{"yearsExperience": 4e0, "skills": [{"text": "a", "lastUsedYear": "2020"}]}""")]
    [InlineData("""{"yearsExperience": 4, "skills": [{"text": "a", "lastUsedYear": 2020.0, "proficiency": 2}]}""")]
    [InlineData("""{"yearsExperience": 4, "retention": "864000.5s", "seniority": null}""")]
    public async Task Forms_that_protobuf_s_JSON_allows_are_accepted(string body)
    {
        await using var rest = await RestProfiles.StartAsync();
        await rest.Host.CreateAsync(new Profile(), "ann");

        var answer = await rest.SendAsync("PATCH", "/v1/profiles/ann", body);

        Assert.True(answer.Status == 200, answer.Text);
        Assert.Equal(4, (await rest.Host.GetAsync("profiles/ann")).YearsExperience);
    }

    [Fact]
    public async Task Query_parameters_are_read_in_the_forms_of_JSON()
    {
        await using var rest = await RestProfiles.StartAsync();
        await rest.Host.CreateAsync(new Profile(), "ann");
        await rest.Host.CreateAsync(new Profile(), "bob");

        var page = await rest.SendAsync("GET", "/v1/profiles?pageSize=1.0&updatedAfter=2020-01-01T00:00:00%2B01:00");
        var both = await rest.SendAsync("GET", "/v1/profiles:batchGet?names=profiles/bob&names=profiles/ann");

        Assert.Equal(1, page.Json.GetProperty("profiles").GetArrayLength());
        Assert.Equal("profiles/bob", both.Json.GetProperty("profiles")[0].GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("GET", "/v1/profiles/nobody", 404, "NOT_FOUND", "NOT_FOUND")]
    [InlineData("GET", "/v1/people", 404, "NOT_FOUND", "UNKNOWN_ROUTE")]
    [InlineData("PUT", "/v1/profiles/ann", 405, "UNIMPLEMENTED", "METHOD_NOT_ALLOWED")]
    public async Task Every_failure_has_the_envelope(string method, string path, int code, string status, string reason)
    {
        await using var rest = await RestProfiles.StartAsync();

        var answer = await rest.SendAsync(method, path, method == "PUT" ? "{}" : null);

        Assert.Equal((code, "application/json"), (answer.Status, answer.MediaType));
        Assert.Equal(code, answer.Error.GetProperty("code").GetInt32());
        Assert.Equal(status, answer.Error.GetProperty("status").GetString());
        Assert.Equal(reason, answer.Reason);
    }
}
