using CareerRecs.Catalog.V1;
using CareerRecs.Matching.V1;
using CareerRecs.Types.V1;
using Google.Protobuf;

namespace CareerRecs.Evaluation.Suites;

/// <summary>
/// Whether anybody is shown a role of a level that is out of reach: the first ten roles of real resumes in O*NET and the built-in
/// catalog, and of the people of the survey in the built-in one, as served. Told from the answers and the catalog alone, not by
/// the code that gates. Nothing of it is fitted, so what ships is measured with and without rows to fit on.
/// </summary>
internal static class Levels
{
    private const int Top = 10;

    private sealed record Outcome(int Shown, int Levels, int Degrees, int Tracks);

    public static IEnumerable<Row> Measure(Lab lab)
    {
        if (ResumeRow.AreIn(lab))
        {
            var resumes = ResumeRow
                .Read(lab, lab.Data)
                .ConvertAll(row => new Subject { Document = new Document { Content = ByteString.CopyFromUtf8(row.Text) } });
            foreach (var row in Rows("resumes, onet", Ask(lab, lab.Catalogs.Onet.Roles, "onet", resumes)))
            {
                yield return row;
            }
            foreach (var row in Rows("resumes, builtin", Ask(lab, lab.Catalogs.BuiltIn.Roles, "builtin", resumes)))
            {
                yield return row;
            }
        }

        if (SurveyRow.IsIn(lab))
        {
            var people = SurveyRow
                .Read(lab.Data, new SurveyLabels(lab))
                .Select(row => new Subject { InlineProfile = row.Profile })
                .ToList();
            foreach (var row in Rows("survey, builtin", Ask(lab, lab.Catalogs.BuiltIn.Roles, "builtin", people)))
            {
                yield return row;
            }
        }
    }

    private static List<Outcome> Ask(Lab lab, IEnumerable<Role> roles, string catalog, List<Subject> people)
    {
        var byName = roles.ToDictionary(r => r.Name, StringComparer.Ordinal);
        return people.ConvertAll(person =>
        {
            var answer = lab.Shipped.Session.Matching.RecommendRoles(
                new RecommendRolesRequest
                {
                    Subject = person,
                    Catalog = "catalogs/" + catalog,
                    MaxResults = Top,
                },
                cancellationToken: lab.CancellationToken
            );
            var shown = answer.Recommendations.Select(r => byName[r.Role]).ToList();
            var known = answer.Understanding;
            return new Outcome(
                shown.Count,
                shown.Count(r =>
                    r.Seniority != Seniority.Unspecified
                    && known.Seniority != Seniority.Unspecified
                    && Math.Abs(r.Seniority - known.Seniority) > 1
                ),
                known.Education.Count == 0 ? 0 : shown.Count(r => NeedsMore(r, known.Education.Max(e => e.Level))),
                shown.Count(r =>
                    r.Track == Track.PeopleManager
                    && known.Track == Track.IndividualContributor
                    && known.Seniority is >= Seniority.Intern and <= Seniority.Mid
                )
            );
        });
    }

    private static bool NeedsMore(Role role, EducationLevel had) =>
        had != EducationLevel.Unspecified
        && role.Requirements is { } requirements
        && requirements.Education.FirstOrDefault(e => e.Demand == Demand.Required) is { } required
        && required.Level > had;

    private static IEnumerable<Row> Rows(string test, List<Outcome> outcomes)
    {
        var shown = outcomes.Sum(o => o.Shown);
        yield return Count("more than one level apart", o => o.Levels);
        yield return Count("degree required and not had", o => o.Degrees);
        yield return Count("managing for juniors who do not", o => o.Tracks);

        Row Count(string metric, Func<Outcome, int> count)
        {
            var violations = outcomes.Sum(count);
            return new Row("levels", test, metric, violations, violations, violations, shown, new Dictionary<string, double>());
        }
    }
}
