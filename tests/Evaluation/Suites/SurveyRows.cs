using System.Globalization;
using System.Text.Json;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Practice;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.ProfileMatching.Understanding;
using CareerRecs.Types.V1;
using CareerRecs.Vocabulary;
using Sylvan.Data.Csv;

namespace CareerRecs.Evaluation.Suites;

/// <summary>
/// A person of the survey: the profile, which says skills, years and whether people are managed and nothing else, and the right
/// label.
/// </summary>
internal sealed record SurveyRow(string Person, Profile Profile, string Label)
{
    private static readonly string[] Path = ["salary", "stackoverflow_2023_us.csv.gz"];

    /// <summary>Whether the folder of the rows to test on has the survey.</summary>
    public static bool IsIn(Lab lab) => lab.HasRows(Path);

    /// <summary>People of a folder whose label some roles answer.</summary>
    public static IReadOnlyList<SurveyRow> Read(DirectoryInfo folder, SurveyLabels labels)
    {
        using var reader = new StreamReader(Lab.Open(new FileInfo(System.IO.Path.Combine([folder.FullName, .. Path]))));
        using var csv = CsvDataReader.Create(reader, new CsvDataReaderOptions { MaxBufferSize = 1 << 20 });
        var columns = Enumerable.Range(0, csv.FieldCount).ToDictionary(csv.GetName, i => i, StringComparer.Ordinal);
        int[] used = [.. columns.Where(c => c.Key.EndsWith("HaveWorkedWith", StringComparison.Ordinal)).Select(c => c.Value)];
        var rows = new List<SurveyRow>();
        while (csv.Read())
        {
            var label = csv.GetString(columns["DevType"]);
            if (!labels.Roles.ContainsKey(label))
            {
                continue;
            }
            var profile = new Profile { Track = TrackOf(csv.GetString(columns["ICorPM"])) };
            if (double.TryParse(csv.GetString(columns["YearsCodePro"]), CultureInfo.InvariantCulture, out var years))
            {
                profile.YearsExperience = years;
            }
            foreach (
                var skill in used.SelectMany(c =>
                    csv.GetString(c).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                )
            )
            {
                profile.Skills.Add(new ProfileSkill { Text = skill });
            }
            rows.Add(new SurveyRow(csv.GetString(columns["id"]), profile, label));
        }

        return rows;
    }

    /// <summary>The person as read against the catalog.</summary>
    public PersonEvidence Evidence(MatchIndex index) => Understander.Read(Profile, index, new DateOnly(2023, 6, 1)).Evidence;

    /// <summary>What the person reports, in the skills of the catalog.</summary>
    public PracticeReport Report(MatchIndex index) =>
        new(
            [.. Evidence(index).Skills.Where(s => s.Proficiency > 0).Select(s => ResourceName.IdOf(index.Skills[s.Skill].Name))],
            Profile.HasYearsExperience ? Profile.YearsExperience : null,
            Profile.Track,
            Label
        );

    private static Track TrackOf(string text) =>
        text switch
        {
            "People manager" => Track.PeopleManager,
            "Individual contributor" => Track.IndividualContributor,
            _ => Track.Unspecified,
        };
}

/// <summary>The labels of the survey and the roles of the built-in catalog, by identifier, that answer them.</summary>
internal sealed class SurveyLabels
{
    private readonly ILookup<string, string> _labelsOf;

    public SurveyLabels(Lab lab)
    {
        var titles = JsonSerializer.Deserialize<Dictionary<string, string[]>>(
            File.ReadAllText(lab.Find("salary", "devtype_roles.json").FullName)
        )!;
        var roles = lab.Catalogs.BuiltIn.Roles;
        Roles = titles.ToDictionary(
            l => l.Key,
            l => (IReadOnlyList<string>)[.. l.Value.SelectMany(Named).Distinct()],
            StringComparer.Ordinal
        );
        _labelsOf = Roles
            .SelectMany(l => l.Value.Select(role => (role, l.Key)))
            .ToLookup(p => p.role, p => p.Key, StringComparer.Ordinal);

        // A role of the title, else the roles that have it as an alternate title.
        IEnumerable<string> Named(string title)
        {
            var own = roles.Where(r => r.Title == title).ToList();
            return (own.Count > 0 ? own : roles.Where(r => r.AlternateTitles.Contains(title))).Select(r =>
                ResourceName.IdOf(r.Name)
            );
        }
    }

    /// <summary>Identifiers of roles by label.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Roles { get; }

    /// <summary>Labels that a role answers, by its resource name.</summary>
    public IEnumerable<string> LabelsOf(string role) => _labelsOf[ResourceName.IdOf(role)];

    /// <summary>
    /// Whether one of the first three places answers the label. A role takes a place, unless the places before it have all its
    /// labels: roles that stand for one label count once. A role of no label is a wrong answer and takes a place.
    /// </summary>
    public bool IsInFirstThree(IEnumerable<string> ranked, string label)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var places = 0;
        foreach (var role in ranked)
        {
            var labels = LabelsOf(role).ToList();
            if (labels.Count > 0 && labels.TrueForAll(seen.Contains))
            {
                continue;
            }
            if (labels.Contains(label))
            {
                return true;
            }
            seen.UnionWith(labels);
            if (++places == 3)
            {
                return false;
            }
        }

        return false;
    }
}
