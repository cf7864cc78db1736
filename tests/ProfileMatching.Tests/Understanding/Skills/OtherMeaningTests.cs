using CareerRecs.Catalog.V1;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Understanding.Extraction;
using CareerRecs.ProfileMatching.Understanding.Extraction.Skills;
using CareerRecs.Vocabulary;
using Google.Protobuf;

namespace CareerRecs.ProfileMatching.Tests.Understanding.Skills;

/// <summary>Names of skills that mean a trade, a company or a field of study where they stand.</summary>
public sealed class OtherMeaningTests
{
    private static readonly CatalogSnapshot Snapshot = CatalogSnapshot.From(
        new CatalogVersion { Name = ResourceName.Version("made-up", "1") },
        [
            Skill("Chef"),
            Skill("Oracle Database", "Oracle"),
            Skill("Google"),
            Skill("Science"),
            Skill("Python"),
            Skill("Terraform"),
            Skill("SQL"),
            Skill("Node.js"),
        ]
    );

    [Theory]
    [InlineData("Experience\nExecutive Chef, The Gilded Pelican, 2016 - 2020", "Chef", false)]
    [InlineData("Summary\nChef of regional food with Python at night.", "Chef", false)]
    [InlineData("Experience\nHead Chef and owner of Malhar, used Python.", "Chef", false)]
    [InlineData("Skills\nTerraform, Chef, Python", "Chef", true)]
    [InlineData("Summary\nExperience with Chef on many servers.", "Chef", true)]
    [InlineData("Skills\nOracle PeopleSoft, Python", "Oracle Database", false)]
    [InlineData("Skills\nPython, Oracle Hyperion", "Oracle Database", false)]
    [InlineData("Skills\nOracle Fusion Cloud", "Oracle Database", false)]
    [InlineData("Skills\nOracle, Python", "Oracle Database", true)]
    [InlineData("Summary\nReported from Oracle each week.", "Oracle Database", true)]
    [InlineData("Summary\nWorked as an Oracle DBA.", "Oracle Database", true)]
    [InlineData("Skills\nOracle SQL", "Oracle Database", true)]
    [InlineData("Certifications\nGoogle Professional Data Engineer", "Google", false)]
    [InlineData("Certifications\nGoogle Ads Search Certification", "Google", false)]
    [InlineData("Skills\nGoogle, Python", "Google", true)]
    [InlineData("Education\nBSc in Computer Science, 2012 - 2015", "Science", false)]
    [InlineData("Education\nMaster of Science in Political Science", "Science", false)]
    [InlineData("Education\nB.Sc. Data Science", "Science", false)]
    [InlineData("Education\nBachelor of Science in Sports Science and Health", "Science", false)]
    [InlineData("Skills\nScience, Python", "Science", true)]
    [InlineData("Skills\nPython, Node, SQL", "Node.js", true)]
    [InlineData("Summary\nBuilt services with Python, Node and SQL.", "Node.js", true)]
    [InlineData("Summary\nExperience with Node on many servers.", "Node.js", true)]
    [InlineData("Summary\nAdded a node to the cluster with Python.", "Node.js", false)]
    [InlineData("Summary\nNode of a network of schools.", "Node.js", false)]
    public void The_words_around_tell_what_is_meant(string text, string skill, bool isRead)
    {
        Assert.Equal(isRead, Read(text).Any(s => s.Skill.Title == skill));
    }

    [Theory]
    [InlineData("I have never taught with Python.")]
    [InlineData("Never run Python.")]
    [InlineData("I have not managed Python.")]
    [InlineData("Never operated Python.")]
    public void What_was_never_done_is_denied(string text) => Assert.Empty(Read($"Summary\n{text}"));

    private static IReadOnlyList<ReadSkill> Read(string text) =>
        DocumentReader
            .ReadWithSpans(
                new Document { Content = ByteString.CopyFromUtf8(text) },
                Snapshot,
                cancellationToken: TestContext.Current.CancellationToken
            )
            .Skills;

    private static CatalogEntry Skill(string title, params string[] aliases) =>
        new()
        {
            Skill = new Skill
            {
                Name = $"catalogs/made-up/skills/{title.ToLowerInvariant().Replace(' ', '-')}",
                Title = title,
                Aliases = { aliases },
                Category = title == "Science" ? SkillCategory.Knowledge : SkillCategory.Tool,
            },
        };
}
