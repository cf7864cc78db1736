using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Tests.Engine;

/// <summary>Votes of single phrases, titles and texts.</summary>
public sealed class VoteTests
{
    private static readonly MatchIndex Index = MadeUpCatalog.Index;

    [Theory]
    [InlineData("designing products", "designer")]
    [InlineData("analysing data in spreadsheets", "analyst")]
    [InlineData("developing the back end", "back-end")]
    public void A_phrase_votes_most_for_the_role_it_describes(string phrase, string role)
    {
        using var votes = new PhraseVotes(Index, [new HeldPhrase(phrase)]);

        Assert.Equal(MadeUpCatalog.Role(role), Index.Roles.Ids.MaxBy(votes.Best));
        Assert.True(votes.Best(MadeUpCatalog.Role(role)) >= Index.Parameters.LeastVote);
        Assert.Equal(Index.Parameters.PhraseWeight, votes.Weight, 5);
    }

    [Fact]
    public void A_phrase_without_a_word_has_no_vote()
    {
        using var votes = new PhraseVotes(Index, [new HeldPhrase("..."), new HeldPhrase(" ")]);

        Assert.Equal((0, 0.0), (votes.Count, votes.Weight));
        Assert.All(Index.Roles.Ids, role => Assert.Equal(0, votes.Sum(role)));
    }

    [Fact]
    public void One_of_many_phrases_of_a_document_weighs_less_and_votes_the_same()
    {
        var designer = MadeUpCatalog.Role("designer");
        using var stated = new PhraseVotes(Index, [new HeldPhrase("designing products")]);
        using var read = new PhraseVotes(Index, [new HeldPhrase("designing products", 0.25f)]);

        Assert.Equal(stated.Best(designer), read.Best(designer));
        Assert.Equal(stated.Sum(designer) / 4, read.Sum(designer), 5);
        Assert.Equal(stated.Weight / 4, read.Weight, 5);
    }

    [Fact]
    public void A_phrase_is_explained_by_the_text_of_the_role_that_comes_nearest()
    {
        using var votes = new PhraseVotes(Index, [new HeldPhrase("product designing"), new HeldPhrase("walking dogs")]);

        var explained = votes.Explain(MadeUpCatalog.Role("designer")).ToList();

        Assert.Equal(("product designing", "Product Designer"), (explained[0].Phrase, explained[0].Nearest));
        Assert.True(explained[0].Vote > explained[1].Vote);
    }

    [Fact]
    public void A_title_matches_its_reading_and_presumes_the_role_only_if_sure_and_alone()
    {
        var (analyst, designer) = (MadeUpCatalog.Role("analyst"), MadeUpCatalog.Role("designer"));

        using var sure = new TitleVotes(Index, [new HeldTitle("Zorb", 1, [(analyst, 0.95f)])]);
        using var unsure = new TitleVotes(Index, [new HeldTitle("Zorb", 1, [(analyst, 0.6f)])]);
        using var either = new TitleVotes(Index, [new HeldTitle("Zorb", 1, [(analyst, 0.95f), (designer, 0.95f)])]);

        Assert.Equal(0.95f, sure.Best(analyst));
        Assert.Equal(0.6f, unsure.Best(analyst));
        Assert.Equal(1, sure.Presumption(analyst));
        Assert.All(Index.Roles.Ids, role => Assert.Equal(0, unsure.Presumption(role)));
        Assert.All(Index.Roles.Ids, role => Assert.Equal(0, either.Presumption(role)));
    }

    [Fact]
    public void A_title_near_in_meaning_matches_less_than_the_same_words()
    {
        var designer = MadeUpCatalog.Role("designer");
        using var votes = new TitleVotes(Index, [new HeldTitle("Product Designers", 1, [])]);

        Assert.InRange(votes.Best(designer), 0.1f, (float)Index.Parameters.NearTitle);
        Assert.Equal(designer, Index.Roles.Ids.MaxBy(votes.Best));
        Assert.All(Index.Roles.Ids, role => Assert.Equal(0, votes.Presumption(role)));
    }

    [Fact]
    public void Five_titles_count_and_earlier_ones_weigh_less()
    {
        var titles = Enumerable.Range(0, 7).Select(i => new HeldTitle($"Zorb {(char)('a' + i)}", i == 0 ? 1 : 0.5f, []));

        using var votes = new TitleVotes(Index, [.. titles]);

        Assert.Equal(5, votes.Count);
        Assert.Equal(3 * Index.Parameters.PhraseWeight, votes.Weight, 5);
    }

    [Fact]
    public void A_title_that_the_catalog_knows_weighs_more_than_one_like_none_of_its_titles()
    {
        var designer = MadeUpCatalog.Role("designer");
        using var known = new TitleVotes(Index, [new HeldTitle("Product Designer", 1, [(designer, 1)])]);
        using var unknown = new TitleVotes(Index, [new HeldTitle("Zorb", 1, [])]);

        Assert.Equal(Index.Parameters.TitleWeight, known.Weight, 5);
        Assert.Equal(Index.Parameters.PhraseWeight, unknown.Weight, 5);
    }

    [Fact]
    public void A_text_votes_for_roles_that_use_its_words_and_weighs_by_its_length()
    {
        using var votes = new TextVotes(Index, Terms("figma, figma, typography, xylophones"));
        using var nothing = new TextVotes(Index, Terms("xylophones"));

        Assert.True(votes.ForRole(MadeUpCatalog.Role("designer")) > 0);
        Assert.Equal(0, votes.ForRole(MadeUpCatalog.Role("back-end")));
        Assert.Equal(2, votes.KnownTerms);
        Assert.Equal(Index.Parameters.TextWeight * 2 / Index.Parameters.WholeText, votes.RoleWeight, 5);
        Assert.Equal((0, 0.0, 0.0), (nothing.KnownTerms, nothing.RoleWeight, nothing.FamilyWeight));
    }

    private static Dictionary<string, int> Terms(string text) => TextIndex.Terms(TextAnalysis.Tokenize(text));
}
