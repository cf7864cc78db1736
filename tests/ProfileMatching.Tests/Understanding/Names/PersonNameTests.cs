using CareerRecs.Catalog.V1;
using CareerRecs.ProfileMatching.Understanding.Extraction.Names;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Tests.Understanding.Names;

public sealed class PersonNameTests
{
    /// <summary>A catalog whose skills and titles are also names of people.</summary>
    private static readonly CatalogSnapshot Catalog = CatalogSnapshot.From(
        new CatalogVersion { Name = ResourceName.Version("c", "1") },
        [
            Role("cook", "Cook"),
            Role("data-scientist", "Data Scientist"),
            Role("mason", "Mason", "Baker"),
            Skill("docker"),
            Skill("jasper"),
            Skill("jenkins"),
            Skill("julia"),
            Skill("kubernetes"),
            Skill("machine-learning"),
            Skill("python"),
            Skill("ruby", ambiguous: true),
            Skill("sql"),
        ]
    );

    [Theory]
    [InlineData("Python, SQL")]
    [InlineData("Docker Kubernetes")]
    [InlineData("Machine Learning")]
    [InlineData("Data Scientist")]
    [InlineData("Senior Cook")]
    [InlineData("Data Scientist\nPython, SQL, statistics")]
    [InlineData("Data Scientist\nrobin@example.org\nPython, SQL")]
    public void Skills_and_titles_of_the_catalog_are_no_name(string text) =>
        Assert.Equal(text.Replace("robin@example.org", new string(' ', 17), StringComparison.Ordinal), Blanked(text));

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
        Assert.DoesNotContain(name, Blanked($"{name}\nSkills\nPython"), StringComparison.Ordinal);
        Assert.DoesNotContain(
            name,
            Blanked($"Data Scientist\n{name}\nrobin@example.org\nSkills\nPython"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("Ruby Mason | Data Scientist\nstreet and number - postcode town - country\nSkills\nPython")]
    [InlineData("Ruby Mason – Data Scientist\nSkills\nPython")]
    [InlineData("Ruby Mason, Data Scientist and Writer of Reports\nSkills\nPython")]
    [InlineData("Curriculum vitae of Ruby Mason\nSkills\nPython")]
    [InlineData("Resume: Ruby Mason\nSkills\nPython")]
    [InlineData("Ruby Mason's Resume\nSkills\nPython")]
    [InlineData("Ruby Mason\t+44 20 7946 0958\nLeeds\truby.mason@example.org\nSkills\nPython")]
    [InlineData("Name\tRuby Mason\nNationality\tNorse\nSkills\nPython")]
    [InlineData("Personal information\nFirst name(s) / Surname(s)\tRuby Mason\nSkills\nPython")]
    [InlineData("ruby mason\nruby.mason@example.org\nSkills\nPython")]
    [InlineData(
        "+44 20 7946 0958\nmason@example.org\nlooking for work near home and in no other place at all\nMason\nSkills\nPython"
    )]
    [InlineData("• Ruby Mason\n• ruby@example.org\nSkills\nPython")]
    public void A_name_goes_wherever_heads_put_it(string text)
    {
        var left = Anonymized(text);

        Assert.DoesNotContain("Mason", left.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Python", left.Text, StringComparison.Ordinal);
        Assert.True(left.IsNameBlanked);
    }

    [Theory]
    [InlineData("李小明\nSkills\nPython", "小明")]
    [InlineData("김철수\nkim@example.org\nSkills\nPython", "철수")]
    public void A_name_without_blanks_goes(string text, string name) =>
        Assert.DoesNotContain(name, Blanked(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("Data Scientist, Example Ltd, 2019 - 2021\nBuilt models in Python.", false, false)]
    [InlineData("Python, SQL and a year of Docker\nrobin@example.org", false, true)]
    [InlineData("Ruby Mason\nSkills\nPython", true, false)]
    [InlineData("Name: Ruby Mason\nSkills\nPython", true, false)]
    [InlineData("Ruby Mason\n+44 20 7946 0958\nSkills\nPython", true, true)]
    public void What_was_blanked_is_known(string text, bool isName, bool isContact)
    {
        var left = Anonymized(text);

        Assert.Equal((isName, isContact), (left.IsNameBlanked, left.IsContactBlanked));
    }

    [Fact]
    public void Beside_contact_details_two_words_are_a_name() =>
        Assert.DoesNotContain(
            "Docker",
            Blanked("Docker Kubernetes\nrobin@example.org\nSkills\nPython"),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_name_goes_wherever_it_stands_in_full_and_its_words_alone_stay()
    {
        var text = Blanked("# Ruby Mason\nSkills\nRuby, SQL\nRUBY MASON, page 2");

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
        var text = Blanked("I write to you about the opening.\nI know Python.\n" + closing);

        Assert.DoesNotContain(name, text, StringComparison.Ordinal);
        Assert.Contains("Python", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ruby Mason\n12 Baker Street, Cook, MN 55723\n+44 20 7946 0958\nSummary\nPython")]
    [InlineData("Ruby Mason | 12 Baker Street | Springfield | ruby@example.org | Born 3 May 1990\nSummary\nPython")]
    [InlineData("Curriculum Vitae\nRuby Mason (she/her)\nContact\n12 Baker Street\nMason City, IA 50401\nSummary\nPython")]
    [InlineData("Name: Ruby Mason\nAge: 34\nMarital status: single\nSummary\nPython")]
    [InlineData("Mason, Ruby\nruby@example.org\nSpringfield, Cook\nSummary\nPython")]
    [InlineData("Summary\nPython\nMs. Mason is 34 years old.\nSincerely, Ruby Mason")]
    [InlineData(
        "Summary\nPython\nShe is a thirty-four-year-old; her team likes "
            + "her.\n\nBest regards\n\nRuby Mason, CPA\n12 Baker Street\n020 7946 0958"
    )]
    public void Nothing_is_left_of_who_somebody_is(string text)
    {
        var left = Blanked(text);

        Assert.Equal(text.Length, left.Length);
        Assert.Contains("Python", left, StringComparison.Ordinal);
        foreach (
            var word in new[]
            {
                "Ruby",
                "Mason",
                "Baker",
                "Cook",
                "Springfield",
                "34",
                "thirty",
                "1990",
                "7946",
                "she",
                "her ",
                "single",
            }
        )
        {
            Assert.DoesNotContain(word, left, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData("Data analyst with SQL. Call me on +44 20 7946 0958 about Python.", "Data analyst with SQL. Call me on")]
    [InlineData("Head\nLed a 10 person team in 2019 for 5 years.\nUsed Ms Excel.", "Led a 10 person team in 2019 for 5 years.")]
    [InlineData("Skills\nHIS and EHR systems\nThe machine learning its way", "HIS and EHR systems")]
    public void What_tells_nothing_of_the_person_stays(string text, string kept) =>
        Assert.Contains(kept, Blanked(text), StringComparison.Ordinal);

    private static CatalogEntry Role(string id, string title, params string[] alternates) =>
        new()
        {
            Role = new Role
            {
                Name = ResourceName.Role("c", id),
                Title = title,
                AlternateTitles = { alternates },
            },
        };

    private static CatalogEntry Skill(string id, bool ambiguous = false) =>
        new()
        {
            Skill = new Skill
            {
                Name = ResourceName.Skill("c", id),
                Title = id.Replace('-', ' '),
                Ambiguous = ambiguous,
            },
        };

    private static string Blanked(string text) => Anonymized(text).Text;

    private static AnonymousText Anonymized(string text) =>
        DocumentText.Anonymize(text, Catalog, TestContext.Current.CancellationToken);
}
