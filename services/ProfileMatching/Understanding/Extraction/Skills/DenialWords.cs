using System.Collections.Frozen;

namespace CareerRecs.ProfileMatching.Understanding.Extraction.Skills;

/// <summary>Words by which people say what they cannot do, have not done, or wish to learn.</summary>
internal static class DenialWords
{
    /// <summary>What "no" and "without" deny: "no experience with".</summary>
    public static readonly FrozenSet<string> Nouns = Set(
        "experience",
        "knowledge",
        "exposure",
        "background",
        "familiarity",
        "training",
        "understanding",
        "practice",
        "command",
        "proficiency",
        "expertise",
        "contact",
        "use",
        "skills"
    );

    /// <summary>What "not", "never" and "yet to" deny: "never used".</summary>
    public static readonly FrozenSet<string> Verbs = Set(
        "used",
        "use",
        "using",
        "worked",
        "work",
        "touched",
        "touch",
        "taught",
        "teach",
        "seen",
        "run",
        "needed",
        "encountered",
        "handled",
        "operated",
        "designed",
        "managed",
        "learned",
        "learnt",
        "programmed",
        "program",
        "coded",
        "code",
        "tried",
        "try",
        "had",
        "have",
        "studied",
        "know",
        "developed",
        "write",
        "written",
        "built",
        "build",
        "deployed",
        "deploy",
        "practiced",
        "practised",
        "do",
        "done",
        "familiar",
        "experienced",
        "proficient",
        "skilled",
        "fluent",
        "comfortable",
        "versed",
        "trained",
        "acquainted",
        "certified"
    );

    /// <summary>Words that make a verb of learning a wish: "would love to learn".</summary>
    public static readonly FrozenSet<string> Wishes = Set(
        "want",
        "wants",
        "wish",
        "hope",
        "hoping",
        "plan",
        "planning",
        "eager",
        "keen",
        "like",
        "love",
        "looking",
        "willing",
        "ready",
        "excited",
        "interested",
        "curious",
        "aim",
        "aiming",
        "intend",
        "intending",
        "goal",
        "happy",
        "motivated"
    );

    /// <summary>Verbs of learning that a wish denies.</summary>
    public static readonly FrozenSet<string> Learning = Set(
        "learn",
        "learning",
        "study",
        "studying",
        "explore",
        "exploring",
        "master",
        "pick",
        "try"
    );

    /// <summary>Behind "not" these deny nothing: "not only".</summary>
    public static readonly FrozenSet<string> NoDenial = Set("only", "just", "limited", "merely", "least", "later");

    /// <summary>Words that end a denial within its sentence: "no Java, but Python".</summary>
    public static readonly FrozenSet<string> Turns = Set(
        "but",
        "however",
        "although",
        "though",
        "instead",
        "whereas",
        "while",
        "except",
        "experienced",
        "proficient",
        "skilled",
        "expert",
        "fluent",
        "strong",
        "solid",
        "excellent",
        "know",
        "knows",
        "familiar",
        "good",
        "advanced"
    );

    /// <summary>What is left of "don't" and the like in front of its apostrophe.</summary>
    public static readonly FrozenSet<string> CutShort = Set(
        "don",
        "doesn",
        "didn",
        "haven",
        "hasn",
        "hadn",
        "isn",
        "aren",
        "wasn",
        "can",
        "couldn"
    );

    /// <summary>Words behind which a sentence goes on in the next line.</summary>
    public static readonly FrozenSet<string> GoesOn = Set("with", "of", "in", "to", "or", "and", "using", "like");

    /// <summary>Words that may follow a denial at the end of its sentence: "Docker I have not used so far".</summary>
    public static readonly FrozenSet<string> Trailing = Set(
        "yet",
        "so",
        "far",
        "before",
        "myself",
        "soon",
        "next",
        "one",
        "day",
        "much",
        "really",
        "properly",
        "up",
        "this",
        "year",
        "more",
        "about",
        "it",
        "too",
        "with",
        "in"
    );

    /// <summary>Whom "not" denies to have done the work: "not me".</summary>
    public static readonly FrozenSet<string> Me = Set("me", "i", "mine", "myself", "us", "ours");

    private static FrozenSet<string> Set(params string[] words) => words.ToFrozenSet(StringComparer.Ordinal);
}
