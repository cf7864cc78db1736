using CareerRecs.Catalog.V1;
using CareerRecs.ProfileMatching.Understanding.Extraction.Lines;
using CareerRecs.ProfileMatching.Understanding.Extraction.Skills;
using CareerRecs.Types.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Tests.Understanding.Skills;

public sealed class SkillContextTests
{
    private static readonly CatalogSnapshot Snapshot = CatalogSnapshot.From(
        new CatalogVersion { Name = ResourceName.Version("made-up", "1") },
        [
            Skill("AWS"),
            Skill("EC2", aliases: ["AWS EC2"]),
            Skill("Electronic medical record EMR software", aliases: ["EMR"]),
            Skill("S3"),
            Skill("C", ambiguous: true),
            Skill("C++"),
            Skill("CSS"),
            Skill("Docker"),
            Skill("Excel", ambiguous: true),
            Skill("Go", ambiguous: true),
            Skill("HTML"),
            Skill("Java"),
            Skill("Kubernetes"),
            Skill("Machine learning"),
            Skill("Node.js"),
            Skill("Python"),
            Skill("R", ambiguous: true),
            Skill("REST APIs"),
            Skill("Rust", ambiguous: true),
            Skill("Spark", ambiguous: true),
            Skill("Spring", ambiguous: true),
            Skill("SQL"),
            Skill("Swift", ambiguous: true),
        ]
    );

    [Theory]
    [InlineData("I lock up, ramp up and Docker up the servers", "")]
    [InlineData("Docker, up to date", "Docker")]
    public void A_verb_of_two_words_names_no_skill(string text, string skills) => Assert.Equal(skills, Names(text));

    [Theory]
    [InlineData("Wrote services in Go and Python", "Go Python")]
    [InlineData("Go programming for embedded devices", "Go")]
    [InlineData("Proficient in Excel", "Excel")]
    [InlineData("Excel in customer service; used SQL", "SQL")]
    [InlineData("Spring 2019: learned Java", "Java")]
    [InlineData("Java, Spring, SQL", "Java Spring SQL")]
    [InlineData("Spring framework", "Spring")]
    [InlineData("HTML/CSS and C/C++", "HTML CSS C C++")]
    [InlineData("Statistical computing with R and Python", "R Python")]
    [InlineData("Led R&D of Python tools, vitamin C included", "Python")]
    [InlineData("Our go-live with Docker", "Docker")]
    [InlineData("Skills\nswift\ngo\nspark", "Swift Go Spark")]
    [InlineData("Skills: Rust, Go", "Rust Go")]
    [InlineData("python, go, rust", "Python Go Rust")]
    [InlineData("I python, go to school", "Python")]
    [InlineData("Rust 1.80 on servers", "Rust")]
    [InlineData("A swift response to rust on the spark plugs", "")]
    [InlineData("Programmed in C on microcontrollers", "C")]
    public void An_ambiguous_word_counts_only_in_context(string text, string skills) => Assert.Equal(skills, Names(text));

    [Theory]
    [InlineData("No experience with Kubernetes, Docker or SQL. Python daily.", "Python")]
    [InlineData("no prior experience with\nKubernetes\nPython", "Python")]
    [InlineData("Not familiar with Java but know Python", "Python")]
    [InlineData("I have never used Docker; I use SQL", "SQL")]
    [InlineData("Never failed to deliver Python on time", "Python")]
    [InlineData("I haven't worked with Kubernetes yet", "")]
    [InlineData("Skills including but not limited to Python, SQL", "Python SQL")]
    [InlineData("Not only Python but also SQL", "Python SQL")]
    [InlineData("Kubernetes: none, Docker (no experience)", "")]
    [InlineData("Lacking exposure to Java, experienced in SQL", "SQL")]
    [InlineData("Eager to learn Kubernetes. SQL is my trade", "SQL")]
    [InlineData("No Docker. Then, later, Docker in production", "Docker")]
    [InlineData("There is no cloud. Daily experience with SQL", "SQL")]
    [InlineData("Python daily. I do not code in Java.", "Python")]
    [InlineData("I have yet to use Kubernetes, and Docker is something I would love to learn. SQL", "SQL")]
    [InlineData("A colleague wrote the Java, not me, on Docker. Python", "Python")]
    [InlineData("Kubernetes - not yet. SQL", "SQL")]
    [InlineData("Python and SQL; Docker I have not used so far", "Python SQL")]
    [InlineData("No Java. Python instead", "Python")]
    [InlineData("I never touched Kubernetes or Docker", "")]
    [InlineData("All of it in Python, nothing else; hoping to pick up Kubernetes next", "Python")]
    [InlineData("Interested in learning Java. SQL reports", "SQL")]
    [InlineData("Looking forward to learning Docker; Python now", "Python")]
    [InlineData("Comfortable with the whole stack except Kubernetes", "")]
    [InlineData("No experience with anything except SQL", "SQL")]
    [InlineData("I didn't write the Java myself. CSS and HTML I did", "CSS HTML")]
    [InlineData("I cannot program in Java", "")]
    [InlineData("Docker: to learn. Python: five years", "Python")]
    [InlineData("Java I would like to study one day", "")]
    [InlineData("Cut costs with Docker, not with more servers", "Docker")]
    [InlineData("Built it in Python, which was not easy", "Python")]
    [InlineData("Ran Kubernetes for years and loved to learn from it", "Kubernetes")]
    public void What_is_denied_does_not_count(string text, string skills) => Assert.Equal(skills, Names(text));

