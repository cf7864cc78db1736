using CareerRecs.Catalog.V1;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.ProfileMatching.Understanding.Extraction;
using CareerRecs.ProfileMatching.Understanding.Extraction.Skills;
using CareerRecs.Types.V1;

namespace CareerRecs.ProfileMatching.Understanding;

/// <summary>The skills of a profile read against an index.</summary>
internal sealed class SkillsHeld
{
    private const int ExtractedRank = 1;

    private readonly MatchIndex _index;
    private readonly SkillSenses _senses;
    private readonly Dictionary<SkillId, (HeldSkill Skill, int Rank)> _held = [];
    private readonly Dictionary<string, SkillSource> _phrases = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<UnderstoodSkill> _shown = [];
    private readonly List<SkillResolution> _unresolved = [];

    private float _extractedShare = 1;

    private SkillsHeld(MatchIndex index, SkillSenses senses) => (_index, _senses) = (index, senses);

    /// <summary>Reading of each known skill, in the order of the profile.</summary>
    public IReadOnlyList<UnderstoodSkill> Shown => _shown;

    /// <summary>Words that name no skill of the catalog, in the order of the profile.</summary>
    public IReadOnlyList<SkillResolution> Unresolved => _unresolved;

    /// <summary>Known skills as evidence, each once.</summary>
    public HeldSkill[] Held =>
        [.. _held.Values.Select(h => h.Skill with { Share = Share(h.Rank == ExtractedRank) }).OrderBy(s => s.Skill)];

    /// <summary>Words that name no skill of the catalog, as evidence, each once.</summary>
    public HeldPhrase[] Phrases => [.. _phrases.Select(p => new HeldPhrase(p.Key, Share(IsExtracted(p.Value))))];

    /// <summary>Reads the skills. Of a document, each is shown with its place in the text.</summary>
    public static SkillsHeld Read(Profile profile, MatchIndex index, ReadDocument? document)
    {
        var skills = new SkillsHeld(index, new SkillSenses(index, profile));
        var spans = document?.Skills.GroupBy(s => s.Skill.Name).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var corrected = CorrectedSkills(profile, index);
        foreach (var skill in profile.Skills.Where(s => !IsOverruled(s, index, corrected)))
        {
            skills.Add(skill, spans);
        }

        // However much a document lists, all of it together weighs no more than a few things stated.
        var extracted = skills._held.Values.Count(h => h.Rank == ExtractedRank) + skills._phrases.Values.Count(IsExtracted);
        skills._extractedShare = (float)Math.Min(1, index.Parameters.WholeExtract / extracted);
        return skills;
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

    private void Add(ProfileSkill skill, Dictionary<string, ReadSkill>? spans)
    {
        var resolution = _index.Snapshot.SkillLexicon.Resolve(skill.Text);
        if (resolution.Skill.Length > 0 && IsStatedAlone(skill) && _senses.Doubts(resolution))
        {
            resolution = new SkillResolution { Text = skill.Text, Suggestions = { resolution.Title } };
        }

        if (resolution.Skill.Length == 0)
        {
            _unresolved.Add(resolution);
            if (Level(skill) > 0 && !(_phrases.TryGetValue(skill.Text, out var source) && !IsExtracted(source)))
            {
                _phrases[skill.Text] = skill.Source;
            }

            return;
        }

        var id = _index.SkillIds[resolution.Skill];
        var proficiency = Level(skill);
        var rank = Rank(skill.Source);
        var isStated = skill.HasLevel || skill.Proficiency != Proficiency.Unspecified;
        if (
            !_held.TryGetValue(id, out var known)
            || (rank, proficiency, isStated).CompareTo((known.Rank, known.Skill.Proficiency, known.Skill.IsStated)) > 0
        )
        {
            _held[id] = (new HeldSkill(id, proficiency, isStated), rank);
        }
        var understood = new UnderstoodSkill
        {
            Resolution = resolution,
            Proficiency = proficiency,
            Source = skill.Source,
            RoleShare = Math.Round((double)_index.Postings(id).Length / _index.RoleCount, 4),
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

        _shown.Add(understood);
    }

    private float Share(bool extracted) => extracted ? _extractedShare : 1;

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

    /// <summary>Whether only words of the skill were stated. A person who states a level or years means the skill.</summary>
    public static bool IsStatedAlone(ProfileSkill skill) =>
        skill is { HasLevel: false, HasYears: false, Proficiency: Proficiency.Unspecified }
        && skill.Source is SkillSource.Unspecified or SkillSource.Stated;

    private static bool IsExtracted(SkillSource source) => source is SkillSource.Extracted or SkillSource.Inferred;
}
