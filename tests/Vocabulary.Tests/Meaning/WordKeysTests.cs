using CareerRecs.Vocabulary;

namespace CareerRecs.Vocabulary.Tests;

public sealed class WordKeysTests
{
    [Theory]
    [InlineData("organise", "organize")]
    [InlineData("organisers", "organizer")]
    [InlineData("organisation", "organization")]
    [InlineData("analyse", "analyze")]
    [InlineData("labour", "labor")]
    [InlineData("labourers", "laborer")]
    [InlineData("colour", "colors")]
    [InlineData("centre", "center")]
    [InlineData("fibre", "fibers")]
    [InlineData("tyres", "tire")]
    [InlineData("aeroplanes", "airplane")]
    [InlineData("programme", "program")]
    [InlineData("catalogue", "catalog")]
    [InlineData("counsellor", "counselor")]
    [InlineData("travelling", "traveling")]
    [InlineData("paediatric", "pediatric")]
    [InlineData("licence", "license")]
    [InlineData("draughtsman", "draftsman")]
    [InlineData("bus", "buses")]
    [InlineData("bricks", "brick")]
    public void Spellings_and_plurals_share_a_key(string first, string second) =>
        Assert.Equal(WordKeys.KeyFor(first), WordKeys.KeyFor(second));

    [Theory]
    [InlineData("filling", "filing")]
    [InlineData("tour", "tor")]
    [InlineData("hour", "hor")]
    [InlineData("caring", "carring")]
    public void Other_words_keep_their_own_key(string first, string second) =>
        Assert.NotEqual(WordKeys.KeyFor(first), WordKeys.KeyFor(second));

    [Theory]
    [InlineData("c#")]
    [InlineData("c++")]
    [InlineData(".net")]
    [InlineData("sql")]
    public void Names_of_tools_are_their_own_key(string word) => Assert.Equal(word, WordKeys.KeyFor(word));
}
