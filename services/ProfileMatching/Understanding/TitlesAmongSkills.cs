using CareerRecs.Catalog.V1;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Understanding.Extraction.Dates;
using CareerRecs.ProfileMatching.Understanding.Extraction.Jobs;
using CareerRecs.Types.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Understanding;

/// <summary>
/// Reads job titles that were stated as skills: "plumber", "TA in a primary school", "bricklayer for 20 years". An item that the
/// catalog has as a skill by its title stays one, and so does a thing that is called like a person: "device driver".
/// </summary>
internal sealed class TitlesAmongSkills
{
    private const int MostWords = 6;
    private const int RolesPerTitle = 3;

    private readonly CatalogSnapshot _snapshot;
    private readonly TitleNouns _nouns;
    private readonly bool _isAlone;

    private TitlesAmongSkills(Profile profile, CatalogSnapshot snapshot) =>
        (_snapshot, _nouns, _isAlone) = (snapshot, TitleNouns.ForCatalog(snapshot), profile.Skills.Count == 1);

    /// <summary>The profile with such titles as jobs, behind the jobs stated and before those read in a document.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="snapshot">The catalog version.</param>
    /// <param name="jobsRead">Jobs at the end of the profile that were read in a document.</param>
    /// <returns>The profile, itself if there are none, and where in its jobs they are.</returns>
    public static (Profile Profile, Range Moved) Move(Profile profile, CatalogSnapshot snapshot, int jobsRead)
    {
        var first = profile.Jobs.Count - jobsRead;
        var reader = new TitlesAmongSkills(profile, snapshot);
        var found = new List<(ProfileSkill Skill, HeldJob Job)>();
        for (var i = 0; i < profile.Skills.Count; i++)
        {
            var skill = profile.Skills[i];
            if (
                SkillsHeld.IsStatedAlone(skill)
                && reader.FindTitle(skill.Text) is { } title
                && !(i > 0 && TitleNouns.MayBeThing(title))
            )
            {
                found.Add((skill, new HeldJob { Title = title }));
            }
        }

        // In a list of skills the name of a trade is a word for the skill; alone, or among its like, it is a job.
        if (found.Count == 0 || found.Count < profile.Skills.Count)
        {
            return (profile, first..first);
        }

        var moved = profile.Clone();
        foreach (var (skill, _) in found)
        {
            moved.Skills.Remove(skill);
        }

        List<HeldJob> jobs = [.. profile.Jobs.Take(first), .. found.Select(f => f.Job), .. profile.Jobs.Skip(first)];
        moved.Jobs.Clear();
        moved.Jobs.Add(jobs);
        if (!moved.HasYearsExperience && found.Select(f => SpokenYears.Find(f.Skill.Text)).Max() is { } years)
        {
            moved.YearsExperience = years;
        }

        return (moved, first..(first + found.Count));
    }

    private string? FindTitle(string text)
    {
        var title = SpokenTitle.WithoutCircumstances(text);
        var words = TextAnalysis.Tokenize(title);
        if (words.Count is 0 or > MostWords)
        {
            return null;
        }

        var isListed = _snapshot.TitlePhrases.Find(words) is [var mention] && mention.TokenCount == words.Count;
        var isPerson = _nouns.EndTitle(title);
        if (!isPerson && !(isListed && !TitleNouns.IsField(words[^1].Text)))
        {
            return null;
        }

        var skill = _snapshot.SkillLexicon.Resolve(text);
        if (skill.Kind is MatchKind.Title or MatchKind.Variant && !(_isAlone && isListed && isPerson && IsAmbiguous(skill)))
        {
            return null;
        }

        var confidence = _snapshot.TitleLexicon.Read(title, RolesPerTitle).Matches.Select(m => m.Confidence).FirstOrDefault();
        return confidence >= LeastConfidence(title, skill) ? title : null;
    }

    /// <summary>
    /// The less an item reads like a person, the more like a skill, and the more else was said, the surer the title has to be.
    /// </summary>
    private double LeastConfidence(string title, SkillResolution skill) =>
        !_isAlone || skill.Kind == MatchKind.Alias || TitleNouns.MayBeThing(title)
            ? TitleNouns.SameWords
            : JobsHeld.LeastConfidence;

    private bool IsAmbiguous(SkillResolution resolution) =>
        _snapshot.TryGetSkill(resolution.Skill, out var skill) && skill.Ambiguous;
}
