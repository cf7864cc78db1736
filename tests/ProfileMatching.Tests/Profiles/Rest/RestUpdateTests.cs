using CareerRecs.Matching.V1;
using CareerRecs.Types.V1;

namespace CareerRecs.ProfileMatching.Tests.Profiles.Rest;

/// <summary>PATCH takes the profile itself, and changes what its body states.</summary>
public sealed class RestUpdateTests
{
    [Theory]
    [InlineData("/v1/profiles/ann")]
    [InlineData("/v1/profiles/-/externalIds/hr%2F7")]
    public async Task A_patch_changes_the_fields_of_its_body_and_no_others(string path)
    {
        await using var rest = await RestProfiles.StartAsync();
        var before = await rest.Host.CreateAsync(Ann(), "ann");

        var answer = await rest.SendAsync("PATCH", path, """{"yearsExperience": 5}""");

        Assert.Equal(200, answer.Status);
        var after = await rest.Host.GetAsync("profiles/ann");
        Assert.Equal(5, after.YearsExperience);
        Assert.Equal(before.Skills, after.Skills);
        Assert.Equal(before.Seniority, after.Seniority);
        Assert.Equal(before.Interests, after.Interests);
        Assert.Equal(before.ExternalId, after.ExternalId);
    }

    [Fact]
    public async Task Null_and_an_empty_list_clear_a_field()
    {
        await using var rest = await RestProfiles.StartAsync();
        await rest.Host.CreateAsync(Ann(), "ann");

        var answer = await rest.SendAsync("PATCH", "/v1/profiles/ann", """{"yearsExperience": null, "interests": []}""");

        Assert.Equal(200, answer.Status);
        var after = await rest.Host.GetAsync("profiles/ann");
        Assert.False(after.HasYearsExperience);
        Assert.Empty(after.Interests);
        Assert.Single(after.Skills);
    }

    [Theory]
    [InlineData("yearsExperience")]
    [InlineData("years_experience")]
    public async Task A_mask_in_the_query_decides_alone(string mask)
    {
        await using var rest = await RestProfiles.StartAsync();
        await rest.Host.CreateAsync(Ann(), "ann");
        const string Body = """{"yearsExperience": 9, "interests": ["Chef"]}""";

        var answer = await rest.SendAsync("PATCH", $"/v1/profiles/ann?updateMask={mask}", Body);

        Assert.Equal(200, answer.Status);
        var after = await rest.Host.GetAsync("profiles/ann");
        Assert.Equal(9, after.YearsExperience);
        Assert.Equal(["Pilot"], after.Interests);
    }

    [Fact]
    public async Task A_profile_that_was_read_can_be_sent_back_whole()
    {
        await using var rest = await RestProfiles.StartAsync();
        await rest.Host.CreateAsync(Ann(), "ann");
        var read = (await rest.SendAsync("GET", "/v1/profiles/ann")).Json.GetProperty("profile").GetRawText();

        var answer = await rest.SendAsync("PATCH", "/v1/profiles/ann", read.Replace("Pilot", "Chef", StringComparison.Ordinal));

        Assert.Equal(200, answer.Status);
        Assert.Equal(["Chef"], (await rest.Host.GetAsync("profiles/ann")).Interests);
    }

    [Fact]
    public async Task The_former_body_is_refused_with_the_path_of_what_is_unknown()
    {
        await using var rest = await RestProfiles.StartAsync();
        await rest.Host.CreateAsync(Ann(), "ann");
        const string Former = """{"profile": {"yearsExperience": 5}, "updateMask": "yearsExperience"}""";

        var answer = await rest.SendAsync("PATCH", "/v1/profiles/ann", Former);

        Assert.Equal(400, answer.Status);
        Assert.Equal(["profile.profile", "profile.updateMask"], answer.Fields);
    }

    private static Profile Ann() =>
        new()
        {
            ExternalId = "hr/7",
            Skills = { new ProfileSkill { Text = "Python" } },
            YearsExperience = 2,
            Seniority = Seniority.Senior,
            Interests = { "Pilot" },
        };
}
