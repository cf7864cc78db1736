using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.ProfileMatching.Understanding.Extraction;
using CareerRecs.ProfileMatching.Understanding.Extraction.Education;
using CareerRecs.Types.V1;

namespace CareerRecs.ProfileMatching.Understanding;

/// <summary>A person as understood: for the reader, and compiled for the ranking.</summary>
internal sealed record Understood(Matching.V1.Understanding Shown, PersonEvidence Evidence);

/// <summary>Reads a profile's words against an index: which skills and roles they mean, and how senior the person is.</summary>
internal static class Understander
{
    /// <summary>Understands a profile as sent or stored. A job still held counts up to <paramref name="today"/>.</summary>
    public static Understood Read(Profile profile, MatchIndex index, DateOnly today) =>
        Read(profile, index, today, document: null);

    /// <summary>Understands a document, with where in it each thing was read.</summary>
    public static Understood Read(ReadDocument document, MatchIndex index, DateOnly today) =>
        Read(document.Profile, index, today, document);

    private static Understood Read(Profile said, MatchIndex index, DateOnly today, ReadDocument? document)
    {
        var (profile, moved) = TitlesAmongSkills.Move(said, index.Snapshot, document?.Jobs.Count ?? 0);
        var shown = new Matching.V1.Understanding();
        var terms = profile
            .Terms.GroupBy(t => t.Term, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => Math.Max(1, g.Max(t => t.Count)), StringComparer.Ordinal);
        var skills = SkillsHeld.Read(profile, index, document);
        shown.Skills.Add(skills.Shown);
        shown.Unresolved.Add(skills.Unresolved);
        var jobs = JobsHeld.Read(profile, index, new TitleSenses(index, skills.Held, skills.Phrases), document);
        shown.Jobs.Add(jobs.Shown);
        foreach (var job in shown.Jobs.Take(moved.End.Value).Skip(moved.Start.Value))
        {
            job.StatedAsSkill = true;
        }

        shown.Education.Add(profile.Education);
        shown.Certifications.Add(NamedCertifications(profile));
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
                Skills = skills.Held,
                Phrases = skills.Phrases,
                Roles = jobs.Roles,
                Titles = jobs.Held,
                Present = shown.Jobs.FirstOrDefault(j => j.Role.Length > 0) is { } latest ? index.RoleIds[latest.Role] : null,
                // In one order, whatever order the words came in: sums of fractions depend on it.
                Terms = terms.OrderBy(t => t.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal),
                Seniority = shown.Seniority,
                SeniorityBasis = shown.SeniorityBasis,
                Track = shown.Track,
                Years = standing.Years,
                Certifications = [.. shown.Certifications],
                Education = profile.Education.Select(e => e.Level).DefaultIfEmpty().Max(),
            }
        );
    }

    /// <summary>Certifications of the profile, and licences named among its skills.</summary>
    private static IEnumerable<string> NamedCertifications(Profile profile) =>
        profile
            .Certifications.Concat(
                profile
                    .Skills.Where(skill => skill.Proficiency != Proficiency.None && !(skill.HasLevel && skill.Level <= 0))
                    .Select(skill => NamedLicences.Find(skill.Text))
                    .OfType<string>()
            )
            .Distinct(StringComparer.OrdinalIgnoreCase);
}
