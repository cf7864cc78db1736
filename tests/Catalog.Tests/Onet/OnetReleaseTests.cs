using CareerRecs.Catalog.Import;
using CareerRecs.Catalog.Import.Onet;
using CareerRecs.Catalog.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.Catalog.Tests.Onet;

/// <summary>The release of May 2025 as published.</summary>
public sealed class OnetReleaseTests
{
    [Fact]
    public void Release_29_3_is_imported_whole()
    {
        var catalog = Import();

        Assert.Equal("29.3", catalog.VersionId);
        Assert.Empty(catalog.Report.Findings);
        Assert.Equal(1016, catalog.Counter("roles"));
        Assert.Equal(61_530, catalog.Counter("rows of Skills.txt"));
        Assert.Equal(58_014, catalog.Counter("rows of Knowledge.txt"));
        Assert.Equal(32_681, catalog.Counter("rows of Technology Skills.txt"));
        Assert.Equal(56_560, catalog.Counter("rows of Alternate Titles.txt"));

        var skills = catalog.Entries.Where(e => e.Skill is not null).ToDictionary(e => e.Skill.Name, e => e.Skill);
        var roles = catalog.Entries.Where(e => e.Role is not null).Select(e => e.Role).ToList();
        Assert.All(roles.SelectMany(r => r.Skills), s => Assert.True(skills.ContainsKey(s.Skill)));
        Assert.All(skills.Values.SelectMany(s => s.Broader), name => Assert.Empty(skills[name].Broader));
        var names = skills.Values.SelectMany(s => s.Aliases).ToList();
        Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());

        var scientist = catalog.Role();
        Assert.Contains("Machine Learning Engineer", scientist.AlternateTitles);
        Assert.True(scientist.Asks("python")!.InDemand);
        Assert.Equal(4, scientist.JobZone);
        Assert.Equal(20, scientist.RelatedRoles.Count);
        Assert.Equal(
            Demand.Required,
            catalog.Role("17-2051.00").Requirements.Education.Single(e => e.Level == EducationLevel.Bachelor).Demand
        );
    }

    [Fact]
    public void The_words_people_use_find_the_skills_and_roles()
    {
        var catalog = Import();
        var snapshot = CatalogSnapshot.Read(
            new CatalogVersion { Name = "catalogs/onet/versions/29.3" },
            EntryStream.Write(catalog.Entries)
        );

        Assert.Equal(
            [
                "amazon-web-services-aws-software",
                "structured-query-language-sql",
                "microsoft-excel",
                "python",
                "c-plus-plus",
                "kubernetes",
            ],
            new[] { "AWS", "SQL", "excel", "Python", "C++", "k8s" }.Select(word =>
                ResourceName.IdOf(snapshot.SkillLexicon.Resolve(word).Skill)
            )
        );
        Assert.Contains(
            snapshot.TitleLexicon.Read("Machine Learning Engineer", 5).Matches,
            m => m.Role == "catalogs/onet/roles/15-2051.00"
        );
    }

    private static ImportedCatalog Import()
    {
        var path = Path.Combine(Environment.GetEnvironmentVariable("CAREERRECS_DATA") ?? "", "onet", "db_29_3_text.zip");
        Assert.SkipUnless(File.Exists(path), "CAREERRECS_DATA names no folder with onet/db_29_3_text.zip");
        using var file = File.OpenRead(path);
        return OnetImporter.Import(file, new ImportSource("onet", path, null), TestContext.Current.CancellationToken);
    }
}
