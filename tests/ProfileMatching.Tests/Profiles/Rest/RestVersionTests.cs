using CareerRecs.Matching.V1;

namespace CareerRecs.ProfileMatching.Tests.Profiles.Rest;

/// <summary>HTTP's headers for versions and repeats: ETag, If-Match, If-None-Match, Idempotency-Key.</summary>
public sealed class RestVersionTests
{
    private const string Create = """{"subject": {"inlineProfile": {"yearsExperience": 1}}}""";

    [Fact]
    public async Task The_etag_of_an_answer_is_its_header_and_spares_reading_it_again()
    {
        await using var rest = await RestProfiles.StartAsync();
        var created = await rest.Host.CreateAsync(new Profile(), "ann");

        var read = await rest.SendAsync("GET", "/v1/profiles/ann");
        var again = await rest.SendAsync("GET", "/v1/profiles/ann", null, ("If-None-Match", $"\"other\", {read.Etag}"));
        var other = await rest.SendAsync("GET", "/v1/profiles/ann", null, ("If-None-Match", "\"other\""));

        Assert.Equal($"\"{created.Etag}\"", read.Etag);
        Assert.Equal((304, "", read.Etag), (again.Status, again.Text, again.Etag));
        Assert.Equal(200, other.Status);
    }

    [Fact]
    public async Task If_match_refuses_a_stale_version_in_a_patch_and_in_a_delete()
    {
        await using var rest = await RestProfiles.StartAsync();
        await rest.Host.CreateAsync(new Profile(), "ann");
        var etag = (await rest.SendAsync("GET", "/v1/profiles/ann")).Etag!;

        var first = await rest.SendAsync("PATCH", "/v1/profiles/ann", """{"yearsExperience": 5}""", ("If-Match", etag));
        var stale = await rest.SendAsync("PATCH", "/v1/profiles/ann", """{"yearsExperience": 6}""", ("If-Match", etag));
        var staleDelete = await rest.SendAsync("DELETE", "/v1/profiles/ann", null, ("If-Match", etag));
        var delete = await rest.SendAsync("DELETE", "/v1/profiles/ann", null, ("If-Match", first.Etag!));

        Assert.Equal(200, first.Status);
        Assert.Equal((409, "STALE_ETAG"), (stale.Status, stale.Reason));
        Assert.Equal((409, "STALE_ETAG"), (staleDelete.Status, staleDelete.Reason));
        Assert.Equal(200, delete.Status);
    }

    [Theory]
    [InlineData("PATCH", "/v1/profiles/ann", """{"etag": "b"}""", "\"a\"", "profile.etag")]
    [InlineData("DELETE", "/v1/profiles/ann?etag=b", null, "\"a\"", "etag")]
    [InlineData("PATCH", "/v1/profiles/ann", "{}", "\"a\", \"b\"", "If-Match")]
    [InlineData("GET", "/v1/profiles/ann", null, "\"a\"", "If-Match")]
    public async Task An_etag_that_contradicts_or_cannot_be_compared_is_refused(
        string method,
        string path,
        string? body,
        string header,
        string field
    )
    {
        await using var rest = await RestProfiles.StartAsync();
        await rest.Host.CreateAsync(new Profile(), "ann");

        var answer = await rest.SendAsync(method, path, body, ("If-Match", header));

        Assert.Equal(400, answer.Status);
        Assert.Equal([field], answer.Fields);
    }

    [Fact]
    public async Task A_create_is_repeated_under_its_idempotency_key()
    {
        await using var rest = await RestProfiles.StartAsync();

        var first = await rest.SendAsync("POST", "/v1/profiles", Create, ("Idempotency-Key", "\"k1\""));
        var again = await rest.SendAsync("POST", "/v1/profiles", Create, ("Idempotency-Key", "k1"));
        var clash = await rest.SendAsync(
            "POST",
            "/v1/profiles",
            Create.Replace("{\"subject\"", "{\"requestId\": \"k2\", \"subject\"", StringComparison.Ordinal),
            ("Idempotency-Key", "k1")
        );

        Assert.Equal(200, first.Status);
        Assert.Equal(first.Text, again.Text);
        Assert.Equal(400, clash.Status);
        Assert.Equal(["request_id"], clash.Fields);
    }
}
