using System.Collections.Frozen;

namespace CareerRecs.ProfileMatching.Understanding.Extraction.Skills;

/// <summary>Words around an ambiguous word that show whether it names a skill.</summary>
internal static class SkillCues
{
    /// <summary>Words that follow the name of a skill: "Go programming".</summary>
    public static readonly FrozenSet<string> Behind = Set(
        "programming language developer framework library scripting code coding macro macros spreadsheet",
        "spreadsheets pivot compiler syntax"
    );

    /// <summary>Words between a cue and the skill: "proficient in Excel".</summary>
    public static readonly FrozenSet<string> Before = Set("in with using of use used uses language languages framework");

    /// <summary>Words that announce a skill a few words later.</summary>
    public static readonly FrozenSet<string> Cues = Set(
        "experience experienced proficient proficiency skilled knowledge fluent fluency familiar familiarity",
        "using programming programmed code coded coding written wrote developed developing expert expertise",
        "scripts software services applications"
    );

    /// <summary>Words that make a verb or a name of the word that begins a sentence: "Excel in", "Go to", "Spring of".</summary>
    public static readonly FrozenSet<string> AsVerb = Set(
        "in at by to on the a of for sure through beyond into over it your our all"
    );

    /// <summary>Words joined to a skill by a hyphen: "React-based".</summary>
    public static readonly FrozenSet<string> BehindHyphen = Set("based driven powered native style");

    /// <summary>Words separated by blanks.</summary>
    private static FrozenSet<string> Set(params string[] words) =>
        words.SelectMany(line => line.Split(' ')).ToFrozenSet(StringComparer.Ordinal);
}
