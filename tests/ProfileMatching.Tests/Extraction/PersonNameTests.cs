using CareerRecs.Catalog.V1;
using CareerRecs.Matching.Extraction;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Tests.Extraction;

public sealed class PersonNameTests
{
    /// <summary>A catalog whose skills and titles are also names of people.</summary>
    private static readonly CatalogSnapshot Catalog = CatalogSnapshot.From(
        new CatalogVersion { Name = ResourceName.Version("c", "1") },
        [
            Role("cook", "Cook"), Role("data-scientist", "Data Scientist"), Role("mason", "Mason", "Baker"),
            Skill("docker"), Skill("jasper"), Skill("jenkins"), Skill("julia"), Skill("kubernetes"), Skill("machine-learning"), Skill("python"), Skill("ruby", ambiguous: true), Skill("sql"),
        ]);

    [Theory]
    [InlineData("Python, SQL")]
    [InlineData("Docker Kubernetes")]
    [InlineData("Machine Learning")]
    [InlineData("Data Scientist")]
    [InlineData("Senior Cook")]
    [InlineData("Data Scientist\nPython, SQL, statistics")]
    [InlineData("Data Scientist\nrobin@example.org\nPython, SQL")]
    public void Skills_and_titles_of_the_catalog_are_no_name(string text) =>
        Assert.Equal(text.Replace("robin@example.org", new string(' ', 17), StringComparison.Ordinal), DocumentText.Anonymize(text, Catalog));

    [Theory]
    [InlineData("Ruby Mason")]
    [InlineData("Jasper Cook")]
    [InlineData("Mason Baker")]
    [InlineData("Julia Jenkins")]
    [InlineData("Cook, Ruby")]
    [InlineData("RUBY PYTHON")]
    [InlineData("Wei Zhang")]
    public void A_name_goes_though_its_words_are_skills_and_titles(string name)
    {
        Assert.DoesNotContain(name, DocumentText.Anonymize($"{name}\nSkills\nPython", Catalog), StringComparison.Ordinal);
        Assert.DoesNotContain(name, DocumentText.Anonymize($"Data Scientist\n{name}\nrobin@example.org\nSkills\nPython", Catalog), StringComparison.Ordinal);
    }

    [Fact]
    public void Beside_contact_details_two_words_are_a_name() =>
        Assert.DoesNotContain("Docker", DocumentText.Anonymize("Docker Kubernetes\nrobin@example.org\nSkills\nPython", Catalog), StringComparison.Ordinal);

    [Fact]
    public void A_name_goes_wherever_it_stands_in_full_and_its_words_alone_stay()
    {
        var text = DocumentText.Anonymize("# Ruby Mason\nSkills\nRuby, SQL\nRUBY MASON, page 2", Catalog);

        Assert.DoesNotContain("Mason", text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Ruby, SQL", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Kind regards,\n\nRuby Mason")]
    [InlineData("Yours sincerely\nJasper")]
    [InlineData("Thank you\nMason Baker\n")]
    public void A_signature_goes(string closing)
    {
        var name = closing.Trim().Split('\n')[^1];
        var text = DocumentText.Anonymize("I write to you about the opening.\nI know Python.\n" + closing, Catalog);

        Assert.DoesNotContain(name, text, StringComparison.Ordinal);
        Assert.Contains("Python", text, StringComparison.Ordinal);
    }

    private static CatalogEntry Role(string id, string title, params string[] alternates) =>
        new() { Role = new Role { Name = ResourceName.Role("c", id), Title = title, AlternateTitles = { alternates } } };

    private static CatalogEntry Skill(string id, bool ambiguous = false) =>
        new() { Skill = new Skill { Name = ResourceName.Skill("c", id), Title = id.Replace('-', ' '), Ambiguous = ambiguous } };
}
