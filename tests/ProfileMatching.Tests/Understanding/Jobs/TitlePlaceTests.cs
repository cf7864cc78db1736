using CareerRecs.Catalog.V1;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Understanding.Extraction;
using CareerRecs.Vocabulary;
using Google.Protobuf;

namespace CareerRecs.ProfileMatching.Tests.Understanding.Jobs;

public sealed class TitlePlaceTests
{
    private static readonly CatalogSnapshot Snapshot = CatalogSnapshot.From(
        new CatalogVersion { Name = ResourceName.Version("made-up", "1") },
        [
            Role("Registered Nurse", "RN"),
            Role("Data Analyst", "Data Analytics Specialist"),
            Role("Data Scientist"),
            Role("Chief Executive", "CEO", "Chief Executive Officer"),
            Role("Correctional Officer", "CO"),
            Role("Physician Assistant", "PA", "Assistant"),
            Role("Accountant", "CA", "Chartered Accountant"),
            Role("Electrician"),
            Role("Baker"),
            Role("Property Owner", "Owner"),
            Role("Machine Learning Engineer"),
            new CatalogEntry
            {
                Skill = new Skill
                {
                    Name = "catalogs/made-up/skills/rails",
                    Title = "Ruby on Rails",
                    Aliases = { "Rails" },
                    Category = SkillCategory.Tool,
                },
            },
            new CatalogEntry
            {
                Skill = new Skill
                {
                    Name = "catalogs/made-up/skills/python",
                    Title = "Python",
                    Category = SkillCategory.Tool,
                },
            },
            new CatalogEntry
            {
                Skill = new Skill
                {
                    Name = "catalogs/made-up/skills/science",
                    Title = "Science",
                    Category = SkillCategory.Knowledge,
                },
            },
        ]
    );

    [Theory]
    [InlineData("Tarrant Rails Systems\nData Analyst\n2015 - 2019", false)]
    [InlineData("Vidal Rails\nData Analyst\n2015 - 2019", false)]
    [InlineData("Data Analyst, Tarrant Rails Systems, 2015 - 2019", false)]
    [InlineData("Data Analyst\n2015 - 2019\n- Built shops with Rails.", true)]
    [InlineData("Rails\nData Analyst\n2015 - 2019", true)]
    public void An_employer_above_the_title_is_no_skill(string job, bool isRead)
    {
        var document = new Document { Content = ByteString.CopyFromUtf8($"Experience\n{job}") };
        var read = DocumentReader.ReadWithSpans(document, Snapshot, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(isRead, read.Skills.Any(skill => skill.Skill.Title == "Ruby on Rails"));
    }

    [Theory]
    [InlineData("Senior Registered Nurse, Elmbrook Care, May 2024 - Present", "Senior Registered Nurse")]
    [InlineData("Jr. Data Analyst, Elmbrook Care, May 2024 - Present", "Jr. Data Analyst")]
    [InlineData("Electrician III | Bright Sparks | 2015 - 2019", "Electrician III")]
    [InlineData("Lead Data Scientist - Quill Harbour - 2019 - 2021", "Lead Data Scientist")]
    [InlineData("Trainee Accountant at Mole & Sons, 2019 - 2020", "Trainee Accountant")]
    [InlineData("Head of Data, Acorn Mill, 2019 - 2020", "Head of Data")]
    [InlineData("Elmbrook Care, Registered Nurse II, 2019 - 2020", "Registered Nurse II")]
    [InlineData("2019 - 2020\tPrincipal Data Scientist\tAcorn Mill", "Principal Data Scientist")]
    [InlineData("Product Owner, Acorn Mill, 2019 - 2020", "Product Owner")]
    [InlineData("Personal Assistant, Acorn Mill, 2019 - 2020", "Personal Assistant")]
    [InlineData("Scrum Master and Delivery Lead (Acorn Mill), 2019 - 2020", "Scrum Master and Delivery Lead")]
    [InlineData("Data Analyst, Bramble & Co, Boston, MA, 2019 - 2020", "Data Analyst")]
    [InlineData("Data Analyst, Turner & Baker, Los Angeles, CA, 2019 - 2020", "Data Analyst")]
    [InlineData("Turner & Baker, Data Analyst, 2019 - 2020", "Data Analyst")]
    [InlineData("Worked as a baker", "baker")]
    [InlineData("Boston, CA, 2019 - 2020", "")]
    [InlineData("Bramble & Co, 2019 - 2020", "")]
    [InlineData("Assisted the Chief Executive Officer and the Data Scientist of the team with papers from 2019 - 2020", "")]
    [InlineData("RN, Elmbrook Care, 2019 - 2020", "RN")]
    [InlineData("Staff Machine Learning Engineer\nAcorn Mill\n2019 - 2020", "Staff Machine Learning Engineer")]
    public void The_title_is_the_whole_part_of_the_line(string line, string title) =>
        Assert.Equal(title, string.Join('|', Read($"EXPERIENCE\n{line}\n- Reports.").Jobs.Select(job => job.Title)));

    [Fact]
    public void A_bullet_under_the_dates_names_no_job()
    {
        const string text =
            "EXPERIENCE\nData Analyst, Quill Harbour Ltd\nJanuary 2021 - March 2024\n"
            + "- Assisted the Chief Executive Officer with board papers and "
            + "supported the Data Scientist of the team.\n- Reports in SQL.";

        Assert.Equal(["Data Analyst"], Read(text).Jobs.Select(job => job.Title));
    }

    [Theory]
    [InlineData("Data Analyst, Tarrant Rails, 2019 - 2020", "")]
    [InlineData("Data Analyst\nTarrant Rails, Leeds\n2019 - 2020", "")]
    [InlineData("Data Analyst | Python, Rails | 2019 - 2020", "Python|Ruby on Rails")]
    [InlineData("Data Analyst, Acorn Mill, 2019 - 2020\n- Sites in Rails", "Ruby on Rails")]
    [InlineData("Bachelor of Science in Statistics, 2012", "")]
    [InlineData("BACHELOR OF SCIENCE, 2012", "")]
    public void Employers_and_degrees_are_no_skills(string lines, string skills) =>
        Assert.Equal(
            skills,
            string.Join(
                '|',
                Read($"EXPERIENCE\n{lines}")
                    .Skills.Select(skill => Snapshot.SkillLexicon.Resolve(skill.Text).Title)
                    .Where(t => t.Length > 0)
            )
        );

    private static Profile Read(string text) =>
        DocumentReader.Read(new Document { Content = ByteString.CopyFromUtf8(text) }, Snapshot);

    private static CatalogEntry Role(string title, params string[] others) =>
        new()
        {
            Role = new Role
            {
                Name = ResourceName.Role("made-up", title.ToLowerInvariant().Replace(' ', '-')),
                Title = title,
                AlternateTitles = { others },
            },
        };
}
