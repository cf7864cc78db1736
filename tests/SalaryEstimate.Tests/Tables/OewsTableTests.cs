using System.Text;
using CareerRecs.Salary.Tables;
using CareerRecs.Salary.Tests;

namespace CareerRecs.Salary.Tests.Tables;

public sealed class OewsTableTests
{
    [Fact]
    public void A_csv_table_is_read_with_what_was_left_out()
    {
        var table = Read(MadeUpTables.Csv());
        Assert.Equal(50_000, table.AllOccupationsMedian);
        Assert.Equal(61, table.Rows.Count); // two groups and 60 occupations less the suppressed one
        Assert.Contains("1 occupations with suppressed yearly wages left out", table.Notes);
        Assert.Contains("1 occupations above the top code, their upper percentiles extrapolated", table.Notes);
    }

    [Fact]
    public void The_workbook_gives_the_same_as_the_csv_wherever_its_header_stands()
    {
        using var file = new MemoryStream(MadeUpTables.Xlsx());
        Assert.Equal(Read(MadeUpTables.Csv()).Rows, OewsTable.Read(file).Rows);
    }

    [Fact]
    public void A_missing_column_is_named() =>
        Fails(MadeUpTables.Csv().Replace("A_PCT75", "PCT75", StringComparison.Ordinal), 1, "A_PCT75");

    [Fact]
    public void A_wrong_number_is_told_with_line_and_column() =>
        Fails(MadeUpTables.Csv().Replace(",50000,", ",5o000,", StringComparison.Ordinal), 2, "A_MEDIAN");

    [Fact]
    public void A_wrong_code_is_told_with_line_and_column() =>
        Fails(MadeUpTables.Csv().Replace("15-2001", "152001", StringComparison.Ordinal), 5, "OCC_CODE");

    [Fact]
    public void Percentiles_that_fall_are_refused() =>
        Fails(MadeUpTables.Csv().Replace(",130001,", ",90001,", StringComparison.Ordinal), 5, "A_PCT10");

    [Fact]
    public void A_table_cut_off_between_rows_is_refused()
    {
        var lines = MadeUpTables.Csv().Split('\n');
        Fails(string.Join('\n', lines.Take(30)), 30, "OCC_CODE");
    }

    [Fact]
    public void A_table_cut_off_within_a_row_is_refused()
    {
        var csv = MadeUpTables.Csv(200);
        Assert.Throws<TableException>(() => Read(csv[..(csv.LastIndexOf("Made Up", StringComparison.Ordinal) + 10)]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a,b\n1,2\n")]
    [InlineData("PK but no archive")]
    [InlineData("\0\u0001\u0002")]
    public void What_is_no_wage_table_is_refused(string text) => Assert.Throws<TableException>(() => Read(text));

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    [InlineData(0.99)]
    public void A_truncated_workbook_is_refused(double kept)
    {
        var whole = MadeUpTables.Xlsx();
        using var file = new MemoryStream(whole[..(int)(whole.Length * kept)]);
        Assert.Throws<TableException>(() => OewsTable.Read(file));
    }

    [Theory]
    [InlineData("oews/national/national_M2020.csv")]
    [InlineData("oews/national/national_M2021.csv")]
    [InlineData("oews/national/national_M2022.csv")]
    [InlineData("oews/national/national_M2023.csv")]
    public void The_published_tables_of_other_years_are_read(string path)
    {
        using var file = File.OpenRead(Given.Data(path));
        Assert.InRange(OewsTable.Read(file).Rows.Count, 1_000, 1_500);
    }

    [Fact]
    public void The_published_workbook_and_csv_agree()
    {
        using var csv = File.OpenRead(Given.Data("oews/national/national_M2024.csv"));
        using var xlsx = File.OpenRead(Given.Data("oews/national/national_M2024_dl.xlsx"));
        Assert.Equal(OewsTable.Read(csv).Rows, OewsTable.Read(xlsx).Rows);
    }

    private static OewsTable Read(string text)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return OewsTable.Read(file);
    }

    private static void Fails(string text, int line, string column)
    {
        var e = Assert.Throws<TableException>(() => Read(text));
        Assert.Equal((line, column), (e.Line, e.Column));
    }
}
