using System.IO.Compression;
using System.Text;
using CareerRecs.Catalog.Import;
using CareerRecs.Catalog.Import.Onet;
using CareerRecs.Catalog.V1;

namespace CareerRecs.Catalog.Tests.Onet;

/// <summary>A small made-up O*NET archive. Cells are written with '|' between them.</summary>
internal sealed class OnetSample
{
    private const string RatingColumns =
        "O*NET-SOC Code|Element ID|Element Name|Scale ID|Data Value|N|Standard Error|"
        + "Lower CI Bound|Upper CI Bound|Recommend Suppress|Not Relevant|Date|Domain Source";

    private const string SurveyColumns =
        "O*NET-SOC Code|Element ID|Element Name|Scale ID|Category|Data Value|N|Standard Error|"
        + "Lower CI Bound|Upper CI Bound|Recommend Suppress|Date|Domain Source";

    private readonly Dictionary<string, string> _tables = new()
    {
        ["Read Me"] = "O*NET 29.3 Database\nMay 2025 Release\n",
        ["Occupation Data"] = """
            O*NET-SOC Code|Title|Description
            15-2051.00|Data Scientists|Turn raw data into meaning; excel at it.
            15-2051.01|Business Intelligence Analysts|Query data repositories.
            15-1252.00|Software Developers|Design software.
            """,
        ["Content Model Reference"] = """
            Element ID|Element Name|Description
            2.A.1.e|Mathematics|Using mathematics to solve problems.
            """,
        ["Skills"] = $"""
            {RatingColumns}
            15-2051.00|2.A.1.e|Mathematics|IM|4.00|8|0.2000|3.5|4.5|N|n/a|08/2023|Analyst
            15-2051.00|2.A.1.e|Mathematics|LV|4.62|8|0.1830|4.2|4.9|N|N|08/2023|Analyst
            15-2051.00|2.B.3.l|Repairing|IM|1.12|8|n/a|1|1.4|N|n/a|08/2023|Analyst
            15-2051.00|2.B.3.l|Repairing|LV|0.00|8|0.0000|0|0|N|Y|08/2023|Analyst
            15-2051.01|2.B.1.a|Social Perceptiveness|IM|3.00|8|0.5000|2|4|Y|n/a|08/2023|Analyst
            15-2051.01|2.B.1.a|Social Perceptiveness|LV|3.00|8|0.1830|2|4|N|N|08/2023|Analyst
            """,
        ["Knowledge"] = $"""
            {RatingColumns}
            15-2051.00|2.C.4.a|Mathematics|IM|5.00|8|0.0000|5|5|N|n/a|08/2023|Analyst
            15-2051.00|2.C.4.a|Mathematics|LV|6.00|8|0.0000|6|6|N|N|08/2023|Analyst
            """,
        ["Technology Skills"] = """
            O*NET-SOC Code|Example|Commodity Code|Commodity Title|Hot Technology|In Demand
            15-2051.00|Python|43232405|Object or component oriented development software|Y|Y
            15-2051.00|C++|43232405|Object or component oriented development software|Y|N
            15-2051.00|C|43232405|Object or component oriented development software|N|N
            15-2051.00|Microsoft Excel|43232110|Spreadsheet software|Y|N
            15-2051.00|Spreadsheet software|43232110|Spreadsheet software|N|N
            15-2051.00|Amazon Web Services AWS software|43232306|Data base user interface and query software|Y|Y
            15-2051.00|Amazon Web Services AWS software|43232605|Analytical or scientific software|Y|Y
            15-1252.00|Structured query language SQL|43232306|Data base user interface and query software|Y|N
            15-1252.00|Geographic information system GIS software|43232605|Analytical or scientific software|Y|N
            15-1252.00|Geographic information system GIS systems|43232605|Analytical or scientific software|Y|N
            15-2051.01|Geographic information system GIS systems|43232605|Analytical or scientific software|Y|N
            15-1252.00|Python|43232405|Object or component oriented development software|Y|N
            """,
        ["Sample of Reported Titles"] = """
            O*NET-SOC Code|Reported Job Title|Shown in My Next Move
            15-2051.00|Machine Learning Engineer (ML Engineer)|Y
            """,
        ["Alternate Titles"] = """
            O*NET-SOC Code|Alternate Title|Short Title|Source(s)
            15-2051.00|Chief Data Officer (CDO)|CDO|09
            15-2051.00|machine learning engineer|n/a|09
            15-2051.00|Operations Officer (Naval Systems)|n/a|09
            """,
        ["Task Statements"] = """
            O*NET-SOC Code|Task ID|Task|Task Type|Incumbents Responding|Date|Domain Source
            15-2051.00|1|Write reports.|Supplemental|9|08/2023|Incumbent
            15-2051.00|2|Analyze data.|Core|95|08/2023|Incumbent
            15-2051.01|3|Query data.|n/a|n/a|08/2023|Analyst
            """,
        ["DWA Reference"] = """
            Element ID|IWA ID|DWA ID|DWA Title
            4.A.2.a.4|4.A.2.a.4.I01|4.A.2.a.4.I01.D01|Analyze data to identify trends or relationships among variables.
            4.A.4.a.1|4.A.4.a.1.I01|4.A.4.a.1.I01.D01|Prepare analytical reports.
            4.A.3.b.1|4.A.3.b.1.I01|4.A.3.b.1.I01.D01|Design software applications, databases, or websites for customers.
            """,
        ["Tasks to DWAs"] = """
            O*NET-SOC Code|Task ID|DWA ID|Date|Domain Source
            15-2051.00|1|4.A.4.a.1.I01.D01|08/2023|Analyst
            15-2051.00|2|4.A.2.a.4.I01.D01|08/2023|Analyst
            15-2051.01|3|4.A.2.a.4.I01.D01|08/2023|Analyst
            """,
        ["Education, Training, and Experience"] = $"""
            {SurveyColumns}
            15-2051.00|2.D.1|Required Level of Education|RL|2|10.00|28|0|0|0|N|08/2023|Incumbent
            15-2051.00|2.D.1|Required Level of Education|RL|6|40.00|28|0|0|0|N|08/2023|Incumbent
            15-2051.00|2.D.1|Required Level of Education|RL|8|45.00|28|0|0|0|N|08/2023|Incumbent
            15-2051.00|2.D.1|Required Level of Education|RL|11|5.00|28|0|0|0|N|08/2023|Incumbent
            15-2051.00|3.A.1|Related Work Experience|RW|1|20.00|28|0|0|0|N|08/2023|Incumbent
            15-2051.00|3.A.1|Related Work Experience|RW|7|70.00|28|0|0|0|N|08/2023|Incumbent
            15-2051.00|3.A.1|Related Work Experience|RW|11|10.00|28|0|0|0|N|08/2023|Incumbent
            15-2051.01|2.D.1|Required Level of Education|RL|6|100.00|28|0|0|0|Y|08/2023|Incumbent
            """,
        ["Job Zones"] = """
            O*NET-SOC Code|Job Zone|Date|Domain Source
            15-2051.00|5|08/2023|Analyst
            """,
        ["Related Occupations"] = """
            O*NET-SOC Code|Related O*NET-SOC Code|Relatedness Tier|Index
            15-2051.00|15-1252.00|Supplemental|11
            15-2051.00|15-2051.01|Primary-Short|1
            """,
    };

