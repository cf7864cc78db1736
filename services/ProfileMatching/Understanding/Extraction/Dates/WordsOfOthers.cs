using System.Collections.Frozen;

namespace CareerRecs.ProfileMatching.Understanding.Extraction.Dates;

/// <summary>Words that show whose years a sentence states.</summary>
internal static class WordsOfOthers
{
    /// <summary>Words between a quantity and what precedes it: "more than 20 years".</summary>
    public static readonly FrozenSet<string> Approximations = Set(
        "over more than about nearly almost approximately approx around roughly some at least up to well a the total",
        "past last combined collective ~ > + minimum further additional plus uber mehr als mas meer dan mais on back",
        "looks looking"
    );

    /// <summary>Words that give years to somebody else.</summary>
    public static readonly FrozenSet<string> OfOthers = Set(
        "its their whose our combined collective joint requires required requiring require minimum"
    );

    /// <summary>Words for the person who writes.</summary>
    public static readonly FrozenSet<string> OfSelf = Set("i my me myself am ve");

    /// <summary>Words behind years that give them to a group or a requirement.</summary>
    public static readonly FrozenSet<string> BehindYears = Set(
        "combined collective joint company team group corporate required preferred desired"
    );

    /// <summary>Words between a noun and what belongs to it.</summary>
    public static readonly FrozenSet<string> Prepositions = Set(
        "from in at of based across within both all each also already together"
    );

    /// <summary>Verbs of having.</summary>
    public static readonly FrozenSet<string> Has = Set("has had have brings boasts offers");

    /// <summary>Words that make the noun behind them somebody else: "under a director".</summary>
    public static readonly FrozenSet<string> Governs = Set(
        "by under alongside beside to from of for assisting assisted supporting supported shadowing shadowed hired",
        "hiring recruited recruiting joined joining behind replacing replaced seeking seek needs need like training",
        "trained led leading managed managing coached coaching"
    );

    /// <summary>Articles and numbers before a noun.</summary>
    public static readonly FrozenSet<string> Articles = Set("a an the another one two three four five my our several some many");

    /// <summary>People who are somebody else only where the sentence says so: "by a manager", "the founder".</summary>
    public static readonly FrozenSet<string> MayBeSelf = Set(
        "manager director supervisor ceo cto founder cofounder owner mentor professor coach trainer tutor contractor",
        "partner"
    );

    /// <summary>Words separated by blanks.</summary>
    private static FrozenSet<string> Set(params string[] words) =>
        words.SelectMany(line => line.Split(' ')).ToFrozenSet(StringComparer.Ordinal);
}
