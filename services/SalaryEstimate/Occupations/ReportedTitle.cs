using System.Collections.Frozen;
using CareerRecs.Types.V1;

namespace CareerRecs.Salary.Occupations;

/// <summary>
/// Titles as people report them, brought to one form: "Sr. ML Eng" and "Machine Learning Engineer, senior" are the same title and
/// the same seniority. "Head of Data" and "Data Science Lead" stay whole: without the word they name no job.
/// </summary>
/// <param name="Key">The title in the form of <see cref="TitleKey"/>, without words of seniority.</param>
/// <param name="Seniority">What it says of seniority; unspecified where it says nothing.</param>
public readonly record struct ReportedTitle(string Key, Seniority Seniority)
{
    private static readonly FrozenDictionary<string, string> WrittenOut = new Dictionary<string, string>
    {
        ["eng"] = "engineer",
        ["engr"] = "engineer",
        ["dev"] = "developer",
        ["mgr"] = "manager",
        ["ml"] = "machine learning",
        ["swe"] = "software engineer",
        ["sde"] = "software development engineer",
        ["sre"] = "site reliability engineer",
        ["dba"] = "database administrator",
        ["tech"] = "technical",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Nouns = new[]
    {
        "lead",
        "head",
        "intern",
        "trainee",
        "apprentice",
        "graduate",
        "vp",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Reads a title.</summary>
    public static ReportedTitle Read(string title)
    {
        var words = TitleKey.Of(title).Split(' ').Select(word => WrittenOut.GetValueOrDefault(word, word));
        var whole = string.Join(' ', words);
        Span<char> key = stackalloc char[TitleKey.MaxLength];
        var core = new string(key[..TitleKey.Write(whole, key, true, out var seniority)]);
        var isJob =
            core.Length > 0
            && !core.StartsWith("of ", StringComparison.Ordinal)
            && !Nouns.Contains(whole[(whole.LastIndexOf(' ') + 1)..]);
        return new(isJob ? core : TitleKey.Of(whole), seniority);
    }
}