    public OnetSample With(string table, string text)
    {
        _tables[table] = text;
        return this;
    }

    public OnetSample WithRow(string table, string row) => With(table, _tables[table] + "\n" + row);

    public OnetSample Without(string table)
    {
        _tables.Remove(table);
        return this;
    }

    /// <summary>The table under another name, with words of its header changed as another release has them.</summary>
    public OnetSample Renamed(string table, string to, params (string From, string To)[] words)
    {
        var text = words.Aggregate(_tables[table], (t, w) => t.Replace(w.From, w.To, StringComparison.Ordinal));
        return Without(table).With(to, text);
    }

    public string Text(string table) => _tables[table];

    public byte[] Zip(string folder = "db_29_3_text/")
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (table, text) in _tables)
            {
                using var entry = zip.CreateEntry($"{folder}{table}.txt").Open();
                entry.Write(Encoding.UTF8.GetBytes(text.Replace('|', '\t')));
            }
        }

        return stream.ToArray();
    }

    public ImportedCatalog Import(string fileName = "db_29_3_text.zip", string? versionId = null) =>
        Import(Zip(), fileName, versionId);

    public static ImportedCatalog Import(byte[] zip, string fileName = "db_29_3_text.zip", string? versionId = null) =>
        OnetImporter.Import(
            new MemoryStream(zip),
            new ImportSource("onet", fileName, versionId),
            TestContext.Current.CancellationToken
        );
}

internal static class ImportedCatalogExtensions
{
    public static Role Role(this ImportedCatalog catalog, string code = "15-2051.00") =>
        catalog.Entries.Single(e => e.Role?.Name == $"catalogs/onet/roles/{code}").Role;

    public static Skill Skill(this ImportedCatalog catalog, string slug) =>
        catalog.Entries.Single(e => e.Skill?.Name == $"catalogs/onet/skills/{slug}").Skill;

    public static RoleSkill? Asks(this Role role, string slug) =>
        role.Skills.SingleOrDefault(s => s.Skill == $"catalogs/onet/skills/{slug}");

    public static long Counter(this ImportedCatalog catalog, string title) =>
        catalog.Report.Counters.SingleOrDefault(c => c.Title == title)?.Value ?? 0;

    public static Finding Finding(this ImportedCatalog catalog, string code) =>
        catalog.Report.Findings.Single(f => f.Code == code);
}
