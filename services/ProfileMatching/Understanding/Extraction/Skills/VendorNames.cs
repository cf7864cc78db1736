using System.Collections.Frozen;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Understanding.Extraction.Skills;

/// <summary>
/// Names of companies that are also said for one of their products: "Oracle" for its database. In front of the name of another
/// product they are the company alone: "Oracle PeopleSoft", "Google Professional Data Engineer".
/// </summary>
internal static class VendorNames
{
    private static readonly FrozenSet<string> Vendors = FrozenSet.ToFrozenSet(
        [
            "adobe",
            "amazon",
            "apple",
            "atlassian",
            "autodesk",
            "cisco",
            "google",
            "ibm",
            "intuit",
            "microsoft",
            "oracle",
            "vmware",
        ],
        StringComparer.Ordinal
    );

    /// <summary>Words behind the company that still mean the product it is known for.</summary>
    private static readonly FrozenSet<string> OfKnownProduct = FrozenSet.ToFrozenSet(
        ["certified", "database", "databases", "db", "dba", "developer", "administrator", "admin", "sql", "pl", "rdbms"],
        StringComparer.Ordinal
    );

    /// <summary>Whether a mention is the company in front of a product that it does not name.</summary>
    public static bool IsOfOtherProduct(string text, IReadOnlyList<Token> tokens, IReadOnlyList<SkillMention> mentions, int at)
    {
        var mention = mentions[at];
        var next = mention.FirstToken + 1;
        return mention.TokenCount == 1
            && Vendors.Contains(tokens[mention.FirstToken].Text)
            && next < tokens.Count
            && tokens[next].Start - tokens[mention.FirstToken].End == 1
            && text[tokens[next].Start - 1] == ' '
            && char.IsUpper(text[tokens[next].Start])
            && !OfKnownProduct.Contains(tokens[next].Text)
            && !(at + 1 < mentions.Count && mentions[at + 1].FirstToken == next);
    }
}
