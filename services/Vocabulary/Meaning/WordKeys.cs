namespace CareerRecs.Vocabulary;

/// <summary>
/// Key under which a word is looked up: lower case, singular, American spelling. "Organisers" and "organizer" share a key. A
/// key needs not be a word ("supervise" becomes "supervize"): it only has to be the same for the forms of a word and another
/// for other words.
/// </summary>
public static class WordKeys
{
    private static readonly (string British, string American)[] Inside =
    [
        ("aeroplane", "airplane"),
        ("aluminium", "aluminum"),
        ("anaesth", "anesth"),
        ("archaeo", "archeo"),
        ("defence", "defense"),
        ("draught", "draft"),
        ("encyclopaed", "encycloped"),
        ("foetal", "fetal"),
        ("gynaec", "gynec"),
        ("haemat", "hemat"),
        ("jewellery", "jewelry"),
        ("jeweller", "jeweler"),
        ("leukaem", "leukem"),
        ("licenc", "licens"),
        ("manoeuv", "maneuv"),
        ("mould", "mold"),
        ("moustache", "mustache"),
        ("oesoph", "esoph"),
        ("offence", "offense"),
        ("orthopaed", "orthoped"),
        ("paediatr", "pediatr"),
        ("plough", "plow"),
        ("practic", "practis"),
        ("pyjama", "pajama"),
        ("sceptic", "skeptic"),
        ("skilful", "skillful"),
        ("sulph", "sulf"),
    ];

    private static readonly Dictionary<string, string> Whole = new(StringComparer.Ordinal)
    {
        ["ageing"] = "aging",
        ["buse"] = "bus",
        ["gase"] = "gas",
        ["lense"] = "lens",
        ["cosy"] = "cozy",
        ["cancelled"] = "canceled",
        ["enrol"] = "enroll",
        ["enrolment"] = "enrollment",
        ["fuelled"] = "fueled",
        ["fuelling"] = "fueling",
        ["fulfil"] = "fulfill",
        ["fulfilment"] = "fulfillment",
        ["grey"] = "gray",
        ["instalment"] = "installment",
        ["judgement"] = "judgment",
        ["kerb"] = "curb",
        ["programme"] = "program",
        ["speciality"] = "specialty",
        ["tyre"] = "tire",
        ["woollen"] = "woolen",
    };

    private static readonly string[] AfterOur = ["ed", "er", "ing", "ful", "able", "ite", "al", "less", "hood"];
    private static readonly string[] AfterDoubledL = ["ed", "er", "ing", "or"];
    private static readonly string[] AfterIs = ["e", "ed", "er", "ing", "ation", "ational", "able"];

    /// <summary>The key of a lower-case word.</summary>
    public static string KeyFor(string word)
    {
        if (word.Length < 4 || !char.IsAsciiLetterLower(word[0]))
        {
            return word;
        }

        var key = TextAnalysis.Singular(word);
        if (Whole.TryGetValue(key, out var whole))
        {
            return whole;
        }

        foreach (var (british, american) in Inside)
        {
            if (key.Contains(british, StringComparison.Ordinal))
            {
                key = key.Replace(british, american, StringComparison.Ordinal);
            }
        }

        return Endings(key);
    }

    private static string Endings(string key)
    {
        if (key.EndsWith("tre", StringComparison.Ordinal) || key.EndsWith("bre", StringComparison.Ordinal))
        {
            return key.Length > 4 ? string.Concat(key.AsSpan(0, key.Length - 2), "er") : key;
        }

        if (key.EndsWith("logue", StringComparison.Ordinal))
        {
            return key[..^2];
        }

        // Behind at least two letters: "colour" and "labourer", not "hour" and "tour".
        if (Splits(key, "our", AfterOur, 2, orNothing: true) is { } our)
        {
            return string.Concat(key.AsSpan(0, our), "or", key.AsSpan(our + 3));
        }

        // Behind at least four letters: "travelled" and "counsellor", not "filling", which would become "filing".
        if (Splits(key, "ll", AfterDoubledL, 4, orNothing: false) is { } doubled)
        {
            return key.Remove(doubled, 1);
        }

        if (Splits(key, "is", AfterIs, 3, orNothing: false) is { } ise)
        {
            return string.Concat(key.AsSpan(0, ise), "iz", key.AsSpan(ise + 2));
        }

        return Splits(key, "lys", AfterIs, 2, orNothing: false) is { } lyse
            ? string.Concat(key.AsSpan(0, lyse), "lyz", key.AsSpan(lyse + 3))
            : key;
    }

    /// <summary>Where the letters start if one of the endings follows them and closes the word; null otherwise.</summary>
    private static int? Splits(string key, string letters, string[] endings, int leastBefore, bool orNothing)
    {
        var at = key.LastIndexOf(letters, StringComparison.Ordinal);
        if (at < leastBefore)
        {
            return null;
        }

        var rest = key.AsSpan(at + letters.Length);
        if (rest.IsEmpty)
        {
            return orNothing ? at : null;
        }

        foreach (var ending in endings)
        {
            if (rest.SequenceEqual(ending))
            {
                return at;
            }
        }

        return null;
    }
}
