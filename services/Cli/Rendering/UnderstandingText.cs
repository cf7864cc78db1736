using CareerRecs.Catalog.V1;
using CareerRecs.Matching.V1;
using CareerRecs.Types.V1;

namespace CareerRecs.Cli.Rendering;

/// <summary>
/// How a person was understood: skills by their names in the catalog, and what the person said in words of their own.
/// </summary>
public static class UnderstandingText
{
    /// <summary>Width of the labels at the left of an answer.</summary>
    public const int Label = 12;

    private const int MostSkills = 16;

    /// <summary>The label of a line at the head of an answer.</summary>
    public static string Labelled(string label) => label.PadRight(Label);

    /// <summary>
    /// What names something in the catalog, what was read otherwise than written, and what is compared by meaning.
    /// </summary>
    public static void Render(Page page, Understanding understanding)
    {
        var named = Named(understanding);
        var own = OwnWords(understanding);
        if (named.Length > 0 || own.Length == 0)
        {
            page.Wrap(Labelled("Understood"), named.Length > 0 ? named : "nothing yet");
        }

        foreach (var note in Readings(understanding))
        {
            page.Wrap(Labelled(""), note);
        }

        if (own.Length > 0)
        {
            page.Wrap(Labelled("Your words"), own);
        }
    }

    /// <summary>The same remarks, one a line, for where the answer itself is the message.</summary>
    public static IEnumerable<string> Notes(Understanding? understanding) => understanding is null ? [] : Readings(understanding);

    /// <summary>Skills and titles by their names in the catalog, and the experience.</summary>
    private static string Named(Understanding understanding)
    {
        var skills = understanding.Skills.Select(s => s.Resolution.Title).Distinct().ToList();
        var parts = skills.Take(MostSkills).ToList();
        if (skills.Count > MostSkills)
        {
            parts.Add($"{skills.Count - MostSkills} more skills");
        }

        parts.AddRange(
            understanding.Jobs.Where(j => j.Role.Length > 0).Select(j => j.Title).Distinct().Take(3).Select(t => "held: " + t)
        );
        if (Experience(understanding) is { Length: > 0 } experience)
        {
            parts.Add(experience);
        }

        return string.Join(" · ", parts);
    }

    private static string Experience(Understanding understanding)
    {
        var level = Words.Level(understanding.Seniority);
        if (understanding.Track == Track.PeopleManager)
        {
            level += level.Length > 0 ? ", manages people" : "manages people";
        }

        if (level.Length > 0 && understanding.SeniorityBasis == SeniorityBasis.Titles)
        {
            level += ", from titles held";
        }

        if (!understanding.HasYearsExperience)
        {
            return level;
        }

        var years = Words.Years(understanding.YearsExperience);
        return level.Length > 0 && understanding.SeniorityBasis != SeniorityBasis.Years ? $"{years} ({level})" : years;
    }

    private static IEnumerable<string> Readings(Understanding understanding) =>
        understanding
            .Skills.Where(s =>
                s.Resolution.Kind is MatchKind.Spelling or MatchKind.Meaning
                || (s.Resolution.Kind == MatchKind.Alias && !SharesWord(s.Resolution.Text, s.Resolution.Title))
            )
            .Where(s => !string.Equals(s.Resolution.Text, s.Resolution.Title, StringComparison.OrdinalIgnoreCase))
            .Select(s => $"{s.Resolution.Text}: read as {s.Resolution.Title}")
            .Concat(understanding.Jobs.Where(j => j.StatedAsSkill || IsOtherTitle(j)).Select(Reading).Distinct());

    private static string Reading(UnderstoodJob job) =>
        job.StatedAsSkill ? $"{job.Title}: read as a job, {job.RoleTitle}" : $"{job.Title}: read as {job.RoleTitle}";

    /// <summary>"Truck driver" for "Heavy and Tractor-Trailer Truck Drivers" says so by itself; "product manager" for "Marketing
    /// Managers" does not.</summary>
    private static bool IsOtherTitle(UnderstoodJob job) =>
        job.RoleTitle.Length > 0
        && !job
            .Title.Split(' ', '-', ',')
            .All(word => job.RoleTitle.Contains(word.TrimEnd('s'), StringComparison.OrdinalIgnoreCase));

    /// <summary>Another name says so by itself where the two share a word or a beginning: "Postgres", "PostgreSQL".</summary>
    private static bool SharesWord(string said, string title) =>
        said.Split(' ', '-', '/', '.').Any(word => word.Length > 0 && title.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Words that name nothing in the catalog: they are kept as they are and compared with the work of each role.
    /// </summary>
    private static string OwnWords(Understanding understanding)
    {
        var titles = understanding.Jobs.Where(j => j.Role.Length == 0).Select(j => j.Title);
        var words = understanding
            .Unresolved.Select(u => u.Text)
            .Concat(titles)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        if (words.Count == 0)
        {
            return "";
        }

        var shown = string.Join(" · ", words.Take(MostSkills));
        var rest = words.Count > MostSkills ? $" · {words.Count - MostSkills} more" : "";
        return $"{shown}{rest} (matched by meaning)";
    }
}
