using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.ModelCard;

namespace CareerRecs.ProfileMatching.Tests.ModelCard;

public sealed class ModelCardTests
{
    [Fact]
    public void Every_field_of_the_card_is_set()
    {
        // What is not written is what has its default.
        var written = ShippedModelCard.Whole();

        // No catalog is calibrated: the maps were those of another engine.
        var fields = GetModelCardResponse.Descriptor.Fields.InDeclarationOrder().Where(f => f.Name != "likelihoods");
        Assert.All(
            fields,
            field =>
            {
                var emptied = written.Clone();
                field.Accessor.Clear(emptied);
                Assert.True(emptied.CalculateSize() < written.CalculateSize(), field.Name);
            }
        );
    }
}