    [Theory]
    [InlineData("Skills: AWS (EC2, S3), Docker", "AWS EC2 S3 Docker")]
    [InlineData("Jobs on AWS (S3, EMR)", "AWS S3")]
    [InlineData("Charts in an EMR", "Electronic medical record EMR software")]
    [InlineData("AWS | EC2 | Python", "AWS EC2 Python")]
    [InlineData("Ran AWS EC2 machines", "EC2")]
    [InlineData("Skills: Node, Docker", "Node.js Docker")]
    [InlineData("Python and Docker, one node of a cluster", "Python Docker")]
    public void Brackets_and_marks_end_a_name(string text, string skills) => Assert.Equal(skills, Names(text));

    [Theory]
    [InlineData("Python 3.11 and python3", "Python")]
    [InlineData("nodejs, Node JS or node.js", "Node.js")]
    [InlineData("HTML5/CSS3", "HTML CSS")]
    [InlineData("Machine-Learning and a rest api", "Machine learning REST APIs")]
    public void Names_are_found_as_people_write_them(string text, string skills) => Assert.Equal(skills, Names(text));

    [Theory]
    [InlineData("Python (5 years)", 5.0, 0)]
    [InlineData("Python - 3+ yrs", 3.0, 0)]
    [InlineData("Python: five years", 5.0, 0)]
    [InlineData("5 years of Python", 5.0, 0)]
    [InlineData("over 7 years' professional experience with Java, SQL and Python", 7.0, 0)]
    [InlineData("Python, 4 years of SQL", null, 0)]
    [InlineData("Python since 2018", 8.0, 2026)]
    [InlineData("Python (2012 - 2015)", 3.0, 2015)]
    [InlineData("Python (2012 - present)", 14.0, 2026)]
    [InlineData("Python (last used 2019)", null, 2019)]
    [InlineData("Python in a team of 9 years old products", null, 0)]
    public void Years_and_last_use_are_read_beside_the_skill(string text, double? years, int lastUsed)
    {
        var times = Read(text).Single(s => s.Skill.Title == "Python").Times;
        Assert.Equal((years, lastUsed), (times.Years, times.LastUsedYear));
    }

    [Theory]
    [InlineData("Python (advanced), SQL", Proficiency.Advanced)]
    [InlineData("Python - Expert", Proficiency.Expert)]
    [InlineData("Python advanced queries", Proficiency.Unspecified)]
    public void How_well_is_read_where_it_is_said(string text, Proficiency level) =>
        Assert.Equal(level, Read(text).Single(s => s.Skill.Title == "Python").Times.Proficiency);

    [Fact]
    public void The_surer_place_and_the_longest_time_count()
    {
        var read = Assert.Single(Read("Rust 1.80 here.\nRust (6 years)"), s => s.Skill.Title == "Rust");
        Assert.Equal((0, 6), (read.Start, read.Times.Years));
        Assert.InRange(read.Confidence, 0.5, 0.95);
    }

    private static string Names(string text) => string.Join(' ', Read(text).Select(s => s.Skill.Title));

    private static List<ReadSkill> Read(string text) =>
        SkillReader.Read(SectionedText.FromText(text), Snapshot, today: new DateOnly(2026, 11, 1));

    private static CatalogEntry Skill(string title, bool ambiguous = false, string[]? aliases = null) =>
        new()
        {
            Skill = new Skill
            {
                Name = ResourceName.Skill(
                    "made-up",
                    string.Concat(title.ToLowerInvariant().Replace('+', 'p').Select(c => char.IsAsciiLetter(c) ? c : '-'))
                ),
                Title = title,
                Category = SkillCategory.Tool,
                Ambiguous = ambiguous,
                Aliases = { aliases ?? [] },
            },
        };
}
