using CareerRecs.Types.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Engine.Practice;

/// <summary>
/// What one person reported: the skills of the catalog by identifier, years, whether they manage people, and the line of work.
/// </summary>
public sealed record PracticeReport(IReadOnlyCollection<string> Skills, double? Years, Track Track, string Label);

/// <summary>
/// Fits a practice model to what people reported: a softmax over the lines. Years and whether people are managed take part in the
/// fit, so that skills do not stand for them, and are not kept. What a line's roles ask for is kept from counting against them.
/// </summary>
public static class PracticeFitter
{
    private static readonly int[] YearSteps = [2, 5, 10, 20, 40];

    /// <summary>Reports that must name a skill for it to be kept.</summary>
    private const int LeastReports = 5;

    private const double SkillPenalty = 10;
    private const double StandingPenalty = 3;

    /// <summary>
    /// Variance of a skill at which the penalty is just that; it falls with the square root for skills that fewer report.
    /// </summary>
    private const double UsualVariance = 0.1;

    /// <summary>Fits the model.</summary>
    /// <param name="reports">The people. Their order does not matter.</param>
    /// <param name="rolesOf">The roles of the catalog, by identifier, that answer each label.</param>
    /// <param name="snapshot">The catalog.</param>
    /// <param name="head">A model whose descriptions and scale are taken over.</param>
    /// <param name="cancellationToken">Ends the fit.</param>
    public static PracticeModel Fit(
        IReadOnlyList<PracticeReport> reports,
        IReadOnlyDictionary<string, IReadOnlyList<string>> rolesOf,
        CatalogSnapshot snapshot,
        PracticeModel head,
        CancellationToken cancellationToken
    )
    {
        var labels = rolesOf.Keys.Where(label => reports.Any(r => r.Label == label)).Order(StringComparer.Ordinal).ToArray();
        var known = reports
            .Where(r => rolesOf.ContainsKey(r.Label))
            .OrderBy(r => r.Label, StringComparer.Ordinal)
            .ThenBy(r => r.Years)
            .ThenBy(r => string.Join(' ', r.Skills.Order(StringComparer.Ordinal)), StringComparer.Ordinal)
            .ToList();
        string[] skills =
        [
            .. known
                .SelectMany(r => r.Skills)
                .GroupBy(s => s, StringComparer.Ordinal)
                .Where(g => g.Count() >= LeastReports)
                .Select(g => g.Key)
                .Order(StringComparer.Ordinal),
        ];
        var rows = Rows(known, skills);
        int[] classes = [.. known.Select(r => Array.IndexOf(labels, r.Label))];
        var asked = Asked(labels, rolesOf, skills, snapshot);
        var features = skills.Length + YearSteps.Length + 2;
        var weights = new BoundedSoftmax(rows, classes, features, labels.Length).Fit(
            Penalties(rows, skills.Length, features),
            (feature, label) => feature < skills.Length && asked[label][feature],
            cancellationToken
        );
        return head with
        {
            Skills = skills,
            Lines =
            [
                .. labels.Select(
                    (label, l) =>
                        new PracticeLine(
                            label,
                            rolesOf[label],
                            [.. Enumerable.Range(0, skills.Length).Select(f => Hundredths(weights[f][l]))]
                        )
                ),
            ],
        };
    }

    /// <summary>The features of people: skills, steps of years, managing people, not managing people.</summary>
    public static List<(int Feature, double Value)[]> Rows(IReadOnlyList<PracticeReport> reports, IReadOnlyList<string> skills)
    {
        var places = skills.Select((s, i) => (s, i)).ToDictionary(s => s.s, s => s.i, StringComparer.Ordinal);
        return [.. reports.Select(Row)];

        (int Feature, double Value)[] Row(PracticeReport report)
        {
            var row = new List<(int Feature, double Value)>();
            foreach (var skill in report.Skills)
            {
                if (places.TryGetValue(skill, out var at))
                {
                    row.Add((at, 1));
                }
            }

            for (var i = 0; i < YearSteps.Length && report.Years > 0; i++)
            {
                row.Add((skills.Count + i, Math.Min(1, report.Years.Value / YearSteps[i])));
            }
            if (report.Track == Track.PeopleManager)
            {
                row.Add((skills.Count + YearSteps.Length, 1));
            }
            if (report.Track == Track.IndividualContributor)
            {
                row.Add((skills.Count + YearSteps.Length + 1, 1));
            }
            return [.. row.OrderBy(x => x.Feature)];
        }
    }

    private static int Hundredths(double value) => (int)Math.Round(value * 100);

    private static double[] Penalties(List<(int Feature, double Value)[]> rows, int skills, int features)
    {
        var counts = new double[features];
        foreach (var (feature, _) in rows.SelectMany(r => r))
        {
            counts[feature]++;
        }
        return
        [
            .. counts.Select(
                (count, f) =>
                {
                    var share = count / rows.Count;
                    return f < skills ? SkillPenalty * Math.Sqrt(share * (1 - share) / UsualVariance) : StandingPenalty;
                }
            ),
        ];
    }

    private static bool[][] Asked(
        string[] labels,
        IReadOnlyDictionary<string, IReadOnlyList<string>> rolesOf,
        string[] skills,
        CatalogSnapshot snapshot
    )
    {
        var roles = snapshot.Roles.ToDictionary(
            r => ResourceName.IdOf(r.Name),
            r => r.Skills.Select(s => ResourceName.IdOf(s.Skill)).ToHashSet(),
            StringComparer.Ordinal
        );
        return
        [
            .. labels.Select(label => skills.Select(skill => rolesOf[label].Any(role => roles[role].Contains(skill))).ToArray()),
        ];
    }
}
