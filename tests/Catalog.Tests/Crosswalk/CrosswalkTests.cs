using System.Text;
using CareerRecs.Catalog.Import;
using CareerRecs.Catalog.Import.Crosswalk;
using CareerRecs.Catalog.Tests.Esco;
using CareerRecs.Catalog.Tests.Onet;
using CareerRecs.Catalog.V1;
using static CareerRecs.Catalog.V1.Finding.Types;

namespace CareerRecs.Catalog.Tests.Crosswalk;

/// <summary>Made-up rows in the publishers' layout; the roles are those of the two sample releases.</summary>
public sealed class CrosswalkTests
{
    private const string Table = """
        Mapping project name,ESCO-O*NET Crosswalk,,,,,
        Mapping project version,1,,,,,
        ,,,,,,
        O*NET Id,O*NET Title,O*NET Description,ESCO or ISCO URI,ESCO or ISCO Title,ESCO or ISCO Description,Type of Match
        15-2051.00,Data Scientists,"Turn
        data",o:a1,data wrangler,Tames.,exactMatch
        15-2051.00,Data Scientists,Turn data,o:a2,junior data wrangler,Tames.,broadMatch
        15-2051.01,Business Intelligence Analysts,Query,o:a2,junior data wrangler,Tames.,narrowMatch
        15-1252.00,Software Developers,Design,http://data.europa.eu/esco/isco/C2512,Software developers,Develop.,exactISCO
        """;

    [Fact]
    public void An_onet_version_gets_the_codes_of_esco_the_match_seen_from_its_side()
    {
        var catalog = Import(Onet());

        Assert.Equal(
            [
                (CodeSystem.Onet, "15-2051.00", CodeMatch.Exact),
                (CodeSystem.Soc, "15-2051", CodeMatch.Exact),
                (CodeSystem.Esco, EscoSample.Occupation("a1"), CodeMatch.Exact),
                (CodeSystem.Esco, EscoSample.Occupation("a2"), CodeMatch.Narrow),
            ],
            Codes(catalog.Role())
        );
        Assert.Equal((CodeSystem.Esco, EscoSample.Occupation("a2"), CodeMatch.Broad), Codes(catalog.Role("15-2051.01"))[^1]);
        Assert.Equal((CodeSystem.Isco, "2512", CodeMatch.Exact), Codes(catalog.Role("15-1252.00"))[^1]);
        Assert.Empty(catalog.Report.Findings);
        Assert.Equal((3, 2), (catalog.Counter("ESCO codes added"), catalog.Counter("roles with codes of both")));
    }

    [Fact]
    public void An_esco_version_gets_the_codes_of_onet_the_match_as_written()
    {
        var catalog = Import(Esco());

        Assert.Equal(
            [(CodeSystem.Onet, "15-2051.00", CodeMatch.Broad), (CodeSystem.Onet, "15-2051.01", CodeMatch.Narrow)],
            Codes(catalog.EscoRole("junior-data-wrangler"))[2..]
        );
        Assert.Equal(1, catalog.Counter("rows about ISCO groups, left out"));
        Assert.Empty(catalog.Report.Findings);
    }

    [Fact]
    public void The_version_names_both_sources_and_credits()
    {
        var catalog = Import(Onet());

        Assert.Equal("29.3-crosswalk", catalog.VersionId);
        Assert.Equal("O*NET 29.3 (db.zip) with ESCO-O*NET crosswalk 1 (crosswalk.csv)", catalog.Source);
        Assert.Equal("O*NET", catalog.DisplayName);
        Assert.Contains("base credit", catalog.Attributions);
        Assert.Contains(
            catalog.Attributions,
            a => a.Contains("ESCO classification of the European Commission", StringComparison.Ordinal)
        );
        Assert.Equal(catalog.Attributions.Skip(1), catalog.Role().Attributions.TakeLast(2));
    }

