using CareerRecs.Salary.Survey;

namespace CareerRecs.Salary.Training;

/// <summary>
/// What few rows have is not told apart, so that no file and no answer shows anybody's pay: a title becomes a wider one that
/// enough rows have, a country, a residence or an employer none.
/// </summary>
public static class FewRule
{
    /// <summary>The distinct rows that are left, in the order of their keys.</summary>
    public static IReadOnlyList<PayRow> Apply(IEnumerable<PayRow> rows)
    {
        var told = PayRow.Distinct(rows);
        // Rows that differed by what is no longer told apart are one, and what they have may be few again.
        for (var before = -1; before != told.Length; )
        {
            before = told.Length;
            told = PayRow.Distinct(Once(told));
        }

        return told;
    }

    /// <summary>The groups of effects for rows.</summary>
    public static PaySpec SpecOf(IReadOnlyCollection<PayRow> rows) =>
        rows.Any(r => r.Facts.Employer.Length > 0) ? PaySpecs.SurveyWithEmployers : PaySpecs.Survey;

    private static IEnumerable<PayRow> Once(PayRow[] rows)
    {
        var titles = Wider(rows);
        var countries = Told(rows, row => row.Facts.Country);
        var residences = Told(rows, row => row.Facts.Residence);
        var employers = Employers(rows);
        return rows.Select(row =>
            row with
            {
                Facts = row.Facts with
                {
                    Title = titles[row.Facts.Title],
                    Country = countries.Contains(row.Facts.Country) ? row.Facts.Country : "",
                    Residence = residences.Contains(row.Facts.Residence) ? row.Facts.Residence : "",
                    Employer = employers.Contains(row.Facts.Employer) ? row.Facts.Employer : "",
                },
            }
        );
    }

    private static HashSet<string> Told(PayRow[] rows, Func<PayRow, string> value) =>
        rows.GroupBy(value, StringComparer.Ordinal)
            .Where(g => g.Count() >= ToldApart.Fewest)
            .Select(g => g.Key)
            .ToHashSet(StringComparer.Ordinal);

    // Within one year: the same two people of five years are no ten.
    private static HashSet<string> Employers(PayRow[] rows) =>
        rows.GroupBy(row => (row.Facts.Employer, row.Facts.Year))
            .Where(g => g.Count() >= ToldApart.Fewest)
            .Select(g => g.Key.Employer)
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>
    /// What each title is told as: itself, else its longest ending that has enough rows, those of longer titles with it among
    /// them.
    /// </summary>
    private static Dictionary<string, string> Wider(PayRow[] rows)
    {
        var counts = rows.GroupBy(row => row.Facts.Title, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        var endings = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var words = counts.Keys.Select(Words).DefaultIfEmpty().Max(); words > 0; words--)
        {
            foreach (
                var title in counts
                    .Keys.Where(title => title.Length > 0 && Words(title) == words && counts[title] < ToldApart.Fewest)
                    .ToArray()
            )
            {
                // As answers read titles: one word alone says too little of a longer one.
                var ending = words > 2 ? title[(title.IndexOf(' ') + 1)..] : "";
                endings[title] = ending;
                counts[ending] = counts.GetValueOrDefault(ending) + counts[title];
            }
        }

        return counts.Keys.ToDictionary(title => title, Told, StringComparer.Ordinal);

        string Told(string title)
        {
            while (endings.TryGetValue(title, out var ending))
            {
                title = ending;
            }
            return title;
        }
    }

    private static int Words(string title) => title.AsSpan().Count(' ') + 1;
}
