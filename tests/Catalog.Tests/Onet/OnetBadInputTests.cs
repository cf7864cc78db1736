using System.IO.Compression;
using CareerRecs.Catalog.Import;
using static CareerRecs.Catalog.V1.Finding.Types;

namespace CareerRecs.Catalog.Tests.Onet;

public sealed class OnetBadInputTests
{
    [Fact]
    public void A_whole_archive_gives_no_finding()
    {
        var catalog = new OnetSample().Import();

        Assert.Empty(catalog.Report.Findings);
        Assert.Equal(3, catalog.Counter("roles"));
        Assert.Equal(12, catalog.Counter("rows of Technology Skills.txt"));
    }

    [Fact]
    public void A_missing_table_is_said_and_the_rest_is_imported()
    {
        var catalog = new OnetSample().Without("Skills").Without("Job Zones").Import();

        Assert.Equal(
            ["Skills.txt", "Job Zones.txt"],
            catalog.Report.Findings.Where(f => f.Code == "TABLE_MISSING").Select(f => f.File)
        );
        Assert.Equal((0, 2), (catalog.Report.ErrorCount, catalog.Report.WarningCount));
        Assert.NotNull(catalog.Role().Asks("python"));
    }

    [Fact]
    public void Without_occupations_there_is_nothing_to_import()
    {
        var e = Refused(new OnetSample().Without("Occupation Data"));

        Assert.Equal("Occupation Data.txt", e.File);
    }

    [Theory]
    [InlineData(
        "15-9999.00|2.A.1.e|Mathematics|IM|4.00|8|0.2|3|4|N|n/a|08/2023|Analyst",
        "DANGLING_OCCUPATION",
        "O*NET-SOC Code"
    )]
    [InlineData("15-1252.00|2.A.1.e|Mathematics|IM|7.50|8|0.2|3|4|N|n/a|08/2023|Analyst", "OUT_OF_RANGE", "Data Value")]
    [InlineData("15-1252.00|2.A.1.e|Mathematics|IM|four|8|0.2|3|4|N|n/a|08/2023|Analyst", "UNPARSABLE_CELL", "Data Value")]
    [InlineData("15-1252.00|2.A.1.e|Mathematics|XX|4.00|8|0.2|3|4|N|n/a|08/2023|Analyst", "UNKNOWN_SCALE", "Scale ID")]
    [InlineData("15-2051.00|2.A.1.e|Mathematics|IM|1.00|8|0.2|3|4|N|n/a|08/2023|Analyst", "DUPLICATE", "Element ID")]
    [InlineData("15-1252.00|2.A.1.e||IM|4.00|8|0.2|3|4|N|n/a|08/2023|Analyst", "EMPTY_CELL", "Element Name")]
    [InlineData("15-1252.00|2.A.1.e|Math\uFFFD|IM|4.00|8|0.2|3|4|N|n/a|08/2023|Analyst", "BAD_ENCODING", "O*NET-SOC Code")]
    public void A_row_that_cannot_be_used_is_left_out_and_its_place_said(string row, string code, string column)
    {
        var catalog = new OnetSample().WithRow("Skills", row).WithRow("Skills", row).Import();

        var finding = catalog.Finding(code);
        Assert.Equal(
            ("Skills.txt", 8, column, 2, Severity.Warning),
            (finding.File, finding.Line, finding.Column, finding.Count, finding.Severity)
        );
        Assert.Equal(0.75, catalog.Role().Asks("mathematics")!.Importance);
        Assert.Null(catalog.Role("15-1252.00").Asks("mathematics"));
    }

    [Fact]
    public void A_table_without_a_needed_column_is_an_error_and_is_not_read()
    {
        var catalog = new OnetSample().Renamed("Job Zones", "Job Zones", ("Job Zone", "Zone")).Import();

        Assert.Equal(
            (Severity.Error, "Job Zone"),
            (catalog.Finding("COLUMN_MISSING").Severity, catalog.Finding("COLUMN_MISSING").Column)
        );
        Assert.Equal("Zone", catalog.Finding("UNKNOWN_COLUMN").Column);
        Assert.Equal(0, catalog.Role().JobZone);
    }

