using System.Collections.Frozen;

namespace CareerRecs.Vocabulary;

/// <summary>What the abbreviations in titles stand for.</summary>
internal static class TitleAbbreviations
{
    private static readonly FrozenDictionary<string, string[]> WrittenOut = new Dictionary<string, string[]>
    {
        ["sr"] = ["senior"],
        ["jr"] = ["junior"],
        ["eng"] = ["engineer"],
        ["engr"] = ["engineer"],
        ["dev"] = ["developer"],
        ["mgr"] = ["manager"],
        ["mngr"] = ["manager"],
        ["admin"] = ["administrator"],
        ["asst"] = ["assistant"],
        ["assoc"] = ["associate"],
        ["ml"] = ["machine", "learning"],
        ["dl"] = ["deep", "learning"],
        ["ai"] = ["artificial", "intelligence"],
        ["swe"] = ["software", "engineer"],
        ["sde"] = ["software", "developer"],
        ["sre"] = ["site", "reliability", "engineer"],
        ["dba"] = ["database", "administrator"],
        ["hr"] = ["human", "resources"],
        ["qa"] = ["quality", "assurance"],
        ["bi"] = ["business", "intelligence"],
        ["ux"] = ["user", "experience"],
        ["ui"] = ["user", "interface"],
        ["pm"] = ["product", "manager"],
        ["rn"] = ["registered", "nurse"],
        ["vp"] = ["vice", "president"],
        ["backend"] = ["back", "end"],
        ["frontend"] = ["front", "end"],
        ["fullstack"] = ["full", "stack"],
        ["tech"] = ["technical"],
        ["rep"] = ["representative"],
        ["exec"] = ["executive"],
        ["coord"] = ["coordinator"],
        ["acct"] = ["account"],
        ["sys"] = ["systems"],
        ["qc"] = ["quality", "control"],
        ["hse"] = ["health", "safety", "environment"],
        ["pa"] = ["personal", "assistant"],
        ["svp"] = ["senior", "vice", "president"],
        ["avp"] = ["vice", "president"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The words that an abbreviation in lower case stands for.</summary>
    public static bool TryWriteOut(string word, out string[] words) => WrittenOut.TryGetValue(word, out words!);
}
