using CareerRecs.Catalog.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Tests.Understanding.Kinds;

/// <summary>Words that are skills in one place and none in another, with twenty values each.</summary>
public sealed class SkillKindTests
{
    private static readonly CatalogSnapshot Snapshot = CatalogSnapshot.From(
        new CatalogVersion { Name = ResourceName.Version("made-up", "1") },
        [
            new CatalogEntry
            {
                Role = new Role { Name = ResourceName.Role("made-up", "data-analyst"), Title = "Data Analyst" },
            },
            .. ((string[])["C", "Excel", "Go", "R"]).Select(title => Skill(title, isAmbiguous: true)),
            .. (
                (string[])
                    [
                        "AWS",
                        "Azure",
                        "Docker",
                        "DynamoDB",
                        "EC2",
                        "Flask",
                        "Helm",
                        "Java",
                        "Kafka",
                        "Kubernetes",
                        "Lambda",
                        "NumPy",
                        "Oracle",
                        "Pandas",
                        "Python",
                        "Rails",
                        "RDS",
                        "S3",
                        "Salesforce",
                        "Science",
                        "SQL",
                        "Terraform",
                    ]
            ).Select(title => Skill(title)),
        ]
    );

    [Theory]
    [InlineData("R\tGo\tC\tExcel", "R|Go|C|Excel")]
    [InlineData("R, Go, C, Excel", "R|Go|C|Excel")]
    [InlineData("R | Go | C | Excel", "R|Go|C|Excel")]
    [InlineData("R · Go · C · Excel", "R|Go|C|Excel")]
    [InlineData("R • Go • C • Excel", "R|Go|C|Excel")]
    [InlineData("R; Go; C; Excel", "R|Go|C|Excel")]
    [InlineData("R / Go / C / Excel", "R|Go|C|Excel")]
    [InlineData("R\nGo\nC\nExcel", "R|Go|C|Excel")]
    [InlineData("- R\n- Go\n- C\n- Excel", "R|Go|C|Excel")]
    [InlineData("• R\n• Go\n• C\n• Excel", "R|Go|C|Excel")]
    [InlineData("* R\n* Go\n* C", "R|Go|C")]
    [InlineData("Python\tR", "Python|R")]
    [InlineData("Python, R", "Python|R")]
    [InlineData("R, Python", "R|Python")]
    [InlineData("Languages: R, Go", "R|Go")]
    [InlineData("Languages:\tC\tR", "C|R")]
    [InlineData("Python\tSQL\tGo", "Python|SQL|Go")]
    [InlineData("Go\r\nC\r\nR", "Go|C|R")]
    [InlineData("SQL, Excel.", "SQL|Excel")]
    [InlineData("C (5 years)\nR (2 years)", "C|R")]
    [InlineData("Excel\tDocker\nC\tJava", "Excel|Docker|C|Java")]
    public void Single_letters_in_lists(string list, string skills) =>
        Assert.Equal(skills, KindReading.Skills($"Skills\n{list}", Snapshot));

    [Theory]
    [InlineData("AWS (EC2, S3, RDS)", "AWS|EC2|S3|RDS")]
    [InlineData("AWS (EC2)", "AWS|EC2")]
    [InlineData("AWS (EC2/S3)", "AWS|EC2|S3")]
    [InlineData("AWS (EC2 and S3)", "AWS|EC2|S3")]
    [InlineData("AWS [EC2, Lambda]", "AWS|EC2|Lambda")]
    [InlineData("AWS: EC2, S3", "AWS|EC2|S3")]
    [InlineData("AWS - EC2, S3", "AWS|EC2|S3")]
    [InlineData("AWS (DynamoDB; RDS)", "AWS|DynamoDB|RDS")]
    [InlineData("AWS (EC2 | S3)", "AWS|EC2|S3")]
    [InlineData("Python (Pandas, NumPy)", "Python|Pandas|NumPy")]
    [InlineData("Python (Flask)", "Python|Flask")]
    [InlineData("Python: Pandas, NumPy, Flask", "Python|Pandas|NumPy|Flask")]
    [InlineData("Kubernetes (Helm), Docker", "Kubernetes|Helm|Docker")]
    [InlineData("Java (Kafka), SQL", "Java|Kafka|SQL")]
    [InlineData("SQL (Oracle)", "SQL|Oracle")]
    [InlineData("Azure (Terraform, Docker)", "Azure|Terraform|Docker")]
    [InlineData("Python (Pandas, NumPy), AWS (S3, Lambda)", "Python|Pandas|NumPy|AWS|S3|Lambda")]
    [InlineData("Terraform (AWS, Azure)", "Terraform|AWS|Azure")]
    [InlineData("Docker (incl. Kubernetes)", "Docker|Kubernetes")]
    [InlineData("AWS (incl. S3, EC2)", "AWS|S3|EC2")]
    public void Parents_with_their_children(string list, string skills) =>
        Assert.Equal(skills, KindReading.Skills($"Skills\n{list}", Snapshot));