    [Fact]
    public void A_table_of_which_much_cannot_be_read_is_refused_at_its_first_bad_row()
    {
        var sample = new OnetSample();
        for (var i = 0; i < 11; i++)
        {
            sample.WithRow("Job Zones", $"15-1252.00|{i + 6}|08/2023|Analyst");
        }

        var e = Refused(sample);

        Assert.Equal(("Job Zones.txt", 3, "Job Zone"), (e.File, e.Line, e.Column));
        Assert.Contains("11 of 12 rows", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_cut_off_is_refused_with_its_line_and_cell()
    {
        var e = Refused(new OnetSample().WithRow("Skills", "15-1252.00|2.A.1.e|Mathem"));

        Assert.Equal(("Skills.txt", 8, "cell 4"), (e.File, e.Line, e.Column));
    }

    [Fact]
    public void A_row_with_more_cells_than_the_header_is_refused()
    {
        var e = Refused(new OnetSample().WithRow("Job Zones", "15-1252.00|4|08/2023|Analyst|more"));

        Assert.Equal(("Job Zones.txt", 3, "cell 5"), (e.File, e.Line, e.Column));
    }

    [Fact]
    public void A_huge_cell_is_refused_with_its_line()
    {
        var e = Refused(
            new OnetSample().WithRow("Task Statements", $"15-2051.00|4|{new string('x', 1 << 17)}|Core|1|08/2023|Analyst")
        );

        Assert.Equal(("Task Statements.txt", 5, "cell 3"), (e.File, e.Line, e.Column));
    }

    [Fact]
    public void An_archive_cut_off_is_refused()
    {
        var zip = new OnetSample().Zip();

        Assert.Equal("db_29_3_text.zip", Refused(zip[..(zip.Length / 2)]).File);
        Assert.Equal("db_29_3_text.zip", Refused([1, 2, 3]).File);
    }

    [Fact]
    public void Data_that_does_not_match_its_checksum_is_refused()
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry("Occupation Data.txt", CompressionLevel.NoCompression).Open())
        {
            entry.Write("O*NET-SOC Code\tTitle\tDescription\n15-2051.00\tData Scientists\tTurn data into meaning."u8);
        }
        var bytes = stream.ToArray();
        bytes[bytes.AsSpan().IndexOf("Scientists"u8)] = (byte)'s';

        Assert.Equal("Occupation Data.txt", Refused(bytes).File);
    }

    [Theory]
    [InlineData("../")]
    [InlineData("a/../../")]
    [InlineData("/etc/")]
    [InlineData("C:\\")]
    public void Names_that_leave_the_archive_are_refused(string folder) =>
        Assert.Contains("points outside", Refused(new OnetSample().Zip(folder)).Message, StringComparison.Ordinal);

    [Fact]
    public void An_archive_that_unfolds_to_absurd_sizes_is_refused()
    {
        var e = Refused(new OnetSample().With("Tools Used", new string('0', 4 << 20)));

        Assert.Equal("Tools Used.txt", e.File);
    }

    [Fact]
    public void Two_files_of_one_name_are_refused()
    {
        var stream = new MemoryStream();
        stream.Write(new OnetSample().Zip());
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.CreateEntry("other/Skills.txt");
        }

        Assert.Equal("Skills.txt", Refused(stream.ToArray()).File);
    }

    [Fact]
    public void The_release_is_read_from_the_content_else_the_name_else_must_be_given()
    {
        Assert.Equal("29.3", new OnetSample().Import("renamed.zip").VersionId);
        Assert.Equal("30.1", new OnetSample().Without("Read Me").Import("db_30_1_text.zip").VersionId);
        Assert.Equal("mine", new OnetSample().Without("Read Me").Import("renamed.zip", "mine").VersionId);
        Assert.Contains(
            "release",
            Assert.Throws<ImportFileException>(() => new OnetSample().Without("Read Me").Import("renamed.zip")).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Importing_twice_gives_the_same_entries() =>
        Assert.Equal(new OnetSample().Import().Entries, new OnetSample().Import().Entries);

    private static ImportFileException Refused(OnetSample sample) => Refused(sample.Zip());

    private static ImportFileException Refused(byte[] zip) => Assert.Throws<ImportFileException>(() => OnetSample.Import(zip));
}
