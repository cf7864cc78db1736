using System.IO.Compression;
using System.Text;
using CareerRecs.Catalog.Import;
using CareerRecs.Catalog.Import.Esco;
using CareerRecs.Catalog.V1;

namespace CareerRecs.Catalog.Tests.Esco;

/// <summary>A small made-up ESCO archive in the publisher's layout. "o:" and "s:" stand for the URIs' beginnings.</summary>
internal sealed class EscoSample
{
    public const string FileName = "ESCO dataset - v1.1.1 - classification - en - csv.zip";

    private const string OccupationColumns =
        "conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,hiddenLabels,status,"
        + "modifiedDate,regulatedProfessionNote,scopeNote,definition,inScheme,description,code";

    private const string SkillColumns =
        "conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status,"
        + "modifiedDate,scopeNote,definition,inScheme,description";

    private const string Professions = "http://data.europa.eu/esco/regulated-professions";
    private const string Programs = "The tool Chef is a software program that configures.";
    private const string Regulated = $"{Professions}/regulated";
    private const string Skill = "KnowledgeSkillCompetence";

    private readonly Dictionary<string, string> _tables = new()
    {
        ["occupations_en"] = $""""
            {OccupationColumns}
            Occupation,o:a1,2511,data wrangler,"data wrangler
            wrangler of data
            Data Tamer",wranglr,released,2022-01-01,{Professions}/unregulated,,,x,"Data wranglers tame data, and ""shape"" it.
            They chef little.",2511.1
            Occupation,o:a2,2511,junior data wrangler,,,released,,{Regulated},Excludes senior ones.,Tames small data.,x,,2511.1.1
            Occupation,o:a3,8121,metal/drawer,,,released,,,,,x,Draws metal.,8121.1
            Occupation,o:a4,8121,metal drawer,,,released,,,,,x,Draws metal too.,8121.2
            Occupation,o:a5,8121,chimney poet,,,obsolete,,,,,x,Was one.,8121.3
            """",
        ["skills_en"] = $"""
            {SkillColumns}
            {Skill},s:b1,skill/competence,sector-specific,tame data,"tame data
            clean data
            shape data",,released,,,,x,Make data usable.
            {Skill},s:b2,knowledge,cross-sector,data theory,"clean data
            tame data",theory of dta,released,,,,x,What data are.
            {Skill},s:b3,skill/competence,transversal,work in teams,,,released,,,,x,Work with others.
            {Skill},s:b4,skill/competence,transversal,speak Elvish,,,released,,,,"x,
            http://data.europa.eu/esco/concept-scheme/skill-language-groups",Speak it.
            {Skill},s:b5,knowledge,sector-specific,Chef (configuration),Chef,,released,,,,x,{Programs}
            {Skill},s:b6,,,odd thing,,,released,,,,x,Odd.
            {Skill},s:b7,knowledge,cross-sector,old thing,,,obsolete,,,,x,Old.
            """,
        ["occupationSkillRelations"] = """
            occupationUri,relationType,skillType,skillUri
            o:a1,optional,knowledge,s:b5
            o:a1,essential,skill/competence,s:b1
            o:a1,essential,knowledge,s:b2
            o:a2,essential,skill/competence,s:b1
            o:a3,optional,skill/competence,s:b3
            o:a4,optional,skill/competence,s:b3
            """,
        ["broaderRelationsSkillPillar"] = """
            conceptType,conceptUri,broaderType,broaderUri
            KnowledgeSkillCompetence,s:b1,KnowledgeSkillCompetence,s:b2
            KnowledgeSkillCompetence,s:b1,SkillGroup,s:group
            """,
        ["broaderRelationsOccPillar"] = """
            conceptType,conceptUri,broaderType,broaderUri
            Occupation,o:a2,Occupation,o:a1
            Occupation,o:a1,ISCOGroup,http://data.europa.eu/esco/isco/C2511
            """,
        ["skillSkillRelations"] = """
            originalSkillUri,originalSkillType,relationType,relatedSkillType,relatedSkillUri
            s:b1,skill/competence,optional,knowledge,s:b2
            s:b2,knowledge,essential,skill/competence,s:b1
            s:b5,knowledge,optional,knowledge,s:b2
            """,
    };

    public static string Occupation(string id) => "http://data.europa.eu/esco/occupation/" + id;

    public EscoSample With(string table, string text)
    {
        _tables[table] = text;
        return this;
    }

    public EscoSample WithRow(string table, string row) => With(table, _tables[table] + "\n" + row);

    public EscoSample Without(string table)
    {
        _tables.Remove(table);
        return this;
    }

    /// <summary>The table under another name, with words of it changed as another release has them.</summary>
    public EscoSample Renamed(string table, string to, params (string From, string To)[] words)
    {
        var text = words.Aggregate(_tables[table], (t, w) => t.Replace(w.From, w.To, StringComparison.Ordinal));
        return Without(table).With(to, text);
    }

    public byte[] Zip(string folder = "")
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (table, text) in _tables)
            {
                using var entry = zip.CreateEntry($"{folder}{table}.csv").Open();
                entry.Write(Encoding.UTF8.GetBytes(Published(text)));
            }
        }

        return stream.ToArray();
    }

    public ImportedCatalog Import(string fileName = FileName, string? versionId = null) => Import(Zip(), fileName, versionId);

    public static ImportedCatalog Import(byte[] zip, string fileName = FileName, string? versionId = null) =>
        EscoImporter.Import(
            new MemoryStream(zip),
            new ImportSource("esco", fileName, versionId),
            TestContext.Current.CancellationToken
        );

    private static string Published(string text) =>
        text.Replace("o:", "http://data.europa.eu/esco/occupation/", StringComparison.Ordinal)
            .Replace("s:", "http://data.europa.eu/esco/skill/", StringComparison.Ordinal);
}

internal static class EscoCatalogExtensions
{
    public static Role EscoRole(this ImportedCatalog catalog, string id) =>
        catalog.Entries.Single(e => e.Role?.Name == $"catalogs/esco/roles/{id}").Role;

    public static Skill EscoSkill(this ImportedCatalog catalog, string id) =>
        catalog.Entries.Single(e => e.Skill?.Name == $"catalogs/esco/skills/{id}").Skill;
}
