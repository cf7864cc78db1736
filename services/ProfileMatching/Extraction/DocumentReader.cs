using CareerRecs.Catalog.V1;
using CareerRecs.Matching.Ranking;
using CareerRecs.Matching.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.Matching.Extraction;

/// <summary>A document read against a catalog version.</summary>
/// <param name="Profile">What it says, in its own words, with what was stated beside it.</param>
/// <param name="Skills">The skills it names, with where.</param>
/// <param name="Jobs">The jobs it lists, with where.</param>
internal sealed record ReadDocument(Profile Profile, IReadOnlyList<ReadSkill> Skills, IReadOnlyList<ReadJob> Jobs);

/// <summary>Reads documents into profiles.</summary>
public static class DocumentReader
{
    private const int MostTerms = 5_000;
    private const int MostSkills = 500;
    private const int EvidenceReach = 60;

    /// <summary>The profile that a document describes; what is stated beside it wins. Keeps a bag of terms, not the text.</summary>
    public static Profile Read(Document document, CatalogSnapshot snapshot) => ReadWithSpans(document, snapshot).Profile;

    internal static ReadDocument ReadWithSpans(Document document, CatalogSnapshot snapshot)
    {
        var text = DocumentText.Read(document, snapshot);
        var tokens = TextAnalysis.Tokenize(text);
        var skills = SkillReader.Read(text, tokens, snapshot);
        var jobs = JobReader.Read(text, tokens, snapshot.TitlePhrases);
        var terms = TextIndex.Terms(tokens);
        var profile = document.Stated?.Clone() ?? new Profile();
        profile.Jobs.Add(jobs.Select(j => j.Job));
        if (profile.Education.Count == 0) profile.Education.Add(FactReader.Education(text));
        if (profile.Certifications.Count == 0) profile.Certifications.Add(CertificationReader.Read(text, tokens, snapshot));
        // Years by dates are not written down: a job still held goes on.
        if (!profile.HasYearsExperience && FactReader.Years(text) is { } years) profile.YearsExperience = years;
        foreach (var skill in skills.Take(Math.Max(0, MostSkills - profile.Skills.Count)))
        {
            profile.Skills.Add(new ProfileSkill
            {
                Text = text[skill.Start..skill.End],
                Source = SkillSource.Extracted,
                Evidence = Around(text, skill.Start, skill.End),
            });
        }

        profile.Terms.Add(terms.OrderByDescending(t => t.Value).ThenBy(t => t.Key, StringComparer.Ordinal).Take(MostTerms)
            .Where(t => t.Key.Length <= 100).Select(t => new TermCount { Term = t.Key, Count = t.Value }));
        return new ReadDocument(profile, skills, jobs);
    }

    private static string Around(string text, int start, int end) =>
        text[Math.Max(0, start - EvidenceReach)..Math.Min(text.Length, end + EvidenceReach)].Replace('\n', ' ').Trim();
}
