using CareerRecs.Catalog.Import;
using CareerRecs.Catalog.Import.Esco;
using CareerRecs.Catalog.Tests.Hosting;
using CareerRecs.Catalog.Tests.Onet;
using CareerRecs.Catalog.V1;
using CareerRecs.Catalog.Validation;
using CareerRecs.Vocabulary;

namespace CareerRecs.Catalog.Tests.Esco;

/// <summary>Release 1.1.1 in English as published.</summary>
public sealed class EscoReleaseTests
{
    [Fact]
    public void Release_1_1_1_is_imported_whole_less_what_the_report_says()
    {
        var catalog = Import();
        var roles = catalog.Entries.Where(e => e.Role is not null).Select(e => e.Role).ToList();
        var skills = catalog.Entries.Where(e => e.Skill is not null).Select(e => e.Skill).ToList();

        Assert.Equal("1.1.1", catalog.VersionId);
        Assert.Equal((3007, 13_896), (roles.Count, skills.Count));
        Assert.Equal(123_855, catalog.Counter("rows of occupationSkillRelations.csv"));
        // An occupation of 67 relations is missing in the publisher's own table.
        Assert.Equal(67, catalog.Counter("rows of occupationSkillRelations.csv left out, occupation unknown"));
        Assert.Equal(123_855 - 67, roles.Sum(r => r.Skills.Count));
        Assert.Equal(
            ["DANGLING_OCCUPATION", "DANGLING_OCCUPATION", "RELATED_TO_ITSELF"],
            catalog.Report.Findings.Select(f => f.Code).Order()
        );
        Assert.Empty(CatalogValidator.Validate(catalog.Entries).Findings);
        Assert.All(skills, s => Assert.True(s.Description.Length <= 300 && s.Title.Length > 0));
        var names = skills.SelectMany(s => s.Aliases).ToList();
        Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void The_words_people_use_find_the_skills_and_roles()
    {
        var catalog = Import();
        var snapshot = CatalogSnapshot.Read(
            new CatalogVersion { Name = "catalogs/esco/versions/1.1.1" },
            EntryStream.Write(catalog.Entries)
        );

        Assert.Equal(
            ["sql", "java-computer-programming", "c-sharp", "c-plus-plus", "machine-learning"],
            new[] { "SQL", "java", "C#", "C++", "Machine Learning" }.Select(word =>
                ResourceName.IdOf(snapshot.SkillLexicon.Resolve(word).Skill)
            )
        );
        Assert.Contains(
            snapshot.TitleLexicon.Read("Data Scientist", 5).Matches,
            m => m.Role == "catalogs/esco/roles/data-scientist"
        );
    }

    private static ImportedCatalog Import()
    {
        var path = RealData.Find(RealData.Esco);
        using var file = File.OpenRead(path);
        return EscoImporter.Import(file, new ImportSource("esco", path, null), TestContext.Current.CancellationToken);
    }
}