    [Theory]
    [InlineData("Tarrant Rails")]
    [InlineData("Vidal Rails Systems")]
    [InlineData("Python Plumbing")]
    [InlineData("Monty Python Bakery")]
    [InlineData("Oracle Books")]
    [InlineData("Docker & Sons")]
    [InlineData("Harbour Docker Services")]
    [InlineData("Lambda Legal")]
    [InlineData("Helm Shipping")]
    [InlineData("Oak Helm Yachts")]
    [InlineData("Kafka Library")]
    [InlineData("Java Coffee House")]
    [InlineData("Island of Java Tours")]
    [InlineData("Azure Pools")]
    [InlineData("Azure Coast Hotel")]
    [InlineData("Flask Distillery")]
    [InlineData("Science Museum")]
    [InlineData("Redgum Science College")]
    [InlineData("Pandas Toys")]
    [InlineData("Giant Pandas Reserve")]
    public void Employers(string employer)
    {
        Assert.Empty(KindReading.Skills($"Experience\nData Analyst, {employer}, 2019 - 2020\n- Filed letters.", Snapshot));
        Assert.Empty(KindReading.Skills($"Experience\nData Analyst\n{employer}\n2019 - 2020\n- Filed letters.", Snapshot));
        Assert.Empty(KindReading.Skills($"Experience\nData Analyst | {employer} | 2019 - 2020", Snapshot));
    }

    [Theory]
    [InlineData("Bachelor of Science, 2012")]
    [InlineData("BACHELOR OF SCIENCE, 2012")]
    [InlineData("Bachelor of Science")]
    [InlineData("Bachelor of Science in Statistics, 2012")]
    [InlineData("BACHELOR OF SCIENCE IN STATISTICS")]
    [InlineData("Bachelor's of Science, Leeds")]
    [InlineData("Bachelors of Science, Leeds")]
    [InlineData("Bachelor of Science (Hons), Biology")]
    [InlineData("Bachelor of Applied Science, 2011")]
    [InlineData("Master of Science, 2014")]
    [InlineData("MASTER OF SCIENCE")]
    [InlineData("Master of Science in Physics")]
    [InlineData("Masters of Science, York")]
    [InlineData("Master of Science: Statistics")]
    [InlineData("Associate of Science, 2009")]
    [InlineData("Associate of Applied Science, 2009")]
    [InlineData("BSc Computer Science")]
    [InlineData("B.Sc. in Computer Science, 2012 - 2015")]
    [InlineData("MSc Data Science, 2016")]
    [InlineData("PhD in Computer Science")]
    public void Degrees(string degree)
    {
        Assert.Empty(KindReading.Skills($"Education\n{degree}", Snapshot));
        Assert.NotEmpty(KindReading.Read($"Education\n{degree}", Snapshot).Profile.Education);
    }

    private static CatalogEntry Skill(string title, bool isAmbiguous = false) =>
        new()
        {
            Skill = new Skill
            {
                Name = ResourceName.Skill("made-up", title.ToLowerInvariant()),
                Title = title,
                Category = title == "Science" ? SkillCategory.Knowledge : SkillCategory.Tool,
                Ambiguous = isAmbiguous,
            },
        };
}
