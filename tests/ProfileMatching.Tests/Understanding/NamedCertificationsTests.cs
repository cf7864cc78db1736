using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Understanding.Extraction.Education;

namespace CareerRecs.ProfileMatching.Tests.Understanding;

public sealed class NamedCertificationsTests
{
    [Theory]
    [InlineData("electrician's license", "journeyman electrician license", true)]
    [InlineData("commercial driver's license", "CDL class A", true)]
    [InlineData("registered nurse license", "RN license", true)]
    [InlineData("registered nurse license", "nursing licence", true)]
    [InlineData("commercial driver's license", "driving licence", false)]
    [InlineData("electrician's license", "plumbing license", false)]
    [InlineData("teaching certificate", "first aid certificate", false)]
    public void A_licence_named_is_held_against_the_one_required(string required, string named, bool means) =>
        Assert.Equal(means ? named : null, NamedCertifications.Find(required, "Some Workers", [named]));

    [Theory]
    [InlineData("Licence or registration", "Registered Nurses", "RN license", true)]
    [InlineData("Licence or registration", "Registered Nurses", "forklift license", false)]
    [InlineData("electrician's license or identification card", "Electricians", "journeyman electrician license", true)]
    [InlineData("electrician's license or identification card", "Electricians", "plumber license", false)]
    public void An_alternative_is_enough_and_a_role_says_which_trade(string required, string role, string named, bool means) =>
        Assert.Equal(means ? named : null, NamedCertifications.Find(required, role, [named]));

    [Theory]
    [InlineData("CDL class A", "CDL class A")]
    [InlineData("RN license", "RN license")]
    [InlineData("Got my journeyman card last spring", "journeyman card")]
    [InlineData("gas safe registration", "gas safe registration")]
    [InlineData("wiring", null)]
    [InlineData("card payments", null)]
    public void An_item_that_names_a_licence_is_found(string item, string? licence) =>
        Assert.Equal(licence, NamedLicences.Find(item));
}
