using CareerRecs.Matching.V1;
using CareerRecs.ServiceDefaults.Storage;
using CareerRecs.ServiceDefaults.Validation;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;

namespace CareerRecs.ServiceDefaults.Tests.Validation;

public sealed class RequestRulesTests
{
    [Fact]
    public void A_request_within_its_limits_passes() => Assert.Empty(RequestRules.Check(Good()));

    [Fact]
    public void An_empty_text_among_others_must_fit_the_pattern_too()
    {
        var listed = new BatchGetProfilesRequest { Names = { "profiles/a", "" } };
        var chosen = new RecommendRolesRequest { Subject = new Subject { Profile = "" } };

        Assert.Equal(["names[1]"], RequestRules.Check(listed).Select(v => v.Field));
        Assert.Equal(["subject.profile"], RequestRules.Check(chosen).Select(v => v.Field));
    }

    [Theory]
    [InlineData("subject.subject")]
    [InlineData("subject.inline_profile.skills[1].text")]
    [InlineData("subject.inline_profile.skills[1].proficiency")]
    [InlineData("subject.inline_profile.skills[1].years")]
    [InlineData("subject.inline_profile.years_experience")]
    [InlineData("subject.inline_profile.certifications[0]")]
    [InlineData("catalog")]
    [InlineData("max_results")]
    [InlineData("filter.seniorities[0]")]
    [InlineData("subject.document.content")]
    [InlineData("location")]
    [InlineData("subject.inline_profile.interests[1]")]
    [InlineData("subject.inline_profile.jobs[0].start")]
    [InlineData("subject.inline_profile.retention")]
    public void What_breaks_a_limit_is_found_wherever_it_is(string broken)
    {
        var request = Good();
        var profile = request.Subject.InlineProfile;
        switch (broken)
        {
            case "subject.subject":
                request.Subject = new Subject();
                break;
            case "subject.inline_profile.skills[1].text":
                profile.Skills[1].Text = "";
                break;
            case "subject.inline_profile.skills[1].proficiency":
                profile.Skills[1].Proficiency = (Types.V1.Proficiency)99;
                break;
            case "subject.inline_profile.skills[1].years":
                profile.Skills[1].Years = double.NaN;
                break;
            case "subject.inline_profile.years_experience":
                profile.YearsExperience = 71;
                break;
            case "subject.inline_profile.certifications[0]":
                profile.Certifications.Add(new string('x', 201));
                break;
            case "catalog":
                request.Catalog = "onet";
                break;
            case "max_results":
                request.MaxResults = 101;
                break;
            case "location":
                request.Location = "Berl\0in";
                break;
            case "subject.inline_profile.interests[1]":
                profile.Interests.Add(["data", "a\0b"]);
                break;
            case "subject.inline_profile.jobs[0].start":
                profile.Jobs.Add(
                    new HeldJob
                    {
                        Title = "x",
                        Start = new Google.Type.Date
                        {
                            Year = -1,
                            Month = 99,
                            Day = 99,
                        },
                    }
                );
                break;
            case "subject.inline_profile.retention":
                profile.Retention = new Duration { Seconds = 86_400, Nanos = -1 };
                break;
            case "filter.seniorities[0]":
                request.Filter = new RoleFilter { Seniorities = { (Types.V1.Seniority)99 } };
                break;
            default:
                request.Subject = new Subject { Document = new Document { Content = ByteString.CopyFrom(new byte[10_485_761]) } };
                break;
        }

        Assert.Equal([broken], RequestRules.Check(request).Select(v => v.Field));
    }

    [Theory]
    [InlineData(2024, 2, 29, true)]
    [InlineData(2023, 2, 29, false)]
    [InlineData(0, 2, 29, true)]
    [InlineData(2024, 0, 0, true)]
    [InlineData(2024, 13, 1, false)]
    [InlineData(2024, 4, 31, false)]
    [InlineData(2024, 0, 1, false)]
    [InlineData(2024, 1, -1, false)]
    [InlineData(10_000, 1, 1, false)]
    [InlineData(0, 0, 0, true)]
    public void A_date_is_a_real_one_as_far_as_it_is_stated(int year, int month, int day, bool isDate) =>
        Assert.Equal(
            isDate,
            RequestRules
                .Check(
                    new HeldJob
                    {
                        Title = "x",
                        End = new Google.Type.Date
                        {
                            Year = year,
                            Month = month,
                            Day = day,
                        },
                    }
                )
                .Count == 0
        );

    [Theory]
    [InlineData(-62_135_596_801, 0, false)]
    [InlineData(-62_135_596_800, 0, true)]
    [InlineData(253_402_300_799, 999_999_999, true)]
    [InlineData(253_402_300_800, 0, false)]
    [InlineData(0, 1_000_000_000, false)]
    [InlineData(0, -1, false)]
    public void A_timestamp_is_within_its_range(long seconds, int nanos, bool isTime) =>
        Assert.Equal(
            isTime,
            RequestRules
                .Check(
                    new Profile
                    {
                        CreateTime = new Timestamp { Seconds = seconds, Nanos = nanos },
                    }
                )
                .Count == 0
        );

    [Fact]
    public void Other_control_characters_come_with_texts_from_files_and_pass() =>
        Assert.Empty(RequestRules.Check(new Profile { ConsentPurpose = "a\tb\fc\vd\r\n" }));

    [Theory]
    [InlineData("AA")] // U+0000
    [InlineData("AGEA")]
    [InlineData("?")]
    public void A_page_token_that_none_of_ours_can_be_is_refused(string token)
    {
        var refused = Assert.Throws<RpcException>(() => Paging.Decode(token, 1));
        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
        Assert.Equal("page_token", refused.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations.Single().Field);
    }

    private static RecommendRolesRequest Good() =>
        new()
        {
            Catalog = "catalogs/onet",
            Subject = new Subject
            {
                InlineProfile = new Profile
                {
                    YearsExperience = 5,
                    Skills =
                    {
                        new ProfileSkill { Text = "SQL" },
                        new ProfileSkill { Text = "C#", Years = 2 },
                    },
                },
            },
        };
}
