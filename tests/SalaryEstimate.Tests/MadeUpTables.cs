using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace CareerRecs.Salary.Tests;

/// <summary>Wage tables in the published layout with made-up wages.</summary>
internal static class MadeUpTables
{
    private const string Header =
        "AREA,AREA_TITLE,AREA_TYPE,I_GROUP,OCC_CODE,OCC_TITLE,O_GROUP,TOT_EMP,A_MEAN,A_PCT10,A_PCT25,A_MEDIAN,A_PCT75,A_PCT90";

    /// <summary>
    /// A national table: all occupations, two groups, detailed occupations, one suppressed, one above the top code.
    /// </summary>
    public static string Csv(int detailed = 60, double scale = 1) =>
        string.Join('\n', Rows(detailed, scale).Select(row => string.Join(',', row))) + "\n";

    /// <summary>The same as a workbook with a sheet before it and rows of text above the header.</summary>
    public static byte[] Xlsx(int detailed = 60)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(
                zip,
                "[Content_Types].xml",
                """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Default Extension="xml" ContentType="application/xml"/>
                <Override PartName="/xl/workbook.xml"
                    ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                <Override PartName="/xl/worksheets/sheet1.xml"
                    ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
                <Override PartName="/xl/worksheets/sheet2.xml"
                    ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>
                """
            );
            Add(
                zip,
                "_rels/.rels",
                """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="r1"
                    Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
                    Target="xl/workbook.xml"/></Relationships>
                """
            );
            Add(
                zip,
                "xl/workbook.xml",
                """
                <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
                    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
                <sheets>
                <sheet name="Read me" sheetId="1" r:id="r1"/>
                <sheet name="All data" sheetId="2" r:id="r2"/></sheets></workbook>
                """
            );
            Add(
                zip,
                "xl/_rels/workbook.xml.rels",
                """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="r1"
                    Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
                    Target="worksheets/sheet1.xml"/>
                <Relationship Id="r2"
                    Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
                    Target="worksheets/sheet2.xml"/></Relationships>
                """
            );
            Add(
                zip,
                "xl/worksheets/sheet1.xml",
                Sheet([
                    ["About these estimates"],
                ])
            );
            Add(
                zip,
                "xl/worksheets/sheet2.xml",
                Sheet([
                    ["May 2099 national"],
                    .. Rows(detailed, 1),
                ])
            );
        }

        return bytes.ToArray();
    }

    private static IEnumerable<string[]> Rows(int detailed, double scale)
    {
        yield return Header.Split(',');
        yield return Row("00-0000", "All Occupations", "total", 30_000, 36_000, 50_000, 78_000, 125_000, scale);
        yield return Row(
            "15-0000",
            "Computer and Mathematical Occupations",
            "major",
            54_000,
            76_000,
            106_000,
            146_000,
            180_000,
            scale
        );
        yield return Row("15-3050", "Made Up Group", "broad", 64_000, 83_000, 113_000, 156_000, 194_000, scale);
        for (var i = 1; i <= detailed; i++)
        {
            var row = Row(
                $"15-2{i:000}",
                $"Made Up Occupation {i}",
                "detailed",
                50_000 + i,
                70_000 + i,
                100_000 + i,
                130_000 + i,
                170_000 + i,
                scale
            );
            if (i == 2)
            {
                Array.Fill(row, "*", 8, 6);
            }
            if (i == 3)
            {
                row[^1] = "#";
            }
            yield return row;
        }
    }

    private static string[] Row(
        string soc,
        string title,
        string group,
        int p10,
        int p25,
        int p50,
        int p75,
        int p90,
        double scale
    ) =>
        [
            "99",
            "U.S.",
            "1",
            "cross-industry",
            soc,
            title,
            group,
            "1000",
            .. new[] { p50 + 5_000, p10, p25, p50, p75, p90 }.Select(v =>
                (v * scale).ToString("0", CultureInfo.InvariantCulture)
            ),
        ];

    private static string Sheet(IEnumerable<string[]> rows) =>
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
        + string.Concat(rows.Select(row => "<row>" + string.Concat(row.Select(Cell)) + "</row>"))
        + "</sheetData></worksheet>";

    private static string Cell(string text) => $"<c t=\"inlineStr\"><is><t>{SecurityElement.Escape(text)}</t></is></c>";

    private static void Add(ZipArchive zip, string name, string content)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(Encoding.UTF8.GetBytes(content));
    }
}
