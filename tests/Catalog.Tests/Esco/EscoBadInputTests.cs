using CareerRecs.Catalog.Import;
using CareerRecs.Catalog.Tests.Onet;
using static CareerRecs.Catalog.V1.Finding.Types;

namespace CareerRecs.Catalog.Tests.Esco;

public sealed class EscoBadInputTests
{
    [Fact]
    public void A_whole_archive_gives_no_finding()
    {
        var catalog = new EscoSample().Import();

        Assert.Empty(catalog.Report.Findings);
        Assert.Equal(
            (4, 6, 5),
            (catalog.Counter("roles"), catalog.Counter("skills"), catalog.Counter("rows of occupations_en.csv"))
        );
        Assert.Equal(
            ("1.1.1", "ESCO 1.1.1 (" + EscoSample.FileName + ")", "ESCO"),
            (catalog.VersionId, catalog.Source, catalog.DisplayName)
        );
    }

    [Fact]
    public void The_names_and_columns_of_later_releases_are_read_too()
    {
        var catalog = new EscoSample()
            .Renamed(
                "occupations_en",
                "occupations_en",
                (",code\n", ",code,naceCode\n"),
                (",2511.1\n", ",2511.1,J62\n"),
                (",2511.1.1\n", ",2511.1.1,J62\n"),
                (",8121.1\n", ",8121.1,C24\n"),
                (",8121.2\n", ",8121.2,C24\n"),
                (",8121.3", ",8121.3,C24")
            )
            .Renamed("occupationSkillRelations", "occupationSkillRelations_en")
            .Renamed("skills_en", "skills")
            .Import("ESCO dataset - v1.2.0 - classification - en - csv.zip");

        Assert.Empty(catalog.Report.Findings);
        Assert.Equal("1.2.0", catalog.VersionId);
        Assert.Equal(3, catalog.EscoRole("data-wrangler").Skills.Count);
    }

    [Fact]
    public void A_missing_table_of_relations_between_concepts_is_said_and_the_rest_is_imported()
    {
        var catalog = new EscoSample().Without("skillSkillRelations").Without("broaderRelationsOccPillar").Import();

        Assert.Equal(
            ["skillSkillRelations.csv", "broaderRelationsOccPillar.csv"],
            catalog.Report.Findings.Where(f => f.Code == "TABLE_MISSING").Select(f => f.File)
        );
        Assert.Equal((0, 2), (catalog.Report.ErrorCount, catalog.Report.WarningCount));
    }

    [Theory]
    [InlineData("occupations_en")]
    [InlineData("skills_en")]
    [InlineData("occupationSkillRelations")]
    public void Without_concepts_or_what_they_ask_for_there_is_nothing_to_import(string table) =>
        Assert.Contains(
            "complete ESCO classification",
            Refused(new EscoSample().Without(table)).Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("occupationSkillRelations", "o:none,optional,knowledge,s:b1", "DANGLING_OCCUPATION", "occupationUri", 8)]
    [InlineData("occupationSkillRelations", "o:a1,optional,knowledge,s:none", "DANGLING_SKILL", "skillUri", 8)]
    [InlineData("occupationSkillRelations", "o:a1,perhaps,knowledge,s:b3", "UNKNOWN_RELATION", "relationType", 8)]
    [InlineData("occupationSkillRelations", "o:a1,optional,knowledge,s:b1", "DUPLICATE", "skillUri", 8)]
    [InlineData("occupationSkillRelations", "o:a1,opt\uFFFD,knowledge,s:b3", "BAD_ENCODING", "occupationUri", 8)]
    [InlineData("occupations_en", "Occupation,o:a1,2511,again,,,released,,,,,x,Does.,1", "DUPLICATE", "conceptUri", 10)]
    [InlineData("occupations_en", "Occupation,a9,2511,no uri,,,released,,,,,x,Does.,1", "UNPARSABLE_CELL", "conceptUri", 10)]
    [InlineData("occupations_en", "Occupation,o:a9,25,short code,,,released,,,,,x,Does.,1", "UNPARSABLE_CELL", "iscoGroup", 10)]
    [InlineData("occupations_en", "Occupation,o:a9,2511,,,,released,,,,,x,Does.,1", "EMPTY_CELL", "preferredLabel", 10)]
    [InlineData("skillSkillRelations", "s:b1,x,optional,x,s:b1", "RELATED_TO_ITSELF", "relatedSkillUri", 5)]
    [InlineData(
        "broaderRelationsSkillPillar",
        "KnowledgeSkillCompetence,s:b1,KnowledgeSkillCompetence,s:b1",
        "BROADER_THAN_ITSELF",
        "broaderUri",
        4
    )]
    public void A_row_that_cannot_be_used_is_left_out_and_its_place_said(
        string table,
        string row,
        string code,
        string column,
        int line
    )
    {
        var sound = new EscoSample().Import();
        var catalog = new EscoSample().WithRow(table, row).WithRow(table, row).Import();

        var finding = catalog.Finding(code);
        Assert.Equal((line, column, 2, Severity.Warning), (finding.Line, finding.Column, finding.Count, finding.Severity));
        Assert.StartsWith(table, finding.File, StringComparison.Ordinal);
        Assert.Equal(sound.Entries, catalog.Entries);
    }