    [Fact]
    public void A_second_crosswalk_changes_nothing_but_the_match_it_corrects()
    {
        var once = Import(Onet());
        var again = Import(
            new ImportBase(Version("29.3-crosswalk"), once.Entries),
            Table.Replace(
                "a2,junior data wrangler,Tames.,broadMatch",
                "a2,junior data wrangler,Tames.,closeMatch",
                StringComparison.Ordinal
            )
        );

        Assert.Equal("29.3-crosswalk", again.VersionId);
        Assert.Equal(
            (3, 1),
            (again.Counter("codes that the roles had"), again.Counter("codes that the roles had with another match"))
        );
        Assert.Equal(0, again.Counter("ESCO codes added"));
        Assert.Equal(CodeMatch.Close, again.Role().Codes[^1].Match);
        Assert.Equal(4, again.Role().Attributions.Count);
    }

    [Theory]
    [InlineData("99-9999.00,x,x,o:a1,x,x,exactMatch", "DANGLING_ROLE", "O*NET Id")]
    [InlineData("15-2051.00,x,x,o:a1,x,x,broadMatch", "DUPLICATE", "ESCO or ISCO URI")]
    [InlineData("15-2051.00,x,x,o:a3,x,x,sameMatch", "UNKNOWN_MATCH", "Type of Match")]
    [InlineData("15-2051.00,x,x,,x,x,exactMatch", "EMPTY_CELL", "ESCO or ISCO URI")]
    public void A_row_that_cannot_be_used_is_left_out_and_its_place_said(string row, string code, string column)
    {
        var catalog = Import(Onet(), $"{Table}\n{row}\n{row}");

        var finding = catalog.Finding(code);
        Assert.Equal(
            ("crosswalk.csv", 10, column, 2, Severity.Warning),
            (finding.File, finding.Line, finding.Column, finding.Count, finding.Severity)
        );
        Assert.Equal(Import(Onet()).Entries, catalog.Entries);
    }

    [Fact]
    public void A_row_that_is_not_whole_is_refused_with_its_line()
    {
        Assert.Equal((10, "cell 3"), Place(Refused(Onet(), Table + "\n15-2051.00,x")));
        Assert.Equal((10, "O*NET Title"), Place(Refused(Onet(), Table + "\n15-2051.00,\"x,x,o:a1")));

        static (int, string) Place(ImportFileException e) => (e.Line, e.Column);
    }

    [Fact]
    public void A_file_of_another_kind_and_a_version_without_codes_are_refused()
    {
        Assert.Contains("O*NET Id", Refused(Onet(), "PK\u0003\u0004,x\n1,2\n").Message, StringComparison.Ordinal);
        Assert.Contains(
            "No role",
            Refused(new ImportBase(Version("1"), Hosting.Sample.Catalog("acme", "cook")), Table).Message,
            StringComparison.Ordinal
        );
        Assert.Contains("adds to a version", Refused(null, Table).Message, StringComparison.Ordinal);
    }

    private static ImportBase Onet() => new(Version("29.3"), new OnetSample().Import().Entries);

    private static ImportBase Esco() => new(Version("1.1.1"), new EscoSample().Import().Entries);

    private static CatalogVersion Version(string id) =>
        new()
        {
            Name = "catalogs/x/versions/" + id,
            Source = "O*NET 29.3 (db.zip)",
            DisplayName = "O*NET",
            Attributions = { "base credit" },
        };

    private static (CodeSystem, string, CodeMatch)[] Codes(Role role) =>
        [.. role.Codes.Select(c => (c.System, c.Value, c.Match))];

    private static ImportFileException Refused(ImportBase? to, string table) =>
        Assert.Throws<ImportFileException>(() => Import(to, table));

    private static ImportedCatalog Import(ImportBase? to, string table = Table)
    {
        var file = new MemoryStream(
            Encoding.UTF8.GetBytes("\uFEFF" + table.Replace("o:", EscoSample.Occupation(""), StringComparison.Ordinal))
        );
        return CrosswalkImporter.Import(
            file,
            new ImportSource("x", "crosswalk.csv", null) { Base = to },
            TestContext.Current.CancellationToken
        );
    }
}
