using CareerRecs.Catalog.V1;
using CareerRecs.Matching.Extraction;
using CareerRecs.Matching.Ranking;
using CareerRecs.Matching.V1;
using CareerRecs.Types.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.Matching.Reading;

/// <summary>A person as understood: for the reader, and compiled for the ranking.</summary>
internal sealed record Understood(Understanding Shown, PersonEvidence Evidence);

/// <summary>Reads a profile's words against an index: which skills and roles they mean, and how senior the person is.</summary>
internal static class Understander
{
    private const double LeastTitleConfidence = 0.6;
    private const int RolesPerTitle = 3;
    private const double RecencyStep = 0.85;

    /// <summary>Understands a profile as sent or stored.</summary>
    public static Understood Read(Profile profile, MatchIndex index) => Read(profile, index, document: null);

    /// <summary>Understands a document, with where in it each thing was read.</summary>
    public static Understood Read(ReadDocument document, MatchIndex index) => Read(document.Profile, index, document);

    private static Understood Read(Profile profile, MatchIndex index, ReadDocument? document)
    {
        var shown = new Understanding();
        var held = new Dictionary<int, (HeldSkill Skill, int Rank)>();
        var terms = profile.Terms.DistinctBy(t => t.Term).ToDictionary(t => t.Term, t => Math.Max(1, t.Count), StringComparer.Ordinal);
        var spans = document?.Skills.GroupBy(s => s.Skill.Name).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        foreach (var skill in profile.Skills) ReadSkill(skill, index, shown, held, terms, spans);
        // Read once: an unusual title is compared with all titles of the catalog.
        var titles = profile.Jobs.Select(j => index.Snapshot.TitleLexicon.Read(j.Title, RolesPerTitle)).ToList();
        var roles = ReadJobs(profile, titles, index, shown, document);
        foreach (var interest in profile.Interests) Count(terms, interest);

        shown.Education.Add(profile.Education);
        shown.Certifications.Add(profile.Certifications);
        if (profile.HasYearsExperience) shown.YearsExperience = profile.YearsExperience;
        (shown.Seniority, shown.SeniorityBasis, shown.Track) = SeniorityOf(profile, titles);
        return new Understood(shown, new PersonEvidence
        {
            Skills = [.. held.Values.Select(h => h.Skill).OrderBy(s => s.Skill)],
            Roles = roles,
            Terms = terms,
            Seniority = shown.Seniority,
            SeniorityBasis = shown.SeniorityBasis,
            Track = shown.Track,
            Years = profile.HasYearsExperience ? profile.YearsExperience : null,
            Education = profile.Education.Select(e => e.Level).DefaultIfEmpty().Max(),
        });
    }

    private static void ReadSkill(
        ProfileSkill skill, MatchIndex index, Understanding shown, Dictionary<int, (HeldSkill Skill, int Rank)> held, Dictionary<string, int> terms,
        Dictionary<string, ReadSkill>? spans)
    {
        var resolution = index.Snapshot.SkillLexicon.Resolve(skill.Text);
        if (resolution.Skill.Length == 0)
        {
            shown.Unresolved.Add(resolution);
            Count(terms, skill.Text);
            return;
        }

        var id = index.SkillIds[resolution.Skill];
        var proficiency = Level(skill.Proficiency);
        var rank = Rank(skill.Source);
        if (!held.TryGetValue(id, out var known) || rank > known.Rank || (rank == known.Rank && proficiency > known.Skill.Proficiency))
            held[id] = (new HeldSkill(id, proficiency), rank);
        var understood = new UnderstoodSkill { Resolution = resolution, Proficiency = proficiency, Source = skill.Source };
        if (skill.HasYears) understood.Years = skill.Years;
        if (spans is not null && spans.TryGetValue(resolution.Skill, out var span)) (understood.Start, understood.End) = (span.Start, span.End);
        shown.Skills.Add(understood);
    }

    private static List<HeldRole> ReadJobs(
        Profile profile, List<TitleReading> titles, MatchIndex index, Understanding shown, ReadDocument? document)
    {
        var roles = new Dictionary<int, HeldRole>();
        var offset = profile.Jobs.Count - (document?.Jobs.Count ?? 0);
        for (var i = 0; i < profile.Jobs.Count; i++)
        {
            var job = profile.Jobs[i];
            var reading = titles[i];
            var best = reading.Matches.Count > 0 && reading.Matches[0].Confidence >= LeastTitleConfidence ? reading.Matches[0] : null;
            var understood = new UnderstoodJob { Title = job.Title, Role = best?.Role ?? "", Confidence = best?.Confidence ?? 0, Held = job.Clone() };
            if (document is not null && i >= offset) (understood.Start, understood.End) = (document.Jobs[i - offset].Start, document.Jobs[i - offset].End);
            shown.Jobs.Add(understood);
            foreach (var match in reading.Matches.Where(m => m.Confidence >= LeastTitleConfidence))
            {
                var role = index.RoleIds[match.Role];
                var weight = (float)(match.Confidence * Math.Pow(RecencyStep, i));
                if (!roles.TryGetValue(role, out var known) || weight > known.Weight) roles[role] = new HeldRole(role, weight, job.Title);
            }
        }

        return [.. roles.Values.OrderBy(r => r.Role)];
    }

    /// <summary>Stated, else what the latest title that says so says, else by years: under 2 junior, under 5 mid, from there senior; leading takes a title.</summary>
    private static (Seniority, SeniorityBasis, Track) SeniorityOf(Profile profile, List<TitleReading> readings)
    {
        var track = profile.Track != Track.Unspecified ? profile.Track : readings.Select(r => r.Track).FirstOrDefault();
        if (profile.Seniority != Seniority.Unspecified) return (profile.Seniority, SeniorityBasis.Stated, track);
        var titled = readings.Select(r => r.Seniority).FirstOrDefault(s => s != Seniority.Unspecified);
        if (titled != Seniority.Unspecified) return (titled, SeniorityBasis.Titles, track);
        if (!profile.HasYearsExperience) return (Seniority.Unspecified, SeniorityBasis.Unspecified, track);
        var byYears = profile.YearsExperience switch
        {
            < 2 => Seniority.Junior,
            < 5 => Seniority.Mid,
            _ => Seniority.Senior,
        };
        return (byYears, SeniorityBasis.Years, track);
    }

    /// <summary>Of the same skill said twice the better source holds, in whatever order they came; of equal ones the higher claim.</summary>
    private static int Rank(SkillSource source) => source switch
    {
        SkillSource.Corrected => 3,
        SkillSource.Unspecified or SkillSource.Stated => 2,
        SkillSource.Extracted => 1,
        _ => 0,
    };

    /// <summary>Where a word for proficiency stands on the scale of 0-7.</summary>
    private static float Level(Proficiency proficiency) => proficiency switch
    {
        Proficiency.None => 0,
        Proficiency.Basic => 2,
        Proficiency.Advanced => 5.5f,
        Proficiency.Expert => 7,
        _ => 4,
    };

    private static void Count(Dictionary<string, int> terms, string text)
    {
        foreach (var (term, count) in TextIndex.Terms(TextAnalysis.Tokenize(text))) terms[term] = terms.GetValueOrDefault(term) + count;
    }
}
