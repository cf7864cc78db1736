using System.Globalization;
using CareerRecs.Salary.Figures;
using CareerRecs.Salary.Occupations;
using CareerRecs.Salary.PayModels;
using CareerRecs.Salary.Tables;

namespace CareerRecs.Salary.Training.Shipped;

/// <summary>
/// Reads a salary survey in the layout of ai-jobs.net: full-time rows of plausible pay, distinct, in US dollars a year.
/// </summary>
public static class SurveyTable
{
    /// <summary>Less is no full-time pay of these occupations.</summary>
    public const double LeastPay = 15_000;

    private static readonly string[] Columns =
    [
        "work_year",
        "experience_level",
        "employment_type",
        "job_title",
        "salary_in_usd",
        "employee_residence",
        "remote_ratio",
        "company_location",
        "company_size",
    ];

    private static readonly string[] Bands = ["EN", "MI", "SE", "EX"];

    /// <summary>The rows; <see cref="TableException"/> where a column is missing or a number is none.</summary>
    /// <param name="file">The csv file, seekable.</param>
    public static IReadOnlyList<PayRow> Read(Stream file)
    {
        int[]? at = null;
        var rows = new List<PayRow>();
        foreach (var row in TableRowReader.Read(file))
        {
            if (at is null)
            {
                at = [.. Columns.Select(c => Array.IndexOf(row.Cells, c))];
                var missing = Array.IndexOf(at, -1);
                if (missing >= 0)
                {
                    throw new TableException(row.Line, Columns[missing], "the column is missing");
                }
                continue;
            }

            if (row.Cells.Length <= at.Max())
            {
                continue;
            }
            var cells = Array.ConvertAll(at, i => row.Cells[i]);
            if (cells[2] != "FT")
            {
                continue;
            }
            var pay = Number(row, cells, 4);
            if (pay < LeastPay)
            {
                continue;
            }
            rows.Add(
                new PayRow(
                    new PayFacts
                    {
                        Title = TitleKey.Of(cells[3]),
                        Band = Array.IndexOf(Bands, cells[1]) is >= 0 and var band ? band : null,
                        Country = cells[7],
                        Residence = cells[5],
                        Remote = cells[6],
                        Size = cells[8],
                        Year = (int)Number(row, cells, 0),
                    },
                    pay
                )
            );
        }

        return [.. rows.DistinctBy(r => r.Key, StringComparer.Ordinal)];
    }

    private static double Number(TableRow row, string[] cells, int column) =>
        double.TryParse(cells[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number)
            ? number
            : throw new TableException(row.Line, Columns[column], $"\"{cells[column]}\" is not a number");
}
