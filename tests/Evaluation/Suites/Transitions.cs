using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Moves;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.ProfileMatching.Understanding;
using CareerRecs.Vocabulary;
using Sylvan.Data.Csv;

namespace CareerRecs.Evaluation.Suites;

/// <summary>A person's step from one job to the next, which is in another occupation.</summary>
/// <param name="Person">Whose it is.</param>
/// <param name="Titles">The titles up to the present one, the newest first.</param>
/// <param name="Start">The same as the services understand it: nothing else is known.</param>
/// <param name="Features">What speaks for each occupation from there.</param>
/// <param name="Next">The occupations that the next title is a title of.</param>
internal sealed record Transition(
    string Person,
    IReadOnlyList<string> Titles,
    MoveStart Start,
    float[][] Features,
    IReadOnlySet<RoleId> Next
)
{
    /// <summary>The resumes were collected by then.</summary>
    private static readonly DateOnly Today = new(2020, 1, 1);

    private static readonly string[] Sequences = ["transitions", "livecareer_sequences.csv.gz"];

    /// <summary>Whether there are rows to test on.</summary>
    public static bool AreIn(Lab lab) => lab.HasRows(Sequences);

    /// <summary>The file of a folder.</summary>
    public static FileInfo File(DirectoryInfo folder) => new(Path.Combine([folder.FullName, .. Sequences]));

    /// <summary>What is known of the person, as a profile.</summary>
    public static Profile Profile(IEnumerable<string> titles) =>
        new() { Jobs = { titles.Select(t => new HeldJob { Title = t }) } };

    /// <summary>
    /// Neighbouring jobs of the sequences, oldest first in the file, both titles being titles of the catalog to the letter (case
    /// and punctuation aside), of no occupation in common.
    /// </summary>
    public static List<Transition> Read(FileInfo file, MoveIndex moves)
    {
        var index = moves.Match;
        var occupations = Occupations(index);
        using var reader = new StreamReader(Lab.Open(file));
        using var csv = CsvDataReader.Create(reader);
        var jobs = new List<(string Person, int Number, string Title)>();
        while (csv.Read())
        {
            jobs.Add(
                (
                    csv.GetString(csv.GetOrdinal("resume_id")),
                    csv.GetInt32(csv.GetOrdinal("seq")),
                    csv.GetString(csv.GetOrdinal("title"))
                )
            );
        }
        var transitions = new List<Transition>();
        foreach (var person in jobs.GroupBy(j => j.Person))
        {
            var titles = person.OrderBy(j => j.Number).Select(j => j.Title).ToList();
            for (var i = 0; i + 1 < titles.Count; i++)
            {
                if (
                    !occupations.TryGetValue(TextAnalysis.Normalize(titles[i]), out var from)
                    || !occupations.TryGetValue(TextAnalysis.Normalize(titles[i + 1]), out var next)
                )
                {
                    continue;
                }
                if (from.Overlaps(next))
                {
                    continue;
                }
                var known = titles.Take(i + 1).Reverse().ToList();
                var understood = Understander.Read(Profile(known), index, Today);
                var start = MoveStart.FromPerson(index, understood.Shown.Jobs, understood.Evidence, _ => true);
                transitions.Add(new Transition(person.Key, known, start, MoveFeatures.Of(moves, start), next));
            }
        }

        return transitions;
    }

    private static Dictionary<string, HashSet<RoleId>> Occupations(MatchIndex index)
    {
        var occupations = new Dictionary<string, HashSet<RoleId>>(StringComparer.Ordinal);
        foreach (var role in index.Roles.Ids)
        {
            foreach (var title in index.Roles[role].AlternateTitles.Prepend(index.Roles[role].Title))
            {
                var plain = TextAnalysis.Normalize(title);
                if (!occupations.TryGetValue(plain, out var roles))
                {
                    occupations.Add(plain, roles = []);
                }
                roles.Add(role);
            }
        }

        return occupations;
    }
}