    [Fact]
    public void A_table_without_a_needed_column_is_refused_and_an_optional_one_is_an_error_and_not_read()
    {
        var e = Refused(new EscoSample().Renamed("skills_en", "skills_en", ("preferredLabel", "label")));
        Assert.Equal(("skills_en.csv", 1, "preferredLabel"), (e.File, e.Line, e.Column));

        var catalog = new EscoSample().Renamed("skillSkillRelations", "skillSkillRelations", ("relatedSkillUri", "uri")).Import();
        Assert.Equal(
            (Severity.Error, "relatedSkillUri"),
            (catalog.Finding("COLUMN_MISSING").Severity, catalog.Finding("COLUMN_MISSING").Column)
        );
        Assert.Equal("uri", catalog.Finding("UNKNOWN_COLUMN").Column);
    }

    [Fact]
    public void A_table_of_which_much_cannot_be_read_is_refused_at_its_first_bad_row()
    {
        var sample = new EscoSample();
        for (var i = 0; i < 11; i++)
        {
            sample.WithRow("occupations_en", Occupation($"o:c{i}", "25", "bad"));
        }

        var e = Refused(sample);

        Assert.Equal(("occupations_en.csv", 10, "iscoGroup"), (e.File, e.Line, e.Column));
        Assert.Contains("11 of 16 rows", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("o:a1,optional", "cell 3")]
    [InlineData("o:a1,optional,knowledge,s:b3,more", "cell 5")]
    [InlineData("o:a1,optional,\"knowledge,s:b3", "skillType")]
    [InlineData("o:a1,optional,\"know\"ledge,s:b3", "skillType")]
    public void A_row_that_is_not_whole_is_refused_with_its_line_and_cell(string row, string column)
    {
        var e = Refused(new EscoSample().WithRow("occupationSkillRelations", row));

        Assert.Equal(("occupationSkillRelations.csv", 8, column), (e.File, e.Line, e.Column));
    }

    [Fact]
    public void A_huge_cell_is_refused_with_its_line_counted_over_line_ends_in_cells()
    {
        var e = Refused(new EscoSample().WithRow("occupations_en", Occupation("o:a9", "2511", $"\"{Noise(1 << 20)}\"")));

        Assert.Equal(("occupations_en.csv", 10, "preferredLabel"), (e.File, e.Line, e.Column));
    }

    [Fact]
    public void An_archive_that_is_cut_off_leaves_its_folder_or_unfolds_absurdly_is_refused()
    {
        var zip = new EscoSample().Zip();

        Assert.Equal(EscoSample.FileName, Refused(zip[..(zip.Length / 2)]).File);
        Assert.Contains("points outside", Refused(new EscoSample().Zip("../")).Message, StringComparison.Ordinal);
        Assert.Equal("other.csv", Refused(new EscoSample().With("other", new string('0', 4 << 20))).File);
    }

    [Fact]
    public void Two_languages_in_one_archive_are_refused() =>
        Assert.Contains("one language", Refused(new EscoSample().With("skills_de", "x")).Message, StringComparison.Ordinal);

    [Fact]
    public void The_release_is_read_from_the_files_name_else_a_folders_else_must_be_given()
    {
        Assert.Equal("1.2.0", EscoSample.Import(new EscoSample().Zip("ESCO dataset - v1.2.0/"), "esco.zip").VersionId);
        Assert.Equal("mine", new EscoSample().Import("esco.zip", "mine").VersionId);
        Assert.Contains(
            "release",
            Assert.Throws<ImportFileException>(() => new EscoSample().Import("esco.zip")).Message,
            StringComparison.Ordinal
        );
    }

    private static string Occupation(string uri, string isco, string label) =>
        $"Occupation,{uri},{isco},{label},,,released,,,,,x,Does.,1";

    // Text that does not compress to nothing, so that the archive's own checks let it through.
    private static string Noise(int length) =>
        string.Create(
            length,
            0,
            (span, _) =>
            {
                var state = 1u;
                foreach (ref var c in span)
                {
                    state = (state * 1664525) + 1013904223;
                    c = (char)('a' + (state >> 24) % 26);
                }
            }
        );

    private static ImportFileException Refused(EscoSample sample) => Refused(sample.Zip());

    private static ImportFileException Refused(byte[] zip) => Assert.Throws<ImportFileException>(() => EscoSample.Import(zip));
}
