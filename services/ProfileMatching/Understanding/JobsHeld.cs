using CareerRecs.Catalog.V1;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.ProfileMatching.Understanding.Extraction;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Understanding;

/// <summary>The jobs of a profile read against an index.</summary>
/// <param name="Shown">What each job was understood as, in the order of the profile.</param>
/// <param name="Titles">What each title means; readings that are not sure enough left out.</param>
/// <param name="Roles">The roles that the jobs mean, or may mean, as evidence.</param>
/// <param name="Held">The titles with their readings as evidence, the latest first, each once.</param>
internal sealed record JobsHeld(
    IReadOnlyList<UnderstoodJob> Shown,
    IReadOnlyList<TitleReading> Titles,
    IReadOnlyList<HeldRole> Roles,
    IReadOnlyList<HeldTitle> Held
)
{
    /// <summary>Readings of a title that are less sure say nothing.</summary>
    public const double LeastConfidence = 0.6;

    private const int RolesPerTitle = 10;
    private const double RecencyStep = 0.85;

    /// <summary>
    /// Reads the jobs. The best reading of a title is the role held; the others are evidence for roles near it, and nothing that
    /// the person could be said to hold: "Data Scientist" is near "Senior Data Scientist", and is not one.
    /// </summary>
    public static JobsHeld Read(Profile profile, MatchIndex index, TitleSenses senses, ReadDocument? document)
    {
        var shown = new List<UnderstoodJob>(profile.Jobs.Count);
        var titles = new List<TitleReading>(profile.Jobs.Count);
        var roles = new Dictionary<RoleId, HeldRole>();
        var heldTitles = new List<HeldTitle>(profile.Jobs.Count);
        var stated = profile.Jobs.Count - (document?.Jobs.Count ?? 0);
        for (var i = 0; i < profile.Jobs.Count; i++)
        {
            var job = profile.Jobs[i];
            var read = index.Snapshot.TitleLexicon.Read(job.Title, RolesPerTitle);
            var matches = senses.OrderReadings([.. read.Matches.Where(m => m.Confidence >= LeastConfidence)]);
            titles.Add(read with { Matches = matches });
            var understood = new UnderstoodJob { Title = job.Title, Held = job.Clone() };
            if (matches.Count > 0)
            {
                var best = matches[0];
                (understood.Role, understood.RoleTitle, understood.Confidence) = (best.Role, best.Title, best.Confidence);
            }
            if (document is not null && i >= stated)
            {
                (understood.Start, understood.End) = (document.Jobs[i - stated].Start, document.Jobs[i - stated].End);
            }
            shown.Add(understood);
            AddTitle(read, matches, i);
            for (var m = 0; m < matches.Count; m++)
            {
                var role = index.RoleIds[matches[m].Role];
                // "Director" means several roles equally well, and so says less about each of them.
                var asSure = matches.Count(other => other.Confidence >= matches[m].Confidence);
                var held = new HeldRole(
                    role,
                    (float)(matches[m].Confidence * Math.Pow(RecencyStep, i) / asSure),
                    job.Title,
                    IsBest: m == 0 && matches[m].Confidence >= HeldTitle.Certain && !senses.IsUnsettled(matches)
                );
                roles[role] = roles.TryGetValue(role, out var known) ? Stronger(known, held) : held;
            }
        }

        return new JobsHeld(shown, titles, [.. roles.Values.OrderBy(r => r.Role)], heldTitles);

        void AddTitle(TitleReading read, IReadOnlyList<TitleMatch> matches, int job)
        {
            if (read.CoreTitle.Length > 0 && !heldTitles.Exists(t => t.Title == read.CoreTitle))
            {
                heldTitles.Add(
                    new HeldTitle(
                        read.CoreTitle,
                        (float)Math.Pow(RecencyStep, job),
                        [.. matches.Select(m => (index.RoleIds[m.Role], (float)m.Confidence))]
                    )
                );
            }
        }
    }

    private static HeldRole Stronger(HeldRole a, HeldRole b) =>
        (a.Weight >= b.Weight ? a : b) with
        {
            IsBest = a.IsBest || b.IsBest,
        };
}
