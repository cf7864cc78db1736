using CareerRecs.Catalog.V1;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.ProfileMatching.Understanding.Extraction;
using CareerRecs.ProfileMatching.Understanding.Extraction.Skills;
using CareerRecs.Types.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Understanding;

/// <summary>A person as understood: for the reader, and compiled for the ranking.</summary>
internal sealed record Understood(Matching.V1.Understanding Shown, PersonEvidence Evidence);

/// <summary>Reads a profile's words against an index: which skills and roles they mean, and how senior the person is.</summary>
internal static class Understander
{
    private const int ExtractedRank = 1;

    /// <summary>Understands a profile as sent or stored. A job still held counts up to <paramref name="today"/>.</summary>
    public static Understood Read(Profile profile, MatchIndex index, DateOnly today) =>
        Read(profile, index, today, document: null);

    /// <summary>Understands a document, with where in it each thing was read.</summary>
    public static Understood Read(ReadDocument document, MatchIndex index, DateOnly today) =>
        Read(document.Profile, index, today, document);

    private static Understood Read(Profile profile, MatchIndex index, DateOnly today, ReadDocument? document)
    {
        var shown = new Matching.V1.Understanding();
        var held = new Dictionary<SkillId, (HeldSkill Skill, int Rank)>();
        var phrases = new Dictionary<string, SkillSource>(StringComparer.OrdinalIgnoreCase);
        var terms = profile
            .Terms.GroupBy(t => t.Term, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => Math.Max(1, g.Max(t => t.Count)), StringComparer.Ordinal);
        var spans = document?.Skills.GroupBy(s => s.Skill.Name).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var corrected = CorrectedSkills(profile, index);
        foreach (var skill in profile.Skills.Where(s => !IsOverruled(s, index, corrected)))
        {
            ReadSkill(skill, index, shown, held, phrases, spans);
        }
        var extractedCount = held.Values.Count(h => h.Rank == ExtractedRank) + phrases.Values.Count(IsExtracted);
        var jobs = JobsHeld.Read(profile, index, document);
        shown.Jobs.Add(jobs.Shown);
        shown.Education.Add(profile.Education);
        shown.Certifications.Add(profile.Certifications);
        if (document is not null)
        {
            shown.Unread.Add(document.Unread);
        }
        var standing = Standing.Of(profile, jobs.Titles, today);
        if (standing.Years is { } years)
        {
            shown.YearsExperience = years;
        }
        (shown.Seniority, shown.SeniorityBasis, shown.Track) = (standing.Seniority, standing.Basis, standing.Track);
        return new Understood(
            shown,
            new PersonEvidence
            {
                Skills =
                [
                    .. held.Values.Select(h => h.Skill with { Share = Share(h.Rank == ExtractedRank) }).OrderBy(s => s.Skill),
                ],
                Phrases = [.. phrases.Select(p => new HeldPhrase(p.Key, Share(IsExtracted(p.Value))))],
                Roles = jobs.Roles,
                Titles = jobs.Held,
                Present = shown.Jobs.FirstOrDefault(j => j.Role.Length > 0) is { } latest ? index.RoleIds[latest.Role] : null,
                // In one order, whatever order the words came in: sums of fractions depend on it.
                Terms = terms.OrderBy(t => t.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal),
                Seniority = shown.Seniority,
                SeniorityBasis = shown.SeniorityBasis,
                Track = shown.Track,
                Years = standing.Years,
                Education = profile.Education.Select(e => e.Level).DefaultIfEmpty().Max(),
            }
        );

        // However much a document lists, all of it together weighs no more than a few things stated.
        float Share(bool extracted) => extracted ? (float)Math.Min(1, index.Parameters.WholeExtract / extractedCount) : 1;
    }

    /// <summary>The skills that the person put right, under whatever name they were read.</summary>
    private static HashSet<string> CorrectedSkills(Profile profile, MatchIndex index) =>
        profile
            .Skills.Where(s => s.Source == SkillSource.Corrected)
            .Select(s => index.Snapshot.SkillLexicon.Resolve(s.Text).Skill)
            .Where(s => s.Length > 0)
            .ToHashSet(StringComparer.Ordinal);

    private static bool IsOverruled(ProfileSkill skill, MatchIndex index, HashSet<string> corrected) =>
        corrected.Count > 0
        && skill.Source is SkillSource.Extracted or SkillSource.Inferred
        && corrected.Contains(index.Snapshot.SkillLexicon.Resolve(skill.Text).Skill);

    private static void ReadSkill(
        ProfileSkill skill,
        MatchIndex index,
        Matching.V1.Understanding shown,
        Dictionary<SkillId, (HeldSkill Skill, int Rank)> held,
        Dictionary<string, SkillSource> phrases,
        Dictionary<string, ReadSkill>? spans
    )
    {
        var resolution = index.Snapshot.SkillLexicon.Resolve(skill.Text);
        if (resolution.Skill.Length == 0)
        {
            shown.Unresolved.Add(resolution);
            if (Level(skill) > 0 && !(phrases.TryGetValue(skill.Text, out var source) && !IsExtracted(source)))
            {
                phrases[skill.Text] = skill.Source;
            }

            return;
        }

        var id = index.SkillIds[resolution.Skill];
        var proficiency = Level(skill);
        var rank = Rank(skill.Source);
        var isStated = skill.HasLevel || skill.Proficiency != Proficiency.Unspecified;
        if (
            !held.TryGetValue(id, out var known)
            || (rank, proficiency, isStated).CompareTo((known.Rank, known.Skill.Proficiency, known.Skill.IsStated)) > 0
        )
        {
            held[id] = (new HeldSkill(id, proficiency, isStated), rank);
        }
        var understood = new UnderstoodSkill
        {
            Resolution = resolution,
            Proficiency = proficiency,
            Source = skill.Source,
        };
        if (skill.HasYears)
        {
            understood.Years = skill.Years;
        }
        understood.LastUsedYear = skill.LastUsedYear;
        if (spans is not null && spans.TryGetValue(resolution.Skill, out var span))
        {
            (understood.Start, understood.End) = (span.Start, span.End);
            // The text around the words makes them less sure than they are alone.
            if (skill.Source == SkillSource.Extracted)
            {
                (resolution.Kind, resolution.Confidence) = (span.Kind, span.Confidence);
            }
        }

        shown.Skills.Add(understood);
    }

    /// <summary>
    /// Of the same skill said twice the better source holds, in whatever order they came; of equal ones the higher claim, and of
    /// those the one that was stated.
    /// </summary>
    private static int Rank(SkillSource source) =>
        source switch
        {
            SkillSource.Corrected => 3,
            SkillSource.Unspecified or SkillSource.Stated => 2,
            SkillSource.Extracted => ExtractedRank,
            _ => 0,
        };

    /// <summary>
    /// Where a person stands in a skill on the scale of 0-7: as stated in points, else by the word for it, else by the years of
    /// use, else working.
    /// </summary>
    private static float Level(ProfileSkill skill) =>
        skill.HasLevel
            ? (float)skill.Level
            : skill.Proficiency switch
            {
                Proficiency.None => 0,
                Proficiency.Basic => 2,
                Proficiency.Working => 4,
                Proficiency.Advanced => 5.5f,
                Proficiency.Expert => 7,
                _ when !skill.HasYears => 4,
                _ => skill.Years switch
                {
                    < 1 => 2,
                    < 3 => 4,
                    <= 7 => 5.5f,
                    _ => 7,
                },
            };

    private static bool IsExtracted(SkillSource source) => source is SkillSource.Extracted or SkillSource.Inferred;
}
