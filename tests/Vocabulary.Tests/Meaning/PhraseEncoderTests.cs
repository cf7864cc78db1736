using CareerRecs.Vocabulary;

namespace CareerRecs.Vocabulary.Tests;

public sealed class PhraseEncoderTests
{
    private static readonly PhraseEncoder Encoder = PhraseEncoder.Shipped;

    [Theory]
    [InlineData("lay bricks and mix mortar", "Bricklayer", "Software Developer")]
    [InlineData("cut hair, colour, perms", "Hairdresser", "Software Developer")]
    [InlineData("unblock sinks and mend leaky taps", "Plumber", "Accountant")]
    [InlineData("take blood on a ward", "Nurse", "Electrician")]
    [InlineData("machine learning", "Data Scientist", "Plumber")]
    [InlineData("C# and .NET", "Software Developer", "Nurse")]
    public void Everyday_wording_is_nearer_to_its_occupation(string wording, string right, string wrong) =>
        Assert.True(Cosine(wording, right) > Cosine(wording, wrong));

    [Theory]
    [InlineData("bricklayer", "bricklayyer", "accountant")]
    [InlineData("electrician", "electrican", "hairdresser")]
    [InlineData("photographer", "photograper", "plumber")]
    public void A_misspelt_word_is_nearest_to_its_right_spelling(string word, string misspelt, string other)
    {
        Assert.False(Encoder.Knows(misspelt));
        Assert.True(Cosine(word, misspelt) > Cosine(other, misspelt));
        Assert.True(Cosine(word, misspelt) > 0.3f);
    }

    [Theory]
    [InlineData("Bricklayer", "BRICKLAYERS!")]
    [InlineData("tyre fitter", "Tire-fitter")]
    [InlineData("labour organiser", "labor organizer")]
    [InlineData("front-end developer", "Front End Developers")]
    public void Case_punctuation_plurals_and_spelling_do_not_matter(string first, string second) =>
        Assert.Equal(Encoder.Encode(first), Encoder.Encode(second));

    [Fact]
    public void The_order_of_words_that_form_no_pair_does_not_matter() =>
        Assert.Equal(Encoder.Encode("welder, nurse, baker"), Encoder.Encode("baker, welder, nurse"));

    [Theory]
    [InlineData("")]
    [InlineData("  -- !")]
    public void A_phrase_without_words_is_zeros(string phrase)
    {
        var vector = new float[Encoder.Dimensions];
        Array.Fill(vector, 1);

        Assert.False(Encoder.Encode(phrase, vector));
        Assert.All(vector, component => Assert.Equal(0, component));
        Assert.Equal(0, Encoder.KnownShare(phrase));
    }

    [Fact]
    public void Known_share_counts_words_not_letter_runs()
    {
        Assert.Equal(1, Encoder.KnownShare("machine learning engineer"));
        Assert.Equal(0.5f, Encoder.KnownShare("qzxvqy welder"));
        Assert.True(Encoder.Knows("welders"));
        Assert.False(Encoder.Knows("qzxvqy"));
    }

    [Fact]
    public void Units_beyond_the_most_are_ignored()
    {
        var longest = string.Join(' ', Enumerable.Repeat("welder", PhraseEncoder.MostUnits));

        Assert.Equal(Encoder.Encode(longest), Encoder.Encode(longest + " nurse"));
    }

    [Fact]
    public void A_vector_of_another_length_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Encoder.Encode("welder", new float[3]));

    private static float Cosine(string first, string second) =>
        PhraseEncoder.Cosine(Encoder.Encode(first), Encoder.Encode(second));
}
