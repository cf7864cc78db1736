using System.Globalization;
using CareerRecs.Salary.Occupations;
using CareerRecs.Salary.PayModels;
using CareerRecs.Salary.Places;
using CareerRecs.Salary.Training;

namespace CareerRecs.Evaluation.Suites.Pay;

/// <summary>A row of a pay survey, with the name of its band as reports tell it.</summary>
internal sealed record Answer(string Text, string Band, PayRow Row)
{
    public PayFacts Facts => Row.Facts;

    public double Amount => Row.Amount;

    public int Year => Facts.Year ?? 0;
}

/// <summary>Reads the distinct rows of pay surveys that the measure counts.</summary>
internal static class Survey
{
    public const double LeastPay = 15_000;

    private const string UpTo = "ai_jobs_to_";
    private static readonly string[] Levels = ["EN", "MI", "SE", "EX"];

    /// <summary>Experience bands by the years from which they count.</summary>
    private static readonly int[] YearBands = [0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20];

    public static int YearBandCount => YearBands.Length;

    /// <summary>All ai-jobs files of a folder: full-time rows of at least 15,000 USD, distinct.</summary>
    public static IReadOnlyList<Answer> AiJobs(DirectoryInfo folder) =>
        [.. Files(folder).SelectMany(file => Rows(file, AiJob)).DistinctBy(a => a.Text, StringComparer.Ordinal)];

    /// <summary>
    /// The last year that a model is fitted to: that of the survey's large file, <c>ai_jobs_to_2024.csv.gz</c>; without it all
    /// years are.
    /// </summary>
    public static int LastFittedYear(DirectoryInfo folder, IReadOnlyList<Answer> rows)
    {
        var to = Files(folder)
            .Select(f => f.Name)
            .Where(name => name.StartsWith(UpTo, StringComparison.Ordinal))
            .Select(name => name[UpTo.Length..].Split('.')[0]);
        return to.Select(year => int.Parse(year, CultureInfo.InvariantCulture))
            .Concat(rows.Count > 0 ? [rows.Max(r => r.Year)] : [0])
            .First();
    }

    /// <summary>levels.fyi: yearly total pay with employer, city and years.</summary>
    public static IReadOnlyList<Answer> LevelsFyi(DirectoryInfo folder)
    {
        var file = new FileInfo(Path.Combine(folder.FullName, "salary", "levels_fyi.csv.gz"));
        return file.Exists ? [.. Rows(file, LevelsFyiRow).DistinctBy(a => a.Text, StringComparer.Ordinal)] : [];
    }

    private static IEnumerable<FileInfo> Files(DirectoryInfo folder)
    {
        var salary = new DirectoryInfo(Path.Combine(folder.FullName, "salary"));
        return salary.Exists ? salary.GetFiles("ai_jobs_*.csv*").OrderBy(f => f.Name, StringComparer.Ordinal) : [];
    }

    private static Answer? AiJob(string text, Func<string, string> cell)
    {
        var pay = double.Parse(cell("salary_in_usd"), CultureInfo.InvariantCulture);
        if (cell("employment_type") != "FT" || pay < LeastPay)
        {
            return null;
        }
        var level = cell("experience_level");
        return new Answer(
            text,
            level,
            new PayRow(
                new PayFacts
                {
                    Title = TitleKey.Of(cell("job_title")),
                    Band = Array.IndexOf(Levels, level),
                    Country = cell("company_location"),
                    Residence = cell("employee_residence"),
                    Remote = cell("remote_ratio"),
                    Size = cell("company_size"),
                    Year = int.Parse(cell("work_year"), CultureInfo.InvariantCulture),
                },
                pay
            )
        );
    }

    private static Answer? LevelsFyiRow(string text, Func<string, string> cell)
    {
        var pay = double.Parse(cell("totalyearlycompensation"), CultureInfo.InvariantCulture);
        if (pay < LeastPay)
        {
            return null;
        }
        var years = double.Parse(cell("yearsofexperience"), CultureInfo.InvariantCulture);
        var band = Array.FindLastIndex(YearBands, from => from <= years);
        return new Answer(
            text,
            Tenure(double.Parse(cell("yearsatcompany"), CultureInfo.InvariantCulture)),
            new PayRow(
                new PayFacts
                {
                    Title = TitleKey.Of(cell("title")),
                    Band = band,
                    Place = cell("location"),
                    Employer = cell("company").Trim().ToLowerInvariant(),
                },
                pay
            )
        );
    }

    private static string Tenure(double years) =>
        years switch
        {
            < 1 => "under 1 year",
            < 3 => "1-2 years",
            < 6 => "3-5 years",
            _ => "6 years and more",
        };

    private static IEnumerable<Answer> Rows(FileInfo file, Func<string, Func<string, string>, Answer?> read)
    {
        using var text = new StreamReader(Lab.Open(file));
        using var csv = Sylvan.Data.Csv.CsvDataReader.Create(text);
        var columns = Enumerable.Range(0, csv.FieldCount).ToDictionary(csv.GetName, i => i, StringComparer.Ordinal);
        while (csv.Read())
        {
            if (
                read(
                    string.Join('|', Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)),
                    name => csv.GetString(columns[name])
                ) is
                { } answer
            )
            {
                yield return answer;
            }
        }
    }
}
