using System.Numerics.Tensors;
using CareerRecs.Vocabulary;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace CareerRecs.Vocabulary.Tests;

public sealed class PhraseEncoderProperties
{
    private static readonly PhraseEncoder Encoder = PhraseEncoder.Shipped;

    [Property]
    public void Any_text_encodes_to_unit_length_or_zeros(NonNull<string> text)
    {
        var vector = new float[Encoder.Dimensions];
        var encoded = Encoder.Encode(text.Get, vector);

        Assert.Equal(encoded ? 1 : 0, TensorPrimitives.Norm<float>(vector), 0.01);
    }

    [Property]
    public void Components_are_multiples_of_a_step_so_that_cosines_are_exact(NonNull<string> first, NonNull<string> second)
    {
        var a = Encoder.Encode(first.Get + " welder");
        var b = Encoder.Encode(second.Get + " nurse");
        var exact = a.Zip(b, (x, y) => (double)x * y).Sum();

        Assert.All(a, component => Assert.Equal(Math.Round(component * 2048), component * 2048));
        Assert.Equal(exact, PhraseEncoder.Cosine(a, b));
    }

    [Property]
    public void Encoding_twice_gives_the_same_vector(NonNull<string> text) =>
        Assert.Equal(Encoder.Encode(text.Get), Encoder.Encode(text.Get));
}
