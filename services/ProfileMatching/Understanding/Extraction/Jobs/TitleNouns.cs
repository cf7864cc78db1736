using System.Collections.Frozen;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Understanding.Extraction.Jobs;

/// <summary>Tells by its words whether something said is the title of a person, a thing that is called so, or a field.</summary>
internal sealed class TitleNouns
{
    /// <summary>Confidence (0-1) of a title from which a role is called so by the same words.</summary>
    public const double SameWords = 0.91;

    private static readonly FrozenSet<string> People = Set(
        "lady man woman girl boy maid nanny sergeant corporal soldier marine sailor airman captain apprentice hand staff crew",
        "barista groomer stylist butcher florist tailor postman tiler roofer plasterer decorator joiner bricklayer farmer",
        "fisherman nun priest vicar pastor imam rabbi minister athlete dancer singer actor actress model"
    );

    private static readonly FrozenSet<string> Things = Set(
        "driver editor server reader cleaner broker handler processor planner printer scanner buffer balancer tester builder",
        "controller monitor router compiler counter mixer blender cutter grinder loader sweeper dispenser trimmer sander planer",
        "host client manager analyzer designer writer player framer worker operator guard guide helper installer model hand",
        "leader painter partner principal producer recorder sorter teller trader trainer welder conditioner agent assistant"
    );

    private static readonly FrozenSet<string> Fields = Set(
        "sales service services care work support finance security maintenance research retail marketing design law education",
        "control safety health administration quality music art office warehouse catering construction it hr"
    );

    private readonly OccupationNouns _nouns;

    private TitleNouns(CatalogSnapshot snapshot) => _nouns = OccupationNouns.ForCatalog(snapshot);

    /// <summary>The nouns of a catalog version.</summary>
    public static TitleNouns ForCatalog(CatalogSnapshot snapshot) => new(snapshot);

    /// <summary>Whether a title, with abbreviations written out, ends with a word for a person: "TA", "head of people".</summary>
    public bool EndTitle(string title)
    {
        if (TitleLexicon.IsEveryday(title))
        {
            return true;
        }

        var core = TitleLexicon.WriteOut(title);
        if (core.Count == 0)
        {
            return false;
        }

        var of = core.IndexOf("of");
        return IsPerson(core[^1]) || (of > 0 && of < core.Count - 1 && IsPerson(core[of - 1]));
    }

    /// <summary>Whether a thing may be called so too: "device driver", "web server".</summary>
    public static bool MayBeThing(string title) =>
        !TitleLexicon.IsEveryday(title) && TitleLexicon.WriteOut(title) is { Count: > 1 } core && Things.Contains(core[^1]);

    /// <summary>Whether a word names a field of work rather than a person: "nursing", "customer service".</summary>
    public static bool IsField(string word) =>
        Fields.Contains(word)
        || word.EndsWith("ing", StringComparison.Ordinal)
        || word.EndsWith("ment", StringComparison.Ordinal)
        || word.EndsWith("tion", StringComparison.Ordinal);

    private bool IsPerson(string word) => (_nouns.Contains(word) || People.Contains(word)) && !IsField(word);

    private static FrozenSet<string> Set(params string[] words) =>
        words.SelectMany(line => line.Split(' ')).ToFrozenSet(StringComparer.Ordinal);
}
