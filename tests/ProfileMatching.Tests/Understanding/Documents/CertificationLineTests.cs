namespace CareerRecs.ProfileMatching.Tests.Understanding.Documents;

public sealed class CertificationLineTests
{
    [Theory]
    [InlineData("Certified Critical Care Nurse\n(CCRN)", "Certified Critical Care Nurse (CCRN)")]
    [InlineData("Commercial Driver License Class\nA (CDL)", "Commercial Driver License Class A (CDL)")]
    [InlineData("Certified Kubernetes\nAdministrator (CKA)", "Certified Kubernetes Administrator (CKA)")]
    [InlineData("Azure Developer\nAssociate", "Azure Developer Associate")]
    [InlineData("Diploma in Legal Executive\nStudies", "Diploma in Legal Executive Studies")]
    [InlineData("Certificate in the\nHandling of Food", "Certificate in the Handling of Food")]
    [InlineData("Licence for\nForklifts of Class B", "Licence for Forklifts of Class B")]
    [InlineData("Health and Safety at work\nlevel 2", "Health and Safety at work level 2")]
    [InlineData("- Certified Welder of\n  Pressure Pipe\n- First Aid", "Certified Welder of Pressure Pipe|First Aid")]
    [InlineData(
        "• Registered Gas Engineer and\nBoiler Inspector\n• First Aid",
        "Registered Gas Engineer and Boiler Inspector|First Aid"
    )]
    [InlineData("1. AWS Certified Developer", "AWS Certified Developer")]
    [InlineData("1) First Aid\n2) Fire Warden", "First Aid|Fire Warden")]
    [InlineData("10. First Aid\n11. Fire Warden", "First Aid|Fire Warden")]
    [InlineData("First Aid\nFire Warden", "First Aid|Fire Warden")]
    [InlineData("CCRN\nBLS", "CCRN|BLS")]
    [InlineData("Project Management Professional\nPRINCE2 Practitioner", "Project Management Professional|PRINCE2 Practitioner")]
    [InlineData("Certified Food Manager\nServSafe", "Certified Food Manager|ServSafe")]
    [InlineData("Certificat de soudure à\nl'arc", "Certificat de soudure à l'arc")]
    [InlineData("Certificado de Competências\nPedagógicas", "Certificado de Competências Pedagógicas")]
    [InlineData("3D Modeller, level 1\nFirst Aid", "3D Modeller, level 1|First Aid")]
    public void A_certification_over_two_lines_is_one(string lines, string names) =>
        Assert.Equal(
            names.Split('|'),
            Jobs.JobDatesTests.Read($"Summary\nClerk of the house.\nCertifications\n{lines}").Profile.Certifications
        );

    [Fact]
    public void What_stands_apart_from_certifications_is_none() =>
        Assert.Equal(
            ["First Aid"],
            Jobs.JobDatesTests.Read("Certifications\nFirst Aid\n\nData Analyst\nLeeds\nExperience\nClerk").Profile.Certifications
        );
}
