using CareerRecs.Matching.V1;
using CareerRecs.ServiceDefaults.Validation;
using Google.Protobuf;

namespace CareerRecs.ServiceDefaults.Tests.Validation;

public sealed class RequestRulesTests
{
    [Fact]
    public void A_request_within_its_limits_passes() => Assert.Empty(RequestRules.Check(Good()));

    [Theory]
    [InlineData("subject")]
    [InlineData("subject.skills[1].text")]
    [InlineData("subject.skills[1].proficiency")]
    [InlineData("subject.skills[1].years")]
    [InlineData("subject.years_experience")]
    [InlineData("subject.certifications[0]")]
    [InlineData("catalog")]
    [InlineData("max_results")]
    [InlineData("filter.seniorities[0]")]
    [InlineData("content")]
    public void What_breaks_a_limit_is_found_wherever_it_is(string broken)
    {
        var request = Good();
        var profile = request.Subject.InlineProfile;
        switch (broken)
        {
            case "subject": request.Subject = new Subject(); break;
            case "subject.skills[1].text": profile.Skills[1].Text = ""; break;
            case "subject.skills[1].proficiency": profile.Skills[1].Proficiency = (Types.V1.Proficiency)99; break;
            case "subject.skills[1].years": profile.Skills[1].Years = double.NaN; break;
            case "subject.years_experience": profile.YearsExperience = 71; break;
            case "subject.certifications[0]": profile.Certifications.Add(new string('x', 201)); break;
            case "catalog": request.Catalog = "onet"; break;
            case "max_results": request.MaxResults = 101; break;
            case "filter.seniorities[0]": request.Filter = new RoleFilter { Seniorities = { (Types.V1.Seniority)99 } }; break;
            default: request.Subject = new Subject { Document = new Document { Content = ByteString.CopyFrom(new byte[1048577]) } }; break;
        }

        Assert.Single(RequestRules.Check(request));
    }

    private static RecommendRolesRequest Good() => new()
    {
        Catalog = "catalogs/onet",
        Subject = new Subject { InlineProfile = new Profile { YearsExperience = 5, Skills = { new ProfileSkill { Text = "SQL" }, new ProfileSkill { Text = "C#", Years = 2 } } } },
    };
}
