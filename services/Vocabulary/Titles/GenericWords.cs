namespace CareerRecs.Vocabulary;

/// <summary>Words that stand in titles of all trades: who shares only these with a title does not have its job.</summary>
internal static class GenericWords
{
    private const int LeastPrefix = 4;

    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "administrator",
        "adviser",
        "advisor",
        "agent",
        "aide",
        "apprentice",
        "assistant",
        "associate",
        "business",
        "consultant",
        "coordinator",
        "deputy",
        "director",
        "employee",
        "executive",
        "expert",
        "general",
        "head",
        "helper",
        "intern",
        "leader",
        "manager",
        "managing",
        "member",
        "of",
        "officer",
        "operator",
        "owner",
        "partner",
        "professional",
        "representative",
        "senior",
        "specialist",
        "staff",
        "supervisor",
        "team",
        "the",
        "to",
        "trainee",
        "worker",
    };

    /// <summary>The words of a title that tell its trade.</summary>
    public static List<string> TradeWords(IEnumerable<string> words) => [.. words.Where(w => !Words.Contains(w))];

    /// <summary>Whether a title has one of the trade words, in some form: "phlebotomy" and "phlebotomist" begin alike.</summary>
    public static bool SharesTrade(List<string> tradeWords, TitleWords title) =>
        tradeWords.Exists(word =>
            title.Main.Exists(other => BeginsAlike(word, other)) || title.Aside.Exists(other => BeginsAlike(word, other))
        );

    private static bool BeginsAlike(string a, string b) =>
        a == b
        || (Math.Min(a.Length, b.Length) >= LeastPrefix && a.AsSpan(0, LeastPrefix).SequenceEqual(b.AsSpan(0, LeastPrefix)));
}
